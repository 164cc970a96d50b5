package fennec.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fennec.error.FennecException;
import fennec.evaluate.EvaluationReport;
import fennec.evaluate.EvaluationRow;
import fennec.evaluate.RankingMeasure;
import fennec.evaluate.SweepPoint;
import fennec.evaluate.SweepReport;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report of two figures and a sweep of two points in each format. */
class EvaluationFormatTest {

  private static final EvaluationReport REPORT =
      new EvaluationReport(
          List.of(
              EvaluationRow.computed(
                  "tiny", "a<b>, \"c\"", "cars & co", RankingMeasure.PEARSON, 81.25),
              new EvaluationRow("tiny", "theirs", "cars & co", "pearson_x100", 70, true)),
          List.of("Hidden <in turn>."));
  private static final List<SweepReport> SWEEPS =
      List.of(
          new SweepReport(
              "alpha",
              "alpha <weight>",
              List.of(
                  new SweepPoint("tiny", "s<1>", 0, "0.00", "pearson_x100", 80),
                  new SweepPoint("tiny", "s<1>", 1, "1.00", "pearson_x100", 60.5))));

  @TempDir Path folder;

  private static String text(EvaluationFormat format) throws IOException {
    StringWriter out = new StringWriter();
    format.write(REPORT, SWEEPS, out);
    return out.toString();
  }

  @Test
  void csvHasOneLineAFigure() throws IOException {
    assertEquals(
        """
        kind,pack,method,task,setting,x,measure,value,published
        task,tiny,"a<b>, ""c""\",cars & co,,,pearson_x100,81.250000,false
        task,tiny,theirs,cars & co,,,pearson_x100,70.000000,true
        alpha,tiny,s<1>,,0.00,0.000000,pearson_x100,80.000000,false
        alpha,tiny,s<1>,,1.00,1.000000,pearson_x100,60.500000,false
        """,
        text(EvaluationFormat.CSV));
  }

  @Test
  void jsonGivesTheSameFiguresBack() throws IOException {
    JsonNode json = new ObjectMapper().readTree(text(EvaluationFormat.JSON));
    JsonNode expected =
        new ObjectMapper()
            .readTree(
                """
                {"schema":1,"protocol":["Hidden <in turn>."],
                 "rows":[
                  {"pack":"tiny","method":"a<b>, \\"c\\"","task":"cars & co",
                   "measure":"pearson_x100","value":81.25,"published":false},
                  {"pack":"tiny","method":"theirs","task":"cars & co",
                   "measure":"pearson_x100","value":70.0,"published":true}],
                 "sweeps":[{"sweep":"alpha","axis":"alpha <weight>","points":[
                  {"pack":"tiny","series":"s<1>","x":0.0,"setting":"0.00",
                   "measure":"pearson_x100","value":80.0},
                  {"pack":"tiny","series":"s<1>","x":1.0,"setting":"1.00",
                   "measure":"pearson_x100","value":60.5}]}]}
                """);
    assertEquals(expected, json);
  }

  @Test
  void thePageStandsAloneAndEscapesNames() throws IOException {
    String page = text(EvaluationFormat.HTML);
    assertTrue(page.startsWith("<!DOCTYPE html>"));
    assertFalse(page.contains("http"), "nothing is loaded from elsewhere");
    assertFalse(page.contains("<script") || page.contains("<link") || page.contains("src="));
    assertTrue(page.contains("<tr><td>a&lt;b>, &quot;c&quot;</td><td>81.3</td>"), page);
    assertTrue(page.contains("<tr class=\"published\"><td>theirs (published)</td><td>70.0</td>"));
    assertTrue(page.contains("<th>cars &amp; co</th>"));
    assertTrue(page.contains("<p>Hidden &lt;in turn>.</p>"));
    assertTrue(page.contains("<td class=\"best\">81.3</td>"), "published figures are never best");
    assertTrue(page.contains("tiny: s&lt;1></text>"), "the legend names the line");
    assertTrue(page.contains("<title>1.00: 60.5</title>"), "a point says its figure");
    assertFalse(page.contains("a<b>") || page.contains("s<1>") || page.contains("<weight>"));
  }

  @Test
  void theEndingNamesTheFormat() throws FennecException {
    assertEquals(EvaluationFormat.CSV, EvaluationFormat.of(Path.of("A.CSV")));
    assertEquals(EvaluationFormat.JSON, EvaluationFormat.of(Path.of("a.json")));
    assertEquals(EvaluationFormat.HTML, EvaluationFormat.of(Path.of("a.b.html")));
    assertEquals(
        "Cannot tell the format of a.htm; name it .csv, .json or .html.",
        assertThrows(FennecException.class, () -> EvaluationFormat.of(Path.of("a.htm")))
            .getMessage());
  }

  @Test
  void exportWritesWhatWriteWrites() throws FennecException, IOException {
    Path file = folder.resolve("e.csv");
    EvaluationFormat.CSV.export(REPORT, SWEEPS, file);
    assertEquals(text(EvaluationFormat.CSV), Files.readString(file));
  }
}
