package fennec.testing;

import fennec.embedding.EmbeddedImage;
import fennec.embedding.ImageEmbeddings;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Made-up tasks whose images lie around a centre of their own. */
public final class PlantedTasks {

  private PlantedTasks() {}

  /** {@code images} vectors of size {@code dimension} around the centre of task {@code number}. */
  public static ImageEmbeddings task(int number, int images, int dimension, long seed) {
    SplittableRandom centre = new SplittableRandom(1000L + number);
    double[] middle = new double[dimension];
    for (int d = 0; d < dimension; d++) {
      middle[d] = centre.nextDouble();
    }
    SplittableRandom noise = new SplittableRandom(seed);
    float[][] vectors = new float[images][dimension];
    List<EmbeddedImage> facts = new ArrayList<>();
    for (int i = 0; i < images; i++) {
      for (int d = 0; d < dimension; d++) {
        vectors[i][d] = (float) (middle[d] + 0.1 * (noise.nextDouble() - 0.5));
      }
      facts.add(new EmbeddedImage("image" + i + ".png", "class" + i % 4, 64, 48));
    }
    return new ImageEmbeddings("planted", dimension, facts, vectors);
  }

  /** Tasks {@code task00 ...} of {@link #task}. */
  public static SortedMap<String, ImageEmbeddings> tasks(int count, int images, int dimension) {
    SortedMap<String, ImageEmbeddings> tasks = new TreeMap<>();
    for (int t = 0; t < count; t++) {
      tasks.put(String.format("task%02d", t), task(t, images, dimension, t));
    }
    return tasks;
  }
}
