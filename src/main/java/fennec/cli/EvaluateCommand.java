package fennec.cli;

import fennec.app.EvaluationShelf;
import fennec.app.Workbench;
import fennec.embedding.ImageEncoder;
import fennec.embedding.TaskFeatures;
import fennec.error.FennecException;
import fennec.evaluate.EvaluationCase;
import fennec.evaluate.EvaluationReport;
import fennec.evaluate.EvaluationSettings;
import fennec.evaluate.RankingMeasure;
import fennec.evaluate.SweepPoint;
import fennec.evaluate.SweepReport;
import fennec.file.AtomicFile;
import fennec.io.EvaluationFormat;
import fennec.io.HistoryPackFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fennec evaluate}. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    header = "Shows how good the rankings are: leaves one historical task out at a time.",
    footer = {
      "",
      "Examples:",
      "  fennec evaluate --history hf-finetune",
      "  fennec evaluate --history parc --method similarity --method mean-standardised",
      "  fennec evaluate --history parc --sweep alpha --export alpha.html",
      "  fennec evaluate --history parc --sweep clusters --sweep encoding --draws 1"
    })
final class EvaluateCommand implements Callable<Integer> {

  @Mixin private Output output;

  @Mixin private EngineOptions engine;

  @Option(
      names = "--history",
      paramLabel = "PACK",
      arity = "1..*",
      description =
          "Packs to join and evaluate (default: each pack that is joined by default, then all of"
              + " them joined).")
  private List<String> packs = new ArrayList<>();

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      converter = ArgumentValues.MethodLabel.class,
      description = "fennec, similarity, paper, paper-transfer, meta or a baseline (default: all).")
  private List<String> methods = new ArrayList<>();

  @Option(
      names = "--sweep",
      paramLabel = "SWEEP",
      converter = ArgumentValues.SweepName.class,
      description =
          "Instead of the table: alpha, k, clusters (number of them), encoding (what is known of"
              + " architectures), images, models, tasks, domains, proxy.")
  private List<String> sweeps = new ArrayList<>();

  @Option(
      names = "--draws",
      paramLabel = "N",
      defaultValue = "5",
      description = "Draws of images that figures are a mean of (default: ${DEFAULT-VALUE}).")
  private int draws;

  @Option(
      names = "--images-only",
      description = "Do not tell the methods classes and images of the hidden task.")
  private boolean imagesOnly;

  @Option(
      names = "--export",
      paramLabel = "FILE",
      description = "Write everything to FILE: .csv, .json or .html.")
  private List<Path> exports = new ArrayList<>();

  @Override
  public Integer call() throws FennecException, IOException {
    output.check(draws >= 1, "--draws must be at least 1, not " + draws);
    for (Path file : exports) {
      output.read(() -> EvaluationFormat.of(file));
    }
    for (Path file : exports) {
      AtomicFile.ensureWritable(file);
    }
    EvaluationSettings standard = EvaluationSettings.DEFAULT;
    EvaluationSettings how =
        new EvaluationSettings(
            draws, standard.images(), standard.seed(), standard.leaveOutPretrained(), !imagesOnly);
    EvaluationReport report = new EvaluationReport(List.of(), List.of());
    List<SweepReport> swept = new ArrayList<>();
    try (Workbench workbench = engine.open();
        ConsoleProgress progress = new ConsoleProgress()) {
      ImageEncoder encoder = workbench.encoder(engine.encoder());
      TaskFeatures features = workbench.encoders().taskFeatures(encoder);
      TreeMap<String, TaskFeatures> proxies = new TreeMap<>();
      proxies.put(encoder.title(), features);
      EvaluationShelf shelf = new EvaluationShelf(workbench.home(), workbench.histories());
      for (List<HistoryPackFiles> joined : cases(workbench)) {
        EvaluationCase on = shelf.on(joined, features);
        for (String sweep : sweeps) {
          swept.add(shelf.sweep(sweep, on, how, proxies).run(progress));
        }
        if (sweeps.isEmpty()) {
          report = report.and(shelf.evaluate(on, how, methods, progress));
        }
      }
    }
    for (Path file : exports) {
      EvaluationFormat.of(file).export(report, swept, file);
    }
    PrintWriter out = output.result();
    if (output.isJson()) {
      EvaluationFormat.JSON.write(report, swept, out);
    } else {
      print(report, out);
      swept.forEach(sweep -> print(sweep, out));
    }
    out.flush();
    exports.forEach(file -> output.note("Wrote " + file + "."));
    return ExitCodes.FINE;
  }

  private List<List<HistoryPackFiles>> cases(Workbench workbench) throws FennecException {
    List<HistoryPackFiles> chosen = workbench.histories().packs(packs);
    List<List<HistoryPackFiles>> cases = new ArrayList<>();
    if (packs.isEmpty()) {
      chosen.forEach(pack -> cases.add(List.of(pack)));
    }
    cases.add(chosen);
    return cases;
  }

  private static void print(EvaluationReport report, PrintWriter out) {
    for (String pack : report.packs()) {
      out.printf(Locale.ROOT, "%s: mean over %d tasks%n", pack, report.tasks(pack).size());
      out.printf(
          Locale.ROOT,
          "  %-22s %8s %9s %8s %9s %8s %8s%n",
          "method",
          "Pearson",
          "Spearman",
          "Kendall",
          "weighted",
          "regret",
          "top-5");
      for (String method : report.methods(pack)) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "  %-22s", method));
        for (RankingMeasure measure : RankingMeasure.values()) {
          double value = report.mean(pack, method, measure).orElse(Double.NaN);
          line.append(
              Double.isNaN(value)
                  ? "        -"
                  : String.format(
                      Locale.ROOT, measure == RankingMeasure.PEARSON ? " %8.2f" : " %8.3f", value));
        }
        boolean published =
            report.rows().stream()
                .anyMatch(r -> r.pack().equals(pack) && r.method().equals(method) && r.published());
        out.println(line + (published ? "  published" : ""));
      }
      out.println();
    }
    report.protocol().forEach(out::println);
  }

  private static void print(SweepReport sweep, PrintWriter out) {
    out.println(sweep.axis());
    for (SweepPoint point : sweep.points()) {
      if (point.measure().equals(RankingMeasure.PEARSON.label())
          || !RankingMeasure.isLabel(point.measure())) {
        out.printf(
            Locale.ROOT,
            "  %-20s %-18s %-22s %-20s %9.3f%n",
            point.pack(),
            point.series(),
            point.setting(),
            point.measure(),
            point.value());
      }
    }
    out.println();
  }
}
