package fennec.ui.fetch;

/**
 * An encoder of the catalogue as the list of encoders shows it.
 *
 * @param name its name on the command line
 * @param title its name for people
 * @param licence as its publisher states it; empty if not known
 * @param folder where its files are; empty if they are not here
 * @param bytes of its files
 */
public record KeptEncoder(String name, String title, String licence, String folder, long bytes) {

  /** Whether its files are here. */
  public boolean here() {
    return !folder.isEmpty();
  }

  /** Size, licence and place in a line. */
  public String facts() {
    String terms = licence.isEmpty() ? "licence not stated" : "licence " + licence;
    return here()
        ? EncoderOffer.megabytes(bytes) + ", " + terms + ", in " + folder
        : "not here, " + terms;
  }
}
