package fennec.io;

import java.io.IOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** CSV as every writer of the program writes it: RFC 4180 with lines that end in a line feed. */
final class CsvOutput {

  private static final String FORMULA_STARTS = "=+-@\t\r";

  private CsvOutput() {}

  /** Prints records to {@code out}. */
  static CSVPrinter to(Appendable out) throws IOException {
    return new CSVPrinter(out, CSVFormat.RFC4180.builder().setRecordSeparator("\n").get());
  }

  /** {@code text} with an apostrophe before it where a spreadsheet would take it for a formula. */
  static String noFormula(String text) {
    return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
