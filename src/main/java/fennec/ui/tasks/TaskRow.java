package fennec.ui.tasks;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A task in the list.
 *
 * @param column its column of the matrix, or -1 for the new task
 * @param title its name for people
 * @param share its share in the prediction, in [0, 1]; NaN for the new task
 * @param classes number of classes
 * @param images number of training images
 * @param pictured whether the encoder has seen images of it
 * @param factors its factors in points of score; empty until known
 */
public record TaskRow(
    int column,
    String title,
    double share,
    OptionalInt classes,
    OptionalLong images,
    boolean pictured,
    double[] factors) {

  /** Whether it is the new task. */
  public boolean isNew() {
    return column < 0;
  }
}
