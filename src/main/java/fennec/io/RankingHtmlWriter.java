package fennec.io;

import fennec.io.RankingAnnex.Thumbnail;
import fennec.recommend.RankInterval;
import fennec.recommend.RankedModel;
import fennec.recommend.RankingReport;
import fennec.recommend.TaskShare;
import fennec.recommend.TransferMethod;
import fennec.zoo.LoadingCode;
import fennec.zoo.PretrainedModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A ranking as one HTML page that needs nothing else: no script, no font, no file, no network. It
 * follows the reader's choice of light or dark and prints in light. Everything that came from
 * files, classes or models is escaped; a policy in its head forbids whatever might have slipped
 * through.
 */
final class RankingHtmlWriter implements RankingWriter {

  private static final String POLICY =
      "default-src 'none'; img-src data:; style-src 'unsafe-inline'";
  private static final int FIRST_ROWS = 25;
  private static final int NEAREST = 8;
  private static final int MARKED = 10;
  private static final int LOADED = 5;

  private final RankingAnnex annex;

  RankingHtmlWriter(RankingAnnex annex) {
    this.annex = annex;
  }

  private static String style() {
    try (InputStream css = RankingHtmlWriter.class.getResourceAsStream("report.css")) {
      return new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void write(RankingReport report, Writer out) throws IOException {
    out.write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.write("<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\">\n");
    out.write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.write("<title>Models for " + HtmlText.escaped(report.task()) + "</title>\n<style>\n");
    out.write(style() + "</style>\n</head>\n<body>\n<main>\n");
    head(report, out);
    ranking(report, out);
    loading(report, out);
    reasons(report, out);
    if (!annex.thumbnails().isEmpty()) {
      images(out);
    }
    pictures(report, out);
    method(report, out);
    provenance(report, out);
    out.write("</main>\n</body>\n</html>\n");
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private static void head(RankingReport report, Writer out) throws IOException {
    out.write("<h1>Models for <q>" + HtmlText.escaped(report.task()) + "</q></h1>\n");
    out.write(
        text(
            "<p class=\"lead\">%,d pre-trained models ranked for %,d %s, seen by %s; alpha"
                + " %.2f.</p>\n",
            report.ranking().models().size(),
            report.provenance().images(),
            report.provenance().images() == 1 ? "image" : "images",
            HtmlText.escaped(report.provenance().encoderTitle()),
            report.ranking().alpha()));
    if (report.ranking().models().isEmpty()) {
      return;
    }
    RankedModel best = report.ranking().models().get(0);
    RankInterval places = report.places().get(0);
    out.write(
        text(
            "<div class=\"answer\"><p>First: <strong>%s</strong>, place %d to %d in 80 %% of"
                + " equally likely variants of the prediction.</p>\n<p class=\"note\">Differences"
                + " between models mean something, the level of a score hardly does. Models whose"
                + " places overlap are ties: take the smaller one.</p></div>\n",
            HtmlText.escaped(best.model().name()), places.best(), places.worst()));
  }

  private static void ranking(RankingReport report, Writer out) throws IOException {
    List<RankedModel> rows = report.ranking().models();
    out.write("<h2>Ranking</h2>\n");
    int first = Math.min(FIRST_ROWS, rows.size());
    table(report, 0, first, out);
    if (first < rows.size()) {
      out.write(
          text("<details><summary>All others, place %d to %d</summary>\n", first + 1, rows.size()));
      table(report, first, rows.size(), out);
      out.write("</details>\n");
    }
    if (rows.stream().anyMatch(RankedModel::estimated)) {
      out.write(
          "<p class=\"note\">A tilde (~) marks transfer scores estimated from models alike, because"
              + " the model has no history of its own.</p>\n");
    }
  }

  private static void table(RankingReport report, int from, int to, Writer out) throws IOException {
    List<RankedModel> rows = report.ranking().models();
    double low = rows.stream().mapToDouble(RankedModel::low).min().orElse(0);
    double high = rows.stream().mapToDouble(RankedModel::high).max().orElse(1);
    out.write(
        "<div class=\"scroll\"><table class=\"ranking\">\n<thead><tr><th class=\"n\">#</th>"
            + "<th>Model</th><th>Family</th><th class=\"n\">Parameters</th><th class=\"n\">Input"
            + "</th><th>Pre-trained on</th><th class=\"n\">Score</th><th>80 % interval</th>"
            + "<th class=\"n\">Transfer</th><th class=\"n\">Meta</th><th class=\"n\">Places</th>"
            + "</tr></thead>\n<tbody>\n");
    for (int i = from; i < to; i++) {
      row(rows.get(i), report.places().get(i), low, high, out);
    }
    out.write("</tbody></table></div>\n");
  }

  private static void row(RankedModel row, RankInterval places, double low, double high, Writer out)
      throws IOException {
    PretrainedModel model = row.model();
    out.write(
        text(
            "<tr><td class=\"n\">%d</td><td class=\"name\">%s</td><td>%s</td>"
                + "<td class=\"n\">%s</td><td class=\"n\">%s</td><td>%s</td>",
            row.rank(),
            HtmlText.link(model.url(), model.name()),
            HtmlText.escaped(model.family()),
            model.parameters().isPresent()
                ? text("%.1f M", model.parameters().getAsLong() / 1e6)
                : "",
            model.inputSize().isPresent() ? model.inputSize().getAsInt() : "",
            HtmlText.escaped(model.pretrainingData())));
    double span = Math.max(1e-12, high - low);
    double end = 100 * (row.score() - low) / span;
    double left = 100 * (row.low() - low) / span;
    double width = 100 * (row.high() - row.low()) / span;
    out.write(
        text(
            "<td class=\"n\">%.2f</td><td class=\"bar\"><span><i style=\"width:%.1f%%\"></i>"
                + "<b style=\"left:%.1f%%;width:%.1f%%\"></b></span></td>",
            100 * row.score(), end, left, width));
    out.write(
        text(
            "<td class=\"n\">%s%.2f</td><td class=\"n\">%.2f</td><td class=\"n\">%s</td></tr>\n",
            row.estimated() ? "~" : "",
            100 * row.transfer(),
            100 * row.meta(),
            places.best() == places.worst()
                ? places.best()
                : places.best() + "\u2013" + places.worst()));
  }

  private static void loading(RankingReport report, Writer out) throws IOException {
    out.write("<h2>How to load the first ones</h2>\n<pre>");
    for (RankedModel row : report.ranking().top(LOADED)) {
      out.write("# " + row.rank() + ": " + HtmlText.escaped(row.model().name()) + "\n");
      out.write(HtmlText.lines(LoadingCode.of(row.model()).replace("; model", "\nmodel")) + "\n");
    }
    out.write("</pre>\n");
  }

  private static void reasons(RankingReport report, Writer out) throws IOException {
    if (report.nearest().isEmpty()) {
      return;
    }
    out.write("<h2>Past tasks most like yours</h2>\n<table class=\"shares\">\n");
    for (TaskShare share :
        report.nearest().subList(0, Math.min(NEAREST, report.nearest().size()))) {
      out.write(
          text(
              "<tr><th scope=\"row\">%s</th><td class=\"n\">%.1f %%</td><td class=\"bar\"><span>"
                  + "<i style=\"width:%.1f%%\"></i></span></td></tr>\n",
              HtmlText.escaped(share.title()), 100 * share.share(), 100 * share.share()));
    }
    out.write(
        "</table>\n<p class=\"note\">The share is the weight that a past task has in the transfer"
            + " scores. Past tasks are mostly natural photographs; where none is near, trust the"
            + " ranking less.</p>\n");
  }

  private void images(Writer out) throws IOException {
    out.write("<h2>Some of your images</h2>\n<div class=\"images\">\n");
    for (Thumbnail each : annex.thumbnails()) {
      String name = HtmlText.escaped(each.name());
      out.write("<img alt=\"" + name + "\" title=\"" + name + "\" src=\"data:image/jpeg;base64,");
      out.write(Base64.getEncoder().encodeToString(each.jpeg()) + "\">\n");
    }
    out.write("</div>\n");
  }

  private void pictures(RankingReport report, Writer out) throws IOException {
    if (annex.alphaCurve().isPresent()) {
      out.write("<h2>Which alpha tends to work</h2>\n<figure>");
      out.write(RankingPlots.alpha(annex.alphaCurve().get(), report.ranking().alpha()));
      out.write(
          "<figcaption>"
              + HtmlText.escaped(capital(annex.alphaCurve().get().source()))
              + ".</figcaption></figure>\n");
    }
    if (annex.map().isPresent()) {
      out.write("<h2>Where the first models lie among architectures</h2>\n<figure>");
      out.write(RankingPlots.map(annex.map().get(), report.ranking().top(MARKED)));
      out.write(
          text(
              "<figcaption>Vectors of dataflow graphs (archi2vec) in their first two principal"
                  + " components, %.0f %% of the variance; colours are clusters, numbers places in"
                  + " this ranking. Models without a known graph are not shown.</figcaption>"
                  + "</figure>\n",
              100 * annex.map().get().share()));
    }
    if (annex.drawing().isPresent()) {
      RankingAnnex.Drawing drawing = annex.drawing().get();
      out.write("<h2>The graph of " + HtmlText.escaped(drawing.model()) + "</h2>\n");
      out.write(
          "<figure><div class=\"graph light\" tabindex=\"0\">"
              + drawing.light()
              + "</div><div class=\"graph dark\" tabindex=\"0\">"
              + drawing.dark()
              + "</div>");
      out.write(
          text(
              "<figcaption>Place %d%s; repeated blocks are folded, shapes stand beside the"
                  + " edges.</figcaption></figure>\n",
              drawing.rank(), drawing.rank() == 1 ? "" : ", the first model with a known graph"));
    }
  }

  private static String capital(String text) {
    return text.isEmpty() ? "" : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static void method(RankingReport report, Writer out) throws IOException {
    boolean paper = report.provenance().settings().method() == TransferMethod.PAPER;
    out.write("<h2>How the scores came about</h2>\n<p>");
    out.write(
        "The images were embedded by an encoder; none of the ranked models was run or trained."
            + " The <em>transfer</em> score predicts from these vectors how well a model would do"
            + " after fine-tuning: ");
    out.write(
        paper
            ? text(
                "the published scores of past tasks are factored into %d factors (NMF), and a"
                    + " random forest of %d trees puts your images in their place among the"
                    + " tasks.",
                report.provenance().settings().latentSize(), report.provenance().settings().trees())
            : "a Gaussian process over past tasks, one a history pack, lets models that did well"
                + " on tasks like yours score high.");
    out.write(
        " The <em>meta</em> score is a linear regression over every observed pair of model and"
            + " task on facts: parameters, input size, pre-training data, cluster and layers of"
            + " the model's graph.</p>\n");
    out.write(
        text(
            "<p>score = (1 \u2212 alpha) \u00d7 transfer + alpha \u00d7 meta, with alpha = %.2f;"
                + " scores are shown times 100, on the scale of the history. Fennec is described in"
                + " <a href=\"https://arxiv.org/abs/2403.06382\">arXiv 2403.06382</a>.</p>\n",
            report.ranking().alpha()));
  }

  private static void provenance(RankingReport report, Writer out) throws IOException {
    out.write("<h2>Provenance</h2>\n<table class=\"provenance\">\n");
    for (Map.Entry<String, String> line : ProvenanceLines.of(report.provenance()).entrySet()) {
      out.write(
          "<tr><th scope=\"row\">"
              + HtmlText.escaped(line.getKey().replace('_', ' '))
              + "</th><td>"
              + HtmlText.escaped(line.getValue())
              + "</td></tr>\n");
    }
    out.write("</table>\n");
  }
}
