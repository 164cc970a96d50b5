package fennec.embedding;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Vectors of sample pictures of historical tasks, all by one encoder. Immutable. The pictures are a
 * sample: {@link ImageEmbeddings#size} and {@link ImageEmbeddings#classes} count the sample, not
 * the task.
 *
 * @param encoderId the {@link ImageEncoder#id} that made them
 * @param tasks vectors by name of the task, at least one picture each
 */
public record TaskFeatures(String encoderId, SortedMap<String, ImageEmbeddings> tasks) {

  /** Checks that every task is by the encoder and has pictures. */
  public TaskFeatures {
    tasks = Collections.unmodifiableSortedMap(new TreeMap<>(tasks));
    for (Map.Entry<String, ImageEmbeddings> task : tasks.entrySet()) {
      if (!task.getValue().encoderId().equals(encoderId) || task.getValue().size() == 0) {
        throw new IllegalArgumentException(
            task.getKey() + " has no pictures or is not by " + encoderId);
      }
    }
  }

  /** Vectors of a task; empty if none of its pictures were to be had. */
  public Optional<ImageEmbeddings> of(String task) {
    return Optional.ofNullable(tasks.get(task));
  }

  /** Length d of a vector; 0 if there are no tasks. */
  public int dimension() {
    return tasks.isEmpty() ? 0 : tasks.get(tasks.firstKey()).dimension();
  }
}
