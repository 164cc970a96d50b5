package fennec.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import fennec.recommend.Contribution;
import fennec.recommend.PackStamp;
import fennec.recommend.Provenance;
import fennec.recommend.RankInterval;
import fennec.recommend.RankedModel;
import fennec.recommend.RankingReport;
import fennec.recommend.TaskShare;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;

/**
 * A ranking as JSON: {@code {schema, task, ranking: [...], reasons: {...}, provenance: {...}}}.
 * Scores have six decimals.
 */
final class RankingJsonWriter implements RankingWriter {

  private static final int SCHEMA = 1;

  @Override
  public void write(RankingReport report, Writer out) throws IOException {
    JsonGenerator json = generator(out);
    write(report, json);
    json.writeRaw('\n');
    json.close();
  }

  /** Several rankings: {@code {schema, rankings: [...]}}, each as {@link #write} gives it. */
  static void writeAll(List<RankingReport> reports, Writer out) throws IOException {
    JsonGenerator json = generator(out);
    json.writeStartObject();
    json.writeNumberField("schema", SCHEMA);
    json.writeArrayFieldStart("rankings");
    for (RankingReport report : reports) {
      write(report, json);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
    json.close();
  }

  private static JsonGenerator generator(Writer out) throws IOException {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter pretty = new DefaultPrettyPrinter();
    pretty.indentObjectsWith(lines);
    pretty.indentArraysWith(lines);
    JsonGenerator json = new JsonFactory().createGenerator(out).setPrettyPrinter(pretty);
    return json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
  }

  private static void write(RankingReport report, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("schema", SCHEMA);
    json.writeStringField("task", report.task());
    json.writeArrayFieldStart("ranking");
    for (int i = 0; i < report.ranking().models().size(); i++) {
      write(report.ranking().models().get(i), report.places().get(i), json);
    }
    json.writeEndArray();
    writeReasons(report, json);
    writeProvenance(report.provenance(), json);
    json.writeEndObject();
  }

  private static void write(RankedModel row, RankInterval places, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeNumberField("rank", row.rank());
    json.writeStringField("model", row.model().name());
    json.writeStringField("family", row.model().family());
    score(json, "final", row.score());
    score(json, "transfer", row.transfer());
    score(json, "meta", row.meta());
    score(json, "low", row.low());
    score(json, "high", row.high());
    json.writeNumberField("rank_best", places.best());
    json.writeNumberField("rank_worst", places.worst());
    json.writeBooleanField("transfer_estimated", row.estimated());
    json.writeStringField("architecture", row.model().architecture());
    if (row.model().parameters().isPresent()) {
      json.writeNumberField("parameters", row.model().parameters().getAsLong());
    }
    if (row.model().inputSize().isPresent()) {
      json.writeNumberField("input_size", row.model().inputSize().getAsInt());
    }
    json.writeStringField("pretraining_data", row.model().pretrainingData());
    json.writeStringField("url", row.model().url());
    json.writeEndObject();
  }

  private static void writeReasons(RankingReport report, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("reasons");
    json.writeArrayFieldStart("nearest_tasks");
    for (TaskShare share : report.nearest()) {
      json.writeStartObject();
      json.writeStringField("task", share.task());
      json.writeStringField("title", share.title());
      score(json, "share", share.share());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectFieldStart("meta_contributions");
    for (int i = 0; i < report.contributions().size(); i++) {
      json.writeArrayFieldStart(report.ranking().models().get(i).model().name());
      List<Contribution> contributions = report.contributions().get(i);
      for (Contribution each : contributions) {
        json.writeStartObject();
        json.writeStringField("feature", each.feature());
        json.writeStringField("value", each.value());
        score(json, "amount", each.amount());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeProvenance(Provenance p, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("provenance");
    json.writeStringField("program", p.program());
    json.writeStringField("java", p.java());
    json.writeStringField("encoder", p.encoder());
    json.writeStringField("encoder_title", p.encoderTitle());
    json.writeStringField("weights_sha256", p.weightsSha256());
    json.writeStringField("device", p.device());
    json.writeStringField("folder", p.folder());
    json.writeStringField("folder_fingerprint", p.folderFingerprint());
    json.writeNumberField("images", p.images());
    json.writeNumberField("failed_images", p.failedImages());
    json.writeArrayFieldStart("history");
    for (PackStamp pack : p.packs()) {
      json.writeStartObject();
      json.writeStringField("pack", pack.name());
      json.writeStringField("sha256", pack.sha256());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("method", p.settings().method().label());
    json.writeNumberField("k", p.settings().latentSize());
    json.writeNumberField("trees", p.settings().trees());
    json.writeNumberField("penalty", p.settings().penalty());
    json.writeNumberField("clusters", p.settings().clusters());
    json.writeNumberField("seed", p.settings().seed());
    json.writeNumberField("alpha", p.alpha());
    json.writeStringField("time", p.time().toString());
    json.writeEndObject();
  }

  private static void score(JsonGenerator json, String name, double value) throws IOException {
    json.writeNumberField(name, new BigDecimal(RankingCsvWriter.score(value)));
  }
}
