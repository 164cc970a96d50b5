package fennec.ui;

import fennec.evaluate.EvaluationReport;
import fennec.evaluate.EvaluationRow;
import fennec.evaluate.RankingMeasure;
import fennec.evaluate.SweepPoint;
import fennec.evaluate.SweepReport;
import fennec.progress.Progress;
import fennec.ui.evaluation.EvaluationRequest;
import fennec.ui.evaluation.EvaluationResult;
import fennec.ui.evaluation.EvaluationService;
import fennec.ui.evaluation.PackChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Invented figures, deterministic, for tests of the window alone. */
public final class FakeEvaluation implements EvaluationService {

  /** What was asked for last. */
  public volatile EvaluationRequest asked;

  /** When set, an evaluation waits here until it is counted down or cancelled. */
  public volatile CountDownLatch halfWay;

  @Override
  public List<PackChoice> packs() {
    return List.of(
        new PackChoice("first", "First pack", 12, 3, false),
        new PackChoice("second", "Second pack", 20, 4, true),
        new PackChoice("third", "Third pack", 30, 5, true));
  }

  @Override
  public List<String> methods() {
    return List.of("ours", "chance");
  }

  @Override
  public List<String> sweeps() {
    return List.of("alpha", "domains");
  }

  @Override
  public EvaluationResult evaluate(EvaluationRequest request, Progress progress) {
    asked = request;
    progress.step(1, 4, "invented");
    try {
      while (halfWay != null && !halfWay.await(20, TimeUnit.MILLISECONDS)) {
        progress.checkCancelled();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return request
        .sweep()
        .map(name -> new EvaluationResult(request.title(), empty(), List.of(sweep(name))))
        .orElseGet(
            () -> new EvaluationResult(request.title(), table(request.methods()), List.of()));
  }

  private static EvaluationReport empty() {
    return new EvaluationReport(List.of(), List.of());
  }

  private static EvaluationReport table(List<String> methods) {
    List<EvaluationRow> rows = new ArrayList<>();
    for (String pack : List.of("second", "second (no model left out)")) {
      for (String task : List.of("birds", "cars")) {
        for (String method : methods) {
          double value = (method.equals("ours") ? 80 : 20) + task.length();
          for (RankingMeasure measure : RankingMeasure.values()) {
            rows.add(
                EvaluationRow.computed(
                    pack, method, task, measure, measure == RankingMeasure.PEARSON ? value : 0.5));
          }
        }
      }
    }
    rows.add(
        new EvaluationRow(
            "second (no model left out)", "theirs", "birds", "pearson_x100", 99, true));
    return new EvaluationReport(rows, List.of("All of this was invented."));
  }

  private static SweepReport sweep(String name) {
    List<SweepPoint> points = new ArrayList<>();
    for (int i = 0; i <= 4; i++) {
      String setting = name.equals("alpha") ? "0." + 25 * i : "without domain " + i;
      double x = name.equals("alpha") ? Double.parseDouble(setting) : i;
      for (String series : List.of("ours", "chance")) {
        for (String measure : List.of("pearson_x100", "top1_regret")) {
          double value = series.equals("ours") ? 70 + i : 30 - i;
          points.add(new SweepPoint("second", series, x, setting, measure, value));
        }
      }
    }
    return new SweepReport(name, "what is swept: " + name, points);
  }
}
