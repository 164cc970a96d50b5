package fennec.io;

import java.util.Arrays;
import java.util.List;

/**
 * Feature vectors with the class of each.
 *
 * @param points n rows of d finite numbers
 * @param labels class of each row, 0 to c - 1
 * @param classes names of the c classes
 */
public record LabelledFeatures(double[][] points, int[] labels, List<String> classes) {

  /** Copies the arrays and checks that they agree. */
  public LabelledFeatures {
    points = Arrays.stream(points).map(double[]::clone).toArray(double[][]::new);
    labels = labels.clone();
    classes = List.copyOf(classes);
    if (points.length != labels.length) {
      throw new IllegalArgumentException(points.length + " points, " + labels.length + " labels");
    }
  }
}
