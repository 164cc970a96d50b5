package fennec.recommend;

import fennec.embedding.ImageEmbeddings;
import fennec.history.HistoricTask;
import fennec.zoo.PretrainedModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One pack's part of a history: its rows, the columns that say something, and the scores
 * standardised per column. Columns with fewer than two different scores are left out. Immutable.
 *
 * @param rows positions of the pack's models in the history
 * @param columns positions of the tasks kept
 * @param z standardised scores, rows x columns, NaN where missing
 * @param means mean score of each column kept
 * @param spreads standard deviation of each column kept
 * @param descriptors one a column kept
 */
record PackScores(
    int[] rows,
    int[] columns,
    double[][] z,
    double[] means,
    double[] spreads,
    List<TaskDescriptor> descriptors) {

  static PackScores of(TransferHistory history, String pack) {
    int[] rows =
        IntStream.range(0, history.models().size())
            .filter(i -> history.packs().get(i).equals(pack))
            .toArray();
    int[] columns =
        IntStream.range(0, history.tasks().size())
            .filter(j -> spread(column(history, rows, j)) > 1e-9)
            .toArray();
    double[][] z = new double[rows.length][columns.length];
    double[] means = new double[columns.length];
    double[] spreads = new double[columns.length];
    List<TaskDescriptor> descriptors = new ArrayList<>();
    for (int c = 0; c < columns.length; c++) {
      double[] scores = column(history, rows, columns[c]);
      means[c] = mean(scores);
      spreads[c] = spread(scores);
      for (int i = 0; i < rows.length; i++) {
        z[i][c] = (scores[i] - means[c]) / spreads[c];
      }
      HistoricTask task = history.tasks().get(columns[c]);
      ImageEmbeddings images = history.taskImages().get(task.name());
      descriptors.add(TaskDescriptor.of(images, task.classes(), task.trainImages()));
    }
    return new PackScores(rows, columns, z, means, spreads, List.copyOf(descriptors));
  }

  /** The facts of the pack's models, in the order of {@link #rows}. */
  List<PretrainedModel> models(TransferHistory history) {
    return Arrays.stream(rows).mapToObj(history.models()::get).toList();
  }

  /** Mean of the standardised scores of each model; 0 where it has none. */
  double[] rowMeans() {
    return Arrays.stream(z)
        .mapToDouble(row -> Arrays.stream(row).filter(x -> !Double.isNaN(x)).average().orElse(0))
        .toArray();
  }

  private static double[] column(TransferHistory history, int[] rows, int task) {
    return Arrays.stream(rows).mapToDouble(i -> history.performance().score(i, task)).toArray();
  }

  private static double mean(double[] scores) {
    return Arrays.stream(scores).filter(x -> !Double.isNaN(x)).average().orElse(0);
  }

  private static double spread(double[] scores) {
    double centre = mean(scores);
    return Math.sqrt(
        Arrays.stream(scores)
            .filter(x -> !Double.isNaN(x))
            .map(x -> (x - centre) * (x - centre))
            .average()
            .orElse(0));
  }
}
