package fennec.recommend;

import fennec.history.PerformanceMatrix;
import fennec.numeric.LinearRegression;
import fennec.recommend.MetaFeature.Value;
import fennec.zoo.PretrainedModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;

/**
 * Predicts the score of any model on any task from facts alone: a linear regression over every
 * observed pair (model, task) of the history, P_ij on {@link MetaFeatures}, with a small ridge that
 * keeps rare categories near the average.
 *
 * <p>Immutable and deterministic. Cost: fitting O(pairs * columns^2), prediction O(m * columns).
 * Source: arXiv 2403.06382, section 3.3.
 */
public final class MetaRegressor {

  /** One observation's worth of doubt on each coefficient. */
  private static final double RIDGE = 1;

  private final MetaFeatures features;
  private final LinearRegression regression;

  private MetaRegressor(MetaFeatures features, LinearRegression regression) {
    this.features = features;
    this.regression = regression;
  }

  /**
   * Fits the regression.
   *
   * @param architectures graph facts by name of the architecture; where empty, families stand in
   */
  public static MetaRegressor fit(
      TransferHistory history, Map<String, ArchitectureFact> architectures) {
    MetaFeatures features = new MetaFeatures(history, architectures);
    PerformanceMatrix p = history.performance();
    List<List<Value>> tasks = history.tasks().stream().map(MetaFeatures::values).toList();
    DMatrixRMaj x = new DMatrixRMaj(p.observedCount(), features.columns());
    double[] y = new double[p.observedCount()];
    int pair = 0;
    for (int i = 0; i < p.models().size(); i++) {
      List<Value> model = features.values(history.models().get(i));
      for (int j = 0; j < tasks.size(); j++) {
        if (p.observed(i, j)) {
          double[] row = features.row(model, tasks.get(j), history.packs().get(i));
          System.arraycopy(row, 0, x.data, pair * x.numCols, row.length);
          y[pair++] = p.score(i, j);
        }
      }
    }
    return new MetaRegressor(features, LinearRegression.fit(x, y, RIDGE));
  }

  /** Standard deviation of the residuals, on the scale of P. */
  public double residualSpread() {
    return regression.residualSpread();
  }

  /** Meta scores of {@code models} on {@code task}. */
  public MetaPrediction predict(List<PretrainedModel> models, TargetTask task) {
    return predict(models, task, Map.of());
  }

  /** The same, with graph facts of architectures that were not there at the fit. */
  public MetaPrediction predict(
      List<PretrainedModel> models, TargetTask task, Map<String, ArchitectureFact> added) {
    List<Value> taskValues = MetaFeatures.taskValues(task.images(), task.classes());
    List<List<Value>> modelValues =
        models.stream().map(each -> features.values(each, added)).toList();
    double ofTask =
        sum(features.ofTask(), taskValues, features.taskColumnsFrom()).stream()
            .mapToDouble(Contribution::amount)
            .sum();
    double[] scores =
        modelValues.stream()
            .mapToDouble(v -> regression.meanOfTarget() + ofTask + sumOfModel(v))
            .toArray();
    return new MetaPrediction(
        scores, residualSpread(), i -> contributions(modelValues.get(i), taskValues));
  }

  private double sumOfModel(List<Value> values) {
    double[] columns = new double[features.taskColumnsFrom()];
    MetaFeatures.write(features.ofModel(), values, columns, 0);
    double sum = 0;
    for (int j = 0; j < columns.length; j++) {
      sum += regression.contribution(j, columns[j]);
    }
    return sum;
  }

  private List<Contribution> contributions(List<Value> model, List<Value> task) {
    List<Contribution> all = new ArrayList<>(sum(features.ofModel(), model, 0));
    all.addAll(sum(features.ofTask(), task, features.taskColumnsFrom()));
    all.sort(
        Comparator.comparingDouble((Contribution c) -> -Math.abs(c.amount()))
            .thenComparing(Contribution::feature));
    return List.copyOf(all);
  }

  /** One contribution a feature: the sum over its columns. */
  private List<Contribution> sum(List<MetaFeature> group, List<Value> values, int from) {
    List<Contribution> sums = new ArrayList<>(group.size());
    int at = from;
    for (int f = 0; f < group.size(); f++) {
      double[] columns = new double[group.get(f).columns()];
      group.get(f).write(values.get(f), columns, 0);
      double sum = 0;
      for (double value : columns) {
        sum += regression.contribution(at++, value);
      }
      sums.add(new Contribution(group.get(f).name(), values.get(f).shown(), sum));
    }
    return sums;
  }
}
