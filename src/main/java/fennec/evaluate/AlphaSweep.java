package fennec.evaluate;

import fennec.error.FennecException;
import fennec.progress.Progress;
import fennec.recommend.ArchitectureFact;
import fennec.recommend.RecommenderSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Ranking quality against the weight of the meta score. Transfer and meta scores are computed once
 * a hidden task and merged at every alpha.
 */
record AlphaSweep(
    EvaluationCase on, EvaluationSettings how, Map<String, ArchitectureFact> architectures)
    implements EvaluationSweep {

  private static final int STEPS = 20;
  private static final List<String> SERIES = List.of(Methods.SIMILARITY, Methods.PAPER);

  @Override
  public String name() {
    return "alpha";
  }

  @Override
  public SweepReport run(Progress progress) throws FennecException {
    MethodParts parts = new MethodParts(architectures);
    List<EvaluationMethod> methods = new ArrayList<>();
    for (String series : SERIES) {
      RecommenderSettings settings =
          series.equals(Methods.PAPER) ? RecommenderSettings.PUBLISHED : Methods.similarity();
      for (int step = 0; step <= STEPS; step++) {
        methods.add(new MergedMethod(label(series, step), parts, settings, step / (double) STEPS));
      }
    }
    EvaluationReport report =
        new EvaluationReport(new LeaveOneTaskOut(how).run(on, methods, progress), List.of());
    List<SweepPoint> points = new ArrayList<>();
    for (String series : SERIES) {
      for (int step = 0; step <= STEPS; step++) {
        double alpha = step / (double) STEPS;
        for (RankingMeasure measure : RankingMeasure.values()) {
          double value = report.mean(on.pack(), label(series, step), measure).orElse(Double.NaN);
          points.add(
              new SweepPoint(
                  on.pack(),
                  series,
                  alpha,
                  String.format(Locale.ROOT, "%.2f", alpha),
                  measure.label(),
                  value));
        }
      }
    }
    return new SweepReport("alpha", "alpha: weight of the meta score", points);
  }

  private static String label(String series, int step) {
    return series + " " + step;
  }
}
