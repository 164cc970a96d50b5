package fennec.recommend;

import fennec.embedding.EmbeddedImage;
import fennec.embedding.ImageEmbeddings;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What tells one task from another, without labels: location and spread of its embedded images, how
 * large the pictures are, and, where both are known, how many images there are to a class.
 *
 * @param mean mean of the n image vectors (d); empty if the task has no images
 * @param spread standard deviation of each of the d numbers over the images; empty likewise
 * @param logSide natural logarithm of the square root of the median picture area in pixels; empty
 *     without images
 * @param logImagesPerClass natural logarithm of images over classes; empty if either is unknown
 */
record TaskDescriptor(
    double[] mean, double[] spread, OptionalDouble logSide, OptionalDouble logImagesPerClass) {

  /** Describes a task by its embedded images (may be empty) and what is known of its size. */
  static TaskDescriptor of(ImageEmbeddings images, OptionalInt classes, OptionalLong count) {
    OptionalDouble perClass =
        classes.isPresent() && count.isPresent() && classes.getAsInt() > 0 && count.getAsLong() > 0
            ? OptionalDouble.of(Math.log((double) count.getAsLong() / classes.getAsInt()))
            : OptionalDouble.empty();
    if (images == null || images.size() == 0) {
      return new TaskDescriptor(new double[0], new double[0], OptionalDouble.empty(), perClass);
    }
    int d = images.dimension();
    float[][] vectors = images.vectors();
    double[] mean = new double[d];
    double[] spread = new double[d];
    for (float[] vector : vectors) {
      for (int c = 0; c < d; c++) {
        mean[c] += vector[c] / vectors.length;
      }
    }
    for (float[] vector : vectors) {
      for (int c = 0; c < d; c++) {
        spread[c] += (vector[c] - mean[c]) * (vector[c] - mean[c]) / vectors.length;
      }
    }
    for (int c = 0; c < d; c++) {
      spread[c] = Math.sqrt(spread[c]);
    }
    return new TaskDescriptor(mean, spread, OptionalDouble.of(logSide(images)), perClass);
  }

  boolean hasImages() {
    return mean.length > 0;
  }

  private static double logSide(ImageEmbeddings images) {
    double[] areas = images.images().stream().mapToDouble(TaskDescriptor::area).sorted().toArray();
    int n = areas.length;
    double median = (areas[(n - 1) / 2] + areas[n / 2]) / 2;
    return Math.log(median) / 2;
  }

  private static double area(EmbeddedImage image) {
    return Math.max(1, (double) image.width() * image.height());
  }

  @Override
  public String toString() {
    return "TaskDescriptor" + Arrays.asList(mean.length, logSide, logImagesPerClass);
  }
}
