package fennec.io;

import fennec.embedding.EmbeddedImage;
import fennec.embedding.ImageEmbeddings;
import fennec.embedding.TaskFeatures;
import fennec.error.FennecException;
import fennec.file.Safetensors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what {@link TaskFeaturesWriter} writes and refuses what does not fit together. */
public final class TaskFeaturesReader {

  /**
   * Reads {@code file}.
   *
   * @throws FennecException naming the file, the task and what is wrong
   */
  public TaskFeatures read(Path file) throws FennecException {
    try (Safetensors tensors = Safetensors.open(file)) {
      SortedMap<String, String> metadata = tensors.metadata();
      if (!Integer.toString(TaskFeaturesWriter.SCHEMA).equals(metadata.get("schema"))) {
        throw new FennecException(
            file + " holds no task features of schema " + TaskFeaturesWriter.SCHEMA + ".");
      }
      String encoder = metadata.get("encoder");
      if (encoder == null || encoder.isBlank()) {
        throw new FennecException(file + " does not say which encoder made it.");
      }
      SortedMap<String, ImageEmbeddings> tasks = new TreeMap<>();
      for (String name : tensors.entries().keySet()) {
        if (name.endsWith(TaskFeaturesWriter.FEATURES)) {
          String task = name.substring(0, name.length() - TaskFeaturesWriter.FEATURES.length());
          tasks.put(task, task(tensors, task, encoder));
        }
      }
      if (tasks.isEmpty()) {
        throw new FennecException(file + " holds no tasks.");
      }
      return new TaskFeatures(encoder, tasks);
    }
  }

  private static ImageEmbeddings task(Safetensors tensors, String task, String encoder)
      throws FennecException {
    String features = task + TaskFeaturesWriter.FEATURES;
    long[] shape = tensors.entry(features).shape();
    if (shape.length != 2 || shape[0] < 1 || shape[1] < 1) {
      throw wrong(tensors, task, "its features are no table");
    }
    int n = Math.toIntExact(shape[0]);
    int d = Math.toIntExact(shape[1]);
    String pixels = task + TaskFeaturesWriter.PIXELS;
    if (!tensors.entry(pixels).hasShape(n, 2)) {
      throw wrong(tensors, task, n + " pictures have not " + n + " sizes");
    }
    String lines = tensors.metadata().getOrDefault(task + TaskFeaturesWriter.IMAGES, "");
    String[] images = lines.split("\n", -1);
    if (images.length != n) {
      throw wrong(tensors, task, n + " pictures have " + images.length + " names");
    }
    float[] flat = tensors.floats(features);
    long[] sizes = tensors.longs(pixels);
    List<EmbeddedImage> embedded = new ArrayList<>();
    float[][] rows = new float[n][];
    for (int i = 0; i < n; i++) {
      rows[i] = Arrays.copyOfRange(flat, i * d, (i + 1) * d);
      for (float number : rows[i]) {
        if (!Float.isFinite(number)) {
          throw wrong(tensors, task, "row " + (i + 1) + " has a number that is not finite");
        }
      }
      String[] cells = images[i].split("\t", -1);
      String label = cells.length > 1 ? cells[1] : "";
      embedded.add(new EmbeddedImage(cells[0], label, (int) sizes[2 * i], (int) sizes[2 * i + 1]));
    }
    return new ImageEmbeddings(encoder, d, embedded, rows);
  }

  private static FennecException wrong(Safetensors tensors, String task, String what) {
    return new FennecException(tensors.file() + ", task " + task + ": " + what + ".");
  }
}
