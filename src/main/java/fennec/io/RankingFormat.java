package fennec.io;

import fennec.error.FennecException;
import fennec.file.AtomicFile;
import fennec.recommend.RankingReport;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The formats a ranking is exported in, chosen by the ending of the file's name. */
public enum RankingFormat {
  /** Comma-separated values after comment lines with the provenance. */
  CSV(".csv", "CSV table"),
  /** One JSON object with ranking, reasons and provenance. */
  JSON(".json", "JSON"),
  /** A table for people with reasons and provenance below. */
  MARKDOWN(".md", "Markdown"),
  /** One self-contained page with plots, for people. */
  HTML(".html", "HTML report");

  private final String ending;
  private final String title;

  RankingFormat(String ending, String title) {
    this.ending = ending;
    this.title = title;
  }

  /** The ending of file names, with its dot. */
  public String ending() {
    return ending;
  }

  /** Name for people. */
  public String title() {
    return title;
  }

  /** The writer, with nothing beside the ranking. */
  public RankingWriter writer() {
    return writer(RankingAnnex.NONE);
  }

  private RankingWriter writer(RankingAnnex annex) {
    return switch (this) {
      case CSV -> new RankingCsvWriter();
      case JSON -> new RankingJsonWriter();
      case MARKDOWN -> new RankingMarkdownWriter();
      case HTML -> new RankingHtmlWriter(annex);
    };
  }

  /**
   * Writes rankings of the same images through several encoders as one JSON object {@code {schema,
   * rankings: [...]}}; each ranking is what {@link #JSON} writes.
   *
   * @throws IOException if {@code out} fails
   */
  public static void writeJson(List<RankingReport> reports, Writer out) throws IOException {
    RankingJsonWriter.writeAll(reports, out);
  }

  /**
   * The format that {@code file}'s name asks for.
   *
   * @throws FennecException naming the endings there are
   */
  public static RankingFormat of(Path file) throws FennecException {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    for (RankingFormat format : values()) {
      if (name.endsWith(format.ending)) {
        return format;
      }
    }
    String known =
        Arrays.stream(values()).map(RankingFormat::ending).collect(Collectors.joining(", "));
    throw new FennecException(
        "Cannot tell the format of " + file + ": the name must end in one of " + known + ".");
  }

  /**
   * Writes {@code report} to {@code file}, whole or not at all.
   *
   * @throws FennecException naming the file and the reason
   */
  public void export(RankingReport report, Path file) throws FennecException {
    export(report, RankingAnnex.NONE, file);
  }

  /**
   * Writes {@code report} to {@code file} with what {@code annex} holds, where the format has room
   * for it; whole or not at all.
   *
   * @throws FennecException naming the file and the reason
   */
  public void export(RankingReport report, RankingAnnex annex, Path file) throws FennecException {
    AtomicFile.write(
        file,
        out -> {
          Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
          writer(annex).write(report, text);
          text.flush();
        });
  }
}
