package fennec.ui.architecture;

import fennec.recommend.RankedModel;
import fennec.recommend.Ranking;
import fennec.ui.architecture.Inspection.Row;
import fennec.ui.control.Figures;
import fennec.ui.session.TargetRun;
import fennec.zoo.PretrainedModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where a graph stands among the ranked models. */
public final class Prediction {

  private static final int SHOWN = 4;

  private Prediction() {}

  /** Whether {@code model} is what was asked for. */
  private static boolean asked(PretrainedModel model, String given) {
    return model.name().equals(given) || model.architecture().equals(given);
  }

  /**
   * Places and scores at {@code alpha} of the models with this graph, first what was asked for;
   * empty without a run.
   */
  static List<Row> rows(TargetRun run, double alpha, String given, String graph) {
    if (run == null) {
      return List.of();
    }
    Ranking ranking = run.recommendation().ranking(alpha);
    List<RankedModel> found =
        ranking.models().stream()
            .filter(m -> asked(m.model(), given) || m.model().architecture().equals(graph))
            .sorted(Comparator.comparing(m -> !asked(m.model(), given)))
            .toList();
    List<Row> rows = new ArrayList<>();
    for (RankedModel each : found.subList(0, Math.min(SHOWN, found.size()))) {
      rows.add(
          new Row(
              each.model().name(),
              "#"
                  + each.rank()
                  + " of "
                  + ranking.models().size()
                  + ",  "
                  + Figures.percent(each.score())
                  + " %"
                  + (each.estimated() ? ", estimated" : "")));
    }
    if (found.size() > SHOWN) {
      rows.add(new Row("", "and " + (found.size() - SHOWN) + " more models with this graph"));
    }
    return rows;
  }

  /** Whether a candidate of {@code run} is this file. */
  static boolean knows(TargetRun run, String file) {
    return run.recommendation().candidates().stream()
        .anyMatch(model -> model.architecture().equals(file));
  }

  /**
   * What to open for the candidate called {@code name}: its file or architecture, else the name.
   */
  public static String graphOf(TargetRun run, String name) {
    if (run == null) {
      return name;
    }
    return run.recommendation().candidates().stream()
        .filter(model -> model.name().equals(name) && !model.architecture().isEmpty())
        .map(PretrainedModel::architecture)
        .findFirst()
        .orElse(name);
  }
}
