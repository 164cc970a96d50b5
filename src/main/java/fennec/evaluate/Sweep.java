package fennec.evaluate;

import fennec.error.FennecException;
import fennec.progress.Progress;
import java.util.ArrayList;
import java.util.List;

/**
 * Leave one task out, once for each of several settings. Built by {@link Sweeps}, run in the
 * background by whoever wants to see it; nothing is computed before {@link #run}. Immutable.
 *
 * @param name short name
 * @param axis what is swept, for people
 * @param settings the settings in their order
 */
public record Sweep(String name, String axis, List<Setting> settings) implements EvaluationSweep {

  /**
   * One place on the axis.
   *
   * @param x position
   * @param label the setting in words
   * @param on what is evaluated
   * @param how how tasks are drawn
   * @param methods the methods; their labels name the curves
   * @param extra further figures that need no hidden task, such as a reconstruction error
   */
  public record Setting(
      double x,
      String label,
      EvaluationCase on,
      EvaluationSettings how,
      List<? extends EvaluationMethod> methods,
      Extra extra) {}

  /** Figures of a setting beside the ranking quality. */
  @FunctionalInterface
  public interface Extra {
    /** No further figures. */
    Extra NONE = progress -> List.of();

    /** Computes the points; their place on the axis is that of the setting. */
    List<SweepPoint> points(Progress progress) throws FennecException;
  }

  /** Copies the list. */
  public Sweep {
    settings = List.copyOf(settings);
  }

  @Override
  public SweepReport run(Progress progress) throws FennecException {
    List<SweepPoint> points = new ArrayList<>();
    int done = 0;
    for (Setting setting : settings) {
      progress.checkCancelled();
      progress.step(done, settings.size(), name + " " + setting.label());
      // The inner run must hear the wish to stop, yet report only whole settings.
      Progress inner = progress.untold();
      EvaluationReport report =
          new EvaluationReport(
              new LeaveOneTaskOut(setting.how()).run(setting.on(), setting.methods(), inner),
              List.of());
      String pack = setting.on().pack();
      for (String series : report.methods(pack)) {
        for (RankingMeasure measure : RankingMeasure.values()) {
          report
              .mean(pack, series, measure)
              .ifPresent(
                  value ->
                      points.add(
                          new SweepPoint(
                              pack, series, setting.x(), setting.label(), measure.label(), value)));
        }
      }
      points.addAll(setting.extra().points(inner));
      done++;
    }
    progress.step(done, settings.size(), name);
    return new SweepReport(name, axis, points);
  }
}
