package fennec.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import fennec.evaluate.EvaluationReport;
import fennec.evaluate.EvaluationRow;
import fennec.evaluate.SweepPoint;
import fennec.evaluate.SweepReport;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVPrinter;

/** Evaluation figures as CSV and JSON. */
final class EvaluationTables {

  private EvaluationTables() {}

  static void csv(EvaluationReport report, List<SweepReport> sweeps, Writer out)
      throws IOException {
    CSVPrinter csv = CsvOutput.to(out);
    csv.printRecord(
        "kind", "pack", "method", "task", "setting", "x", "measure", "value", "published");
    for (EvaluationRow row : report.rows()) {
      csv.printRecord(
          "task",
          row.pack(),
          row.method(),
          row.task(),
          "",
          "",
          row.measure(),
          figure(row.value()),
          row.published());
    }
    for (SweepReport sweep : sweeps) {
      for (SweepPoint point : sweep.points()) {
        csv.printRecord(
            sweep.sweep(),
            point.pack(),
            point.series(),
            "",
            point.setting(),
            figure(point.x()),
            point.measure(),
            figure(point.value()),
            false);
      }
    }
    csv.flush();
  }

  static void json(EvaluationReport report, List<SweepReport> sweeps, Writer out)
      throws IOException {
    JsonGenerator json = new JsonFactory().createGenerator(out).useDefaultPrettyPrinter();
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.writeStartObject();
    json.writeNumberField("schema", 1);
    json.writeArrayFieldStart("protocol");
    for (String sentence : report.protocol()) {
      json.writeString(sentence);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("rows");
    for (EvaluationRow row : report.rows()) {
      json.writeStartObject();
      json.writeStringField("pack", row.pack());
      json.writeStringField("method", row.method());
      json.writeStringField("task", row.task());
      json.writeStringField("measure", row.measure());
      json.writeNumberField("value", row.value());
      json.writeBooleanField("published", row.published());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("sweeps");
    for (SweepReport sweep : sweeps) {
      json.writeStartObject();
      json.writeStringField("sweep", sweep.sweep());
      json.writeStringField("axis", sweep.axis());
      json.writeArrayFieldStart("points");
      for (SweepPoint point : sweep.points()) {
        json.writeStartObject();
        json.writeStringField("pack", point.pack());
        json.writeStringField("series", point.series());
        json.writeNumberField("x", point.x());
        json.writeStringField("setting", point.setting());
        json.writeStringField("measure", point.measure());
        json.writeNumberField("value", point.value());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.close();
    out.write("\n");
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }
}
