package fennec.evaluate;

import fennec.embedding.ImageEmbeddings;
import fennec.recommend.TransferHistory;
import java.util.Arrays;
import java.util.List;

/** Plain arithmetic on score columns and image vectors for the baselines. */
final class ColumnScores {

  private ColumnScores() {}

  /** Mean of the numbers of each row that are there; NaN for an empty row. */
  static double[] rowMeans(double[][] rows) {
    return Arrays.stream(rows)
        .mapToDouble(
            row -> Arrays.stream(row).filter(x -> !Double.isNaN(x)).average().orElse(Double.NaN))
        .toArray();
  }

  /** Scores minus their mean over their standard deviation, per pack and task. */
  static double[][] standardised(TransferHistory history) {
    double[][] scores = history.performance().toArray();
    List<String> packs = history.packs();
    for (String pack : packs.stream().distinct().toList()) {
      for (int j = 0; j < history.tasks().size(); j++) {
        standardise(scores, packs, pack, j);
      }
    }
    return scores;
  }

  private static void standardise(double[][] scores, List<String> packs, String pack, int column) {
    double sum = 0;
    double squares = 0;
    int n = 0;
    for (int i = 0; i < scores.length; i++) {
      if (packs.get(i).equals(pack) && !Double.isNaN(scores[i][column])) {
        n++;
        double off = scores[i][column] - sum;
        sum += off / n;
        squares += off * (scores[i][column] - sum);
      }
    }
    double spread = n == 0 ? 0 : Math.sqrt(squares / n);
    for (int i = 0; i < scores.length; i++) {
      if (packs.get(i).equals(pack)) {
        scores[i][column] = spread > 1e-9 ? (scores[i][column] - sum) / spread : Double.NaN;
      }
    }
  }

  /** Mean of the image vectors (d). */
  static double[] mean(ImageEmbeddings images) {
    double[] mean = new double[images.dimension()];
    for (float[] vector : images.vectors()) {
      for (int c = 0; c < mean.length; c++) {
        mean[c] += vector[c] / images.size();
      }
    }
    return mean;
  }

  static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int c = 0; c < a.length; c++) {
      sum += (a[c] - b[c]) * (a[c] - b[c]);
    }
    return sum;
  }
}
