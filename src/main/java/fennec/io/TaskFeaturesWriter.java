package fennec.io;

import fennec.embedding.EmbeddedImage;
import fennec.embedding.ImageEmbeddings;
import fennec.embedding.TaskFeatures;
import fennec.error.FennecException;
import fennec.file.SafetensorsWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes {@link TaskFeatures} as one safetensors file, schema 1: per task a tensor {@code
 * TASK.features} (n x d, half precision) and a tensor {@code TASK.pixels} (n x 2, width and height
 * of the originals); in the metadata {@code schema}, {@code encoder}, and per task {@code
 * TASK.images} with a line {@code file TAB label} for each row. The bytes depend on the features
 * only.
 */
public final class TaskFeaturesWriter {

  static final int SCHEMA = 1;
  static final String FEATURES = ".features";
  static final String PIXELS = ".pixels";
  static final String IMAGES = ".images";

  /** Writes {@code features} to {@code target}, whole or not at all. */
  public void write(TaskFeatures features, Path target) throws FennecException {
    SafetensorsWriter writer =
        new SafetensorsWriter()
            .metadata("schema", Integer.toString(SCHEMA))
            .metadata("encoder", features.encoderId());
    for (Map.Entry<String, ImageEmbeddings> task : new TreeMap<>(features.tasks()).entrySet()) {
      ImageEmbeddings rows = task.getValue();
      int n = rows.size();
      int d = rows.dimension();
      float[] flat = new float[n * d];
      int[] pixels = new int[2 * n];
      for (int i = 0; i < n; i++) {
        System.arraycopy(rows.vectors()[i], 0, flat, i * d, d);
        pixels[2 * i] = rows.images().get(i).width();
        pixels[2 * i + 1] = rows.images().get(i).height();
      }
      writer
          .f16(task.getKey() + FEATURES, flat, n, d)
          .i32(task.getKey() + PIXELS, pixels, n, 2)
          .metadata(task.getKey() + IMAGES, lines(rows.images()));
    }
    writer.write(target);
  }

  private static String lines(List<EmbeddedImage> images) {
    return images.stream()
        .map(image -> plain(image.file()) + '\t' + plain(image.label()))
        .collect(Collectors.joining("\n"));
  }

  private static String plain(String text) {
    return text.replaceAll("[\\t\\r\\n]", " ");
  }
}
