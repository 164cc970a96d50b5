package fennec.io;

import fennec.recommend.RankInterval;
import fennec.recommend.RankedModel;
import fennec.recommend.RankingReport;
import fennec.recommend.TaskShare;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;

/** A ranking as a Markdown page: the table, the nearest tasks, the provenance. */
final class RankingMarkdownWriter implements RankingWriter {

  private static final int NEAREST = 5;

  @Override
  public void write(RankingReport report, Writer out) throws IOException {
    out.write("# Models for " + safe(report.task()) + "\n\n");
    out.write("| rank | model | family | parameters | input | pre-trained on | final | transfer |");
    out.write(" meta | places |\n");
    out.write("| ---: | --- | --- | ---: | ---: | --- | ---: | ---: | ---: | ---: |\n");
    for (int i = 0; i < report.ranking().models().size(); i++) {
      RankedModel row = report.ranking().models().get(i);
      RankInterval places = report.places().get(i);
      out.write(
          String.format(
              Locale.ROOT,
              "| %d | %s | %s | %s | %s | %s | %.4f | %.4f%s | %.4f | %d to %d |\n",
              row.rank(),
              safe(row.model().name()),
              safe(row.model().family()),
              row.model().parameters().isPresent()
                  ? String.format(Locale.ROOT, "%.1f M", row.model().parameters().getAsLong() / 1e6)
                  : "",
              row.model().inputSize().isPresent() ? row.model().inputSize().getAsInt() : "",
              safe(row.model().pretrainingData()),
              row.score(),
              row.transfer(),
              row.estimated() ? " (estimated)" : "",
              row.meta(),
              places.best(),
              places.worst()));
    }
    out.write("\n## Nearest historical tasks\n\n");
    for (TaskShare share :
        report.nearest().subList(0, Math.min(NEAREST, report.nearest().size()))) {
      out.write(
          String.format(Locale.ROOT, "- %s: %.1f %%\n", safe(share.title()), 100 * share.share()));
    }
    out.write("\n## Provenance\n\n");
    for (Map.Entry<String, String> line : ProvenanceLines.of(report.provenance()).entrySet()) {
      out.write("- " + line.getKey() + ": " + safe(line.getValue()) + "\n");
    }
  }

  /** Text from outside must not end a cell, a line or begin markup. */
  static String safe(String text) {
    return text.replaceAll("\\R", " ")
        .replace("\\", "\\\\")
        .replaceAll("([|`*_\\[\\]<>#])", "\\\\$1");
  }
}
