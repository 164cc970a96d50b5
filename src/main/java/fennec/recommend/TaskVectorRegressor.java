package fennec.recommend;

import fennec.embedding.ImageEmbeddings;
import fennec.numeric.RegressionForest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Predicts the k numbers of a task in the transfer space from the d features of one of its images:
 * a {@link RegressionForest} fitted on images that are each labelled with the vector of their task.
 *
 * <p>Immutable and thread-safe; the same data and seed give the same trees. Source: arXiv
 * 2403.06382, section 3.2.
 */
public final class TaskVectorRegressor {

  private final RegressionForest forest;

  private TaskVectorRegressor(RegressionForest forest) {
    this.forest = forest;
  }

  /**
   * Fits the forest.
   *
   * @param images images of historical tasks by name, each n_j x d
   * @param vectors k numbers by the same names
   * @param trees number of trees
   * @param seed decides bootstrap samples and the features a split looks at
   * @throws IllegalArgumentException if there is no image, or a task has no vector
   */
  public static TaskVectorRegressor fit(
      SortedMap<String, ImageEmbeddings> images,
      Map<String, double[]> vectors,
      int trees,
      long seed) {
    List<float[]> features = new ArrayList<>();
    List<double[]> labels = new ArrayList<>();
    images.forEach(
        (task, embedded) -> {
          double[] vector = vectors.get(task);
          if (vector == null) {
            throw new IllegalArgumentException("task " + task + " has no vector");
          }
          for (float[] row : embedded.vectors()) {
            features.add(row);
            labels.add(vector);
          }
        });
    return new TaskVectorRegressor(
        RegressionForest.fit(
            features.toArray(new float[0][]), labels.toArray(new double[0][]), trees, seed));
  }

  /** Number k of outputs. */
  public int latentSize() {
    return forest.outputs();
  }

  /**
   * What each tree says of each image: trees x n x k.
   *
   * @throws IllegalArgumentException if the images have another number of features than those the
   *     forest was fitted on
   */
  public double[][][] predict(ImageEmbeddings images) {
    double[][][] said = new double[forest.size()][images.size()][];
    float[][] rows = images.vectors();
    for (int i = 0; i < rows.length; i++) {
      double[][] ofTrees = forest.predictTrees(rows[i]);
      for (int t = 0; t < said.length; t++) {
        said[t][i] = ofTrees[t];
      }
    }
    return said;
  }
}
