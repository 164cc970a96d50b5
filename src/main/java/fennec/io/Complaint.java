package fennec.io;

import java.nio.file.Path;

/**
 * One thing that is wrong with a file, and where.
 *
 * @param file the file
 * @param line line counted from 1; 0 where the whole file is meant
 * @param column name of the column; empty where no single cell is meant
 * @param reason what is wrong, the second half of a sentence without its full stop
 */
public record Complaint(Path file, long line, String column, String reason) {

  /** A complaint about a line or, with line 0, about the whole file. */
  public Complaint(Path file, long line, String reason) {
    this(file, line, "", reason);
  }

  /** The complaint as one sentence: file, line, column and reason. */
  public String sentence() {
    String place = line > 0 ? file + ", line " + line : file.toString();
    return place + (column.isEmpty() ? "" : ", column " + column) + ": " + reason + ".";
  }
}
