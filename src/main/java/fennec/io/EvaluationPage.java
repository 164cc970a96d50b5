package fennec.io;

import fennec.evaluate.EvaluationReport;
import fennec.evaluate.EvaluationRow;
import fennec.evaluate.RankingMeasure;
import fennec.evaluate.SweepPoint;
import fennec.evaluate.SweepReport;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;

/** Evaluation figures as one HTML page: tables of methods and tasks, sweeps as plots. */
final class EvaluationPage {

  private static final String STYLE =
      ":root{color-scheme:light dark;--line:#d7dee5;--quiet:#5b6776}"
          + "body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;"
          + "color:#1c2733;background:#fff}"
          + "table{border-collapse:collapse;margin:1rem 0;font-size:13px}"
          + "th,td{padding:.25rem .6rem;border-bottom:1px solid var(--line);text-align:right}"
          + "th:first-child,td:first-child{text-align:left;white-space:nowrap}"
          + "tr.published td{color:var(--quiet);font-style:italic}td.best{font-weight:700}"
          + "svg{max-width:100%;height:auto}.scroll{overflow-x:auto}"
          + "@media (prefers-color-scheme:dark){:root{--line:#323b45;--quiet:#9aa5b1}"
          + "body{color:#e4e7eb;background:#15191e}}";

  private final EvaluationReport report;
  private final List<SweepReport> sweeps;

  EvaluationPage(EvaluationReport report, List<SweepReport> sweeps) {
    this.report = report;
    this.sweeps = sweeps;
  }

  void write(Writer out) throws IOException {
    out.write("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
    out.write("<title>Fennec: leave one task out</title><style>" + STYLE + "</style></head><body>");
    out.write("\n<h1>How good are the rankings: leave one task out</h1>\n");
    for (String sentence : report.protocol()) {
      out.write("<p>" + HtmlText.escaped(sentence) + "</p>\n");
    }
    for (String pack : report.packs()) {
      out.write("<h2>" + HtmlText.escaped(pack) + "</h2>\n");
      summary(pack, out);
      perTask(pack, out);
    }
    for (SweepReport sweep : sweeps) {
      out.write("<h2>" + HtmlText.escaped(sweep.axis()) + "</h2>\n");
      for (String measure : sweep.measures()) {
        if (measure.equals(RankingMeasure.PEARSON.label())
            || measure.equals(RankingMeasure.TOP1_REGRET.label())
            || !RankingMeasure.isLabel(measure)) {
          List<SweepPoint> points = sweep.of(measure);
          out.write(new LinePlot(sweep.axis(), measure, points).svg() + "\n");
        }
      }
    }
    out.write("</body></html>\n");
  }

  private void summary(String pack, Writer out) throws IOException {
    out.write("<div class=\"scroll\"><table><tr><th>mean over tasks</th>");
    for (RankingMeasure measure : RankingMeasure.values()) {
      out.write("<th>" + measure.label().replace('_', ' ') + "</th>");
    }
    out.write("</tr>\n");
    for (String method : report.methods(pack)) {
      out.write(row(pack, method));
      for (RankingMeasure measure : RankingMeasure.values()) {
        out.write("<td>" + shown(report.mean(pack, method, measure), measure) + "</td>");
      }
      out.write("</tr>\n");
    }
    out.write("</table></div>\n");
  }

  private void perTask(String pack, Writer out) throws IOException {
    RankingMeasure measure = RankingMeasure.PEARSON;
    List<String> methods = report.methods(pack);
    List<String> tasks = report.tasks(pack);
    double[] best =
        tasks.stream()
            .mapToDouble(
                task ->
                    methods.stream()
                        .filter(method -> !published(pack, method))
                        .map(method -> report.value(pack, method, task, measure))
                        .filter(OptionalDouble::isPresent)
                        .mapToDouble(OptionalDouble::getAsDouble)
                        .max()
                        .orElse(Double.NaN))
            .toArray();
    out.write("<div class=\"scroll\"><table><tr><th>Pearson x 100</th>");
    for (String task : tasks) {
      out.write("<th>" + HtmlText.escaped(task) + "</th>");
    }
    out.write("</tr>\n");
    for (String method : methods) {
      out.write(row(pack, method));
      for (int j = 0; j < tasks.size(); j++) {
        OptionalDouble value = report.value(pack, method, tasks.get(j), measure);
        boolean first = value.isPresent() && value.getAsDouble() == best[j];
        out.write("<td" + (first ? " class=\"best\"" : "") + ">" + shown(value, measure) + "</td>");
      }
      out.write("</tr>\n");
    }
    out.write("</table></div>\n");
  }

  private String row(String pack, String method) {
    return published(pack, method)
        ? "<tr class=\"published\"><td>" + HtmlText.escaped(method) + " (published)</td>"
        : "<tr><td>" + HtmlText.escaped(method) + "</td>";
  }

  private boolean published(String pack, String method) {
    return report.rows().stream()
        .filter(r -> r.pack().equals(pack) && r.method().equals(method))
        .anyMatch(EvaluationRow::published);
  }

  private static String shown(OptionalDouble value, RankingMeasure measure) {
    if (value.isEmpty()) {
      return "";
    }
    String format = Objects.equals(measure, RankingMeasure.PEARSON) ? "%.1f" : "%.3f";
    return String.format(Locale.ROOT, format, value.getAsDouble());
  }
}
