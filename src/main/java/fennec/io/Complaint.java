package fennec.io;

import java.nio.file.Path;

/**
 * One thing that is wrong with a file, and where.
 *
 * @param file the file
 * @param line line counted from 1; 0 where the whole file is meant
 * @param reason what is wrong, the second half of a sentence without its full stop
 */
public record Complaint(Path file, long line, String reason) {

  /** The complaint as one sentence: file, line and reason. */
  public String sentence() {
    String place = line > 0 ? file + ", line " + line : file.toString();
    return place + ": " + reason + ".";
  }
}
