package fennec.evaluate;

import fennec.embedding.ImageEmbeddings;
import fennec.progress.Progress;
import fennec.recommend.TargetTask;
import fennec.recommend.TransferHistory;
import fennec.zoo.PretrainedModel;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What any method must beat: scores that need no learning. */
public enum Baseline implements EvaluationMethod {
  /** Mean of the model's raw scores on the other tasks. */
  MEAN_RAW("mean-raw") {
    @Override
    public Scorer fit(TransferHistory visible, TransferHistory tuning, Progress progress) {
      double[] means = ColumnScores.rowMeans(visible.performance().toArray());
      return task -> means.clone();
    }
  },
  /** Mean of the model's scores on the other tasks, standardised per pack and task. */
  MEAN_STANDARDISED("mean-standardised") {
    @Override
    public Scorer fit(TransferHistory visible, TransferHistory tuning, Progress progress) {
      double[] means = ColumnScores.rowMeans(ColumnScores.standardised(visible));
      return task -> means.clone();
    }
  },
  /** The model's standardised score on the task whose mean image vector is nearest. */
  NEAREST_TASK("nearest-task") {
    @Override
    public Scorer fit(TransferHistory visible, TransferHistory tuning, Progress progress) {
      double[][] standardised = ColumnScores.standardised(visible);
      return task -> nearest(visible, standardised, task);
    }
  },
  /** Logarithm of the number of parameters. */
  PARAMETERS("parameters") {
    @Override
    public Scorer fit(TransferHistory visible, TransferHistory tuning, Progress progress) {
      return fact(
          visible.models(),
          m ->
              m.parameters().isPresent()
                  ? Math.log((double) m.parameters().getAsLong())
                  : Double.NaN);
    }
  },
  /** The accuracy that the model's source states, on whatever it was pre-trained on. */
  SOURCE_ACCURACY("source-accuracy") {
    @Override
    public Scorer fit(TransferHistory visible, TransferHistory tuning, Progress progress) {
      return fact(visible.models(), m -> m.sourceAccuracy().orElse(Double.NaN));
    }
  };

  private final String label;

  Baseline(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  private static EvaluationMethod.Scorer fact(
      List<PretrainedModel> models, ToDoubleFunction<PretrainedModel> fact) {
    double[] scores = models.stream().mapToDouble(fact).toArray();
    return task -> scores.clone();
  }

  private static double[] nearest(
      TransferHistory visible, double[][] standardised, TargetTask target) {
    double[] scores = new double[standardised.length];
    double[] apart = new double[scores.length];
    java.util.Arrays.fill(scores, Double.NaN);
    java.util.Arrays.fill(apart, Double.POSITIVE_INFINITY);
    double[] mean = ColumnScores.mean(target.embeddings());
    for (Map.Entry<String, ImageEmbeddings> each : visible.taskImages().entrySet()) {
      int column = visible.performance().taskIndex(each.getKey());
      double distance = ColumnScores.distance(mean, ColumnScores.mean(each.getValue()));
      for (int i = 0; column >= 0 && i < scores.length; i++) {
        if (!Double.isNaN(standardised[i][column]) && distance < apart[i]) {
          apart[i] = distance;
          scores[i] = standardised[i][column];
        }
      }
    }
    return scores;
  }
}
