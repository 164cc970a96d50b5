package fennec.app;

import fennec.error.FennecException;
import fennec.hub.CatalogueEntry;
import fennec.hub.EncoderCatalogue;
import fennec.hub.HubDownload;
import fennec.hub.HubEnvironment;
import fennec.progress.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Fetches encoders of the catalogue in two steps, for the terminal and the window alike: an {@link
 * Offer} a person can agree to, then the files.
 */
public final class EncoderFetch {

  private final EncoderCatalogue catalogue;
  private final HubDownload download;
  private final HubEnvironment environment;
  private final String source;

  /** Fetches from the server and into the cache that {@code environment} names. */
  public EncoderFetch(HubEnvironment environment) {
    this.catalogue = EncoderCatalogue.read();
    this.download = new HubDownload(environment);
    this.environment = environment;
    this.source = environment.endpoint().toString();
  }

  /**
   * Fetches as the variables of this process say.
   *
   * @throws FennecException if one of them makes no sense
   */
  public static EncoderFetch ofProcess() throws FennecException {
    return new EncoderFetch(HubEnvironment.ofProcess());
  }

  /** What would be fetched, from where to where, and whether it fits. */
  public static final class Offer {

    private final HubDownload.Plan plan;
    private final String source;
    private final long freeBytes;

    private Offer(HubDownload.Plan plan, String source) {
      this.plan = plan;
      this.source = source;
      this.freeBytes = free(plan.target());
    }

    private static long free(Path target) {
      Path there = target.toAbsolutePath();
      while (there.getParent() != null && !Files.exists(there)) {
        there = there.getParent();
      }
      return there.toFile().getUsableSpace();
    }

    /** The encoder's name on the command line. */
    public String name() {
      return plan.entry().name();
    }

    /** The encoder's name for people. */
    public String title() {
      return plan.entry().title();
    }

    /** Where it is published, for example {@code openai/clip-vit-base-patch32}. */
    public String repository() {
      return plan.entry().repository();
    }

    /** The licence as its publisher states it; empty if the catalogue does not know it. */
    public String licence() {
      return plan.entry().licence();
    }

    /** Address of the server. */
    public String source() {
      return source;
    }

    /** Names of the files. */
    public List<String> files() {
      return plan.files();
    }

    /** Bytes of all files. */
    public long totalBytes() {
      return plan.totalBytes();
    }

    /** Bytes still to be fetched. */
    public long missingBytes() {
      return plan.missingBytes();
    }

    /** The folder they go to. */
    public Path target() {
      return plan.target();
    }

    /** Bytes left on the disk of that folder. */
    public long freeBytes() {
      return freeBytes;
    }
  }

  /** What {@code shelf} knows of the encoders of the catalogue; asks no network. */
  public List<EncoderShelf.Fetchable> known(EncoderShelf shelf) {
    return shelf.fetchable(environment);
  }

  /**
   * Asks the server what {@code name} consists of; fetches nothing.
   *
   * @param name name, alias or repository of an encoder of the catalogue
   * @throws FennecException if there is no such encoder, the server cannot be reached or refuses
   */
  public Offer offer(String name) throws FennecException {
    CatalogueEntry entry = catalogue.get(name);
    return new Offer(download.plan(entry), source);
  }

  /**
   * Fetches what is missing of {@code offer}; what came before an interruption is used.
   *
   * @return the folder with the files
   * @throws FennecException if the disk is too full or the server fails for good
   * @throws java.util.concurrent.CancellationException if the watcher asked to stop
   */
  public Path fetch(Offer offer, Progress progress) throws FennecException {
    return download.fetch(offer.plan, progress);
  }
}
