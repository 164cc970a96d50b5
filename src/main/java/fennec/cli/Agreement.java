package fennec.cli;

import picocli.CommandLine.Option;

/** The agreement to something that costs time or cannot be taken back. */
final class Agreement {

  @Option(names = "--yes", description = "Agree beforehand, without being asked.")
  private boolean yes;

  /**
   * Whether the person agreed, beforehand or when asked at a terminal; if not, says so.
   *
   * @param done what else would be done, for example {@code fetched}
   */
  boolean isGiven(String done, Output output) {
    if (yes || Terminal.agreed()) {
      return true;
    }
    output.note("Nothing was " + done + "; say yes, or give --yes.");
    return false;
  }
}
