package fennec.recommend;

import fennec.embedding.ImageEmbeddings;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * Measures how far tasks lie apart in four respects, each about 1 for two unlike tasks:
 *
 * <ul>
 *   <li>1 - cosine of the mean image vectors, each dimension scaled by its standard deviation over
 *       all historical images and centred on the historical tasks;
 *   <li>1 - cosine of the logarithms of the scaled spreads, centred likewise;
 *   <li>squared difference of the logarithms of picture side, over {@value #SIDE};
 *   <li>absolute difference of the logarithms of images per class, over {@value #PER_CLASS}.
 * </ul>
 *
 * <p>Scale and centre come from historical tasks alone, so a new task never moves them. Immutable.
 */
final class DescriptorSpace {

  /** Number of respects. */
  static final int RESPECTS = 4;

  /** Of the respects, the one that is not seen in images. */
  static final int IMAGES_PER_CLASS = 3;

  private static final double SIDE = 0.73;
  private static final double PER_CLASS = 2.15;
  private static final double ANGLE = 1.11;
  private static final double SMALLEST_SPREAD = 0.05;

  private final double[] centre;
  private final double[] scale;
  private final double[] meanCentre;
  private final double[] spreadCentre;

  private DescriptorSpace(double[] centre, double[] scale, List<TaskDescriptor> tasks) {
    this.centre = centre;
    this.scale = scale;
    this.meanCentre = average(tasks, this::scaledMean);
    this.spreadCentre = average(tasks, this::scaledSpread);
  }

  /** Scales by all images of {@code pool} and centres on those of {@code tasks} with images. */
  static DescriptorSpace of(Collection<ImageEmbeddings> pool, List<TaskDescriptor> tasks) {
    int d = pool.stream().mapToInt(ImageEmbeddings::dimension).max().orElse(0);
    double[] centre = new double[d];
    double[] scale = new double[d];
    long count = 0;
    for (ImageEmbeddings images : pool) {
      for (float[] vector : images.vectors()) {
        count++;
        for (int c = 0; c < d; c++) {
          double off = vector[c] - centre[c];
          centre[c] += off / count;
          scale[c] += off * (vector[c] - centre[c]);
        }
      }
    }
    for (int c = 0; c < d; c++) {
      scale[c] = Math.sqrt(scale[c] / Math.max(1, count)) + 1e-6;
    }
    return new DescriptorSpace(
        centre, scale, tasks.stream().filter(TaskDescriptor::hasImages).toList());
  }

  private double[] scaledMean(TaskDescriptor task) {
    double[] scaled = new double[scale.length];
    for (int c = 0; c < scaled.length; c++) {
      scaled[c] = (task.mean()[c] - centre[c]) / scale[c];
    }
    return scaled;
  }

  private double[] scaledSpread(TaskDescriptor task) {
    double[] scaled = new double[scale.length];
    for (int c = 0; c < scaled.length; c++) {
      scaled[c] = Math.log(task.spread()[c] / scale[c] + SMALLEST_SPREAD);
    }
    return scaled;
  }

  private double[] average(
      List<TaskDescriptor> tasks, java.util.function.Function<TaskDescriptor, double[]> part) {
    double[] sum = new double[scale.length];
    for (TaskDescriptor task : tasks) {
      double[] values = part.apply(task);
      for (int c = 0; c < sum.length; c++) {
        sum[c] += values[c] / tasks.size();
      }
    }
    return sum;
  }

  /**
   * The distances between two tasks, one a respect; infinite where one of the two is not known in
   * that respect.
   */
  double[] distances(TaskDescriptor a, TaskDescriptor b) {
    double[] apart = new double[RESPECTS];
    Arrays.fill(apart, Double.POSITIVE_INFINITY);
    if (a.hasImages() && b.hasImages()) {
      apart[0] = angle(scaledMean(a), scaledMean(b), meanCentre) / ANGLE;
      apart[1] = angle(scaledSpread(a), scaledSpread(b), spreadCentre) / ANGLE;
    }
    apart[2] = difference(a, b, TaskDescriptor::logSide, x -> x * x / SIDE);
    apart[IMAGES_PER_CLASS] =
        difference(a, b, TaskDescriptor::logImagesPerClass, x -> Math.abs(x) / PER_CLASS);
    return apart;
  }

  /** All distances: respect, task, task. */
  double[][][] distances(List<TaskDescriptor> tasks) {
    int t = tasks.size();
    double[][][] all = new double[RESPECTS][t][t];
    for (int i = 0; i < t; i++) {
      for (int j = 0; j < i; j++) {
        double[] apart = distances(tasks.get(i), tasks.get(j));
        for (int r = 0; r < RESPECTS; r++) {
          all[r][i][j] = apart[r];
          all[r][j][i] = apart[r];
        }
      }
    }
    return all;
  }

  /** Cosine between the mean vectors of two tasks, centred on all images; NaN without images. */
  double likeness(TaskDescriptor a, TaskDescriptor b) {
    return a.hasImages() && b.hasImages()
        ? 1 - angle(scaledMean(a), scaledMean(b), new double[scale.length])
        : Double.NaN;
  }

  private static double angle(double[] a, double[] b, double[] centre) {
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int c = 0; c < a.length; c++) {
      double x = a[c] - centre[c];
      double y = b[c] - centre[c];
      ab += x * y;
      aa += x * x;
      bb += y * y;
    }
    return aa > 0 && bb > 0 ? 1 - ab / Math.sqrt(aa) / Math.sqrt(bb) : 1;
  }

  private static double difference(
      TaskDescriptor a,
      TaskDescriptor b,
      java.util.function.Function<TaskDescriptor, OptionalDouble> value,
      ToDoubleFunction<Double> distance) {
    OptionalDouble x = value.apply(a);
    OptionalDouble y = value.apply(b);
    return x.isPresent() && y.isPresent()
        ? distance.applyAsDouble(x.getAsDouble() - y.getAsDouble())
        : Double.POSITIVE_INFINITY;
  }
}
