package fennec.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvOutputTest {

  /** What OWASP's page on CSV injection names. */
  @Test
  void nothingThatASpreadsheetWouldComputeStandsFirst() {
    for (String text : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1")) {
      assertEquals("'" + text, CsvOutput.noFormula(text));
    }
    for (String text : List.of("", "resnet50", "a=b", "'=1")) {
      assertEquals(text, CsvOutput.noFormula(text));
    }
  }
}
