package fennec.evaluate;

import fennec.embedding.EmbeddedImage;
import fennec.embedding.ImageEmbeddings;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Seeded draws without replacement from the embedded images of a task. */
final class ImageDraw {

  private ImageDraw() {}

  /**
   * Draw number {@code draw}: {@code count} images, or four fifths of all if there are not a
   * quarter more than {@code count}; in their original order. The same seed, task and number give
   * the same images.
   */
  static ImageEmbeddings of(
      ImageEmbeddings all, String task, EvaluationSettings settings, int draw) {
    int n = all.size();
    int take = Math.max(1, Math.min(settings.images(), n * 4 / 5));
    SplittableRandom random =
        new SplittableRandom(settings.seed() * 31 + task.hashCode() * 1_000_003L + draw);
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int other = random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    int[] taken = Arrays.stream(order).limit(take).sorted().toArray();
    List<EmbeddedImage> images = Arrays.stream(taken).mapToObj(all.images()::get).toList();
    float[][] vectors = all.vectors();
    float[][] drawn = Arrays.stream(taken).mapToObj(i -> vectors[i]).toArray(float[][]::new);
    return new ImageEmbeddings(all.encoderId(), all.dimension(), images, drawn);
  }
}
