package fennec.cli;

import fennec.numeric.Correlations;
import fennec.recommend.RankInterval;
import fennec.recommend.RankedModel;
import fennec.recommend.RankingReport;
import fennec.recommend.TaskShare;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A ranking as a table for a terminal. */
final class RankingTable {

  private static final int NEAREST = 3;

  private RankingTable() {}

  static void print(RankingReport report, int top, PrintWriter out) {
    List<RankedModel> rows = report.ranking().top(top);
    int width = Math.max(5, rows.stream().mapToInt(r -> r.model().name().length()).max().orElse(0));
    out.printf(
        Locale.ROOT,
        "%4s  %-" + width + "s  %-12s  %9s  %6s  %8s  %6s  %s%n",
        "rank",
        "model",
        "family",
        "params",
        "final",
        "transfer",
        "meta",
        "places");
    for (int i = 0; i < rows.size(); i++) {
      RankedModel row = rows.get(i);
      RankInterval places = report.places().get(i);
      out.printf(
          Locale.ROOT,
          "%4d  %-" + width + "s  %-12s  %9s  %6.3f  %8.3f%s %6.3f  %d-%d%n",
          row.rank(),
          row.model().name(),
          row.model().family(),
          row.model().parameters().isPresent()
              ? String.format(Locale.ROOT, "%.1f M", row.model().parameters().getAsLong() / 1e6)
              : "",
          row.score(),
          row.transfer(),
          row.estimated() ? "*" : " ",
          row.meta(),
          places.best(),
          places.worst());
    }
    if (rows.stream().anyMatch(RankedModel::estimated)) {
      out.println("* no history: transfer score estimated from the models most like it");
    }
    out.printf(
        Locale.ROOT,
        "%d models, alpha %.2f, %d %s by %s on %s, history %s%n",
        report.ranking().models().size(),
        report.ranking().alpha(),
        report.provenance().images(),
        report.provenance().images() == 1 ? "image" : "images",
        report.provenance().encoderTitle(),
        report.provenance().device(),
        report.provenance().packs().stream().map(p -> p.name()).collect(Collectors.joining(", ")));
    if (!report.nearest().isEmpty()) {
      out.println(
          "nearest tasks: "
              + report.nearest().subList(0, Math.min(NEAREST, report.nearest().size())).stream()
                  .map(RankingTable::text)
                  .collect(Collectors.joining(", ")));
    }
  }

  /**
   * The same task as several encoders see it: the first one's order, every one's rank and score.
   */
  static void printSideBySide(List<RankingReport> reports, int top, PrintWriter out) {
    List<RankedModel> rows = reports.get(0).ranking().top(top);
    int width = Math.max(5, rows.stream().mapToInt(r -> r.model().name().length()).max().orElse(0));
    out.printf("%-" + width + "s", "model");
    for (int e = 0; e < reports.size(); e++) {
      out.printf("  %12s", (char) ('A' + e) + ": rank score");
    }
    out.println();
    for (RankedModel row : rows) {
      out.printf("%-" + width + "s", row.model().name());
      for (RankingReport report : reports) {
        RankedModel same =
            report.ranking().models().stream()
                .filter(other -> other.index() == row.index())
                .findFirst()
                .orElseThrow();
        out.printf(Locale.ROOT, "  %6d %6.3f", same.rank(), same.score());
      }
      out.println();
    }
    for (int e = 0; e < reports.size(); e++) {
      RankingReport report = reports.get(e);
      out.printf(
          Locale.ROOT,
          "%s: %s; order agrees with A by %.3f (Spearman); nearest %s%n",
          (char) ('A' + e),
          report.provenance().encoderTitle(),
          Correlations.spearman(scores(reports.get(0)), scores(report)),
          report.nearest().isEmpty() ? "unknown" : text(report.nearest().get(0)));
    }
  }

  private static double[] scores(RankingReport report) {
    double[] scores = new double[report.ranking().models().size()];
    report.ranking().models().forEach(row -> scores[row.index()] = row.score());
    return scores;
  }

  private static String text(TaskShare share) {
    return String.format(Locale.ROOT, "%s %.0f %%", share.title(), 100 * share.share());
  }
}
