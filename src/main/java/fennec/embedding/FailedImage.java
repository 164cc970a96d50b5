package fennec.embedding;

/**
 * A file, folder or archive entry that could not be used, and why; never a failure of the run.
 *
 * @param file its path relative to what was opened, with forward slashes
 * @param reason a sentence without the name, for example {@code "The file is empty."}
 */
public record FailedImage(String file, String reason) {

  /** Name and reason in one line: {@code photos/a.jpg: The file is empty.} */
  public String sentence() {
    return file + ": " + reason;
  }
}
