package fennec.history;

import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A past task that models were transferred to.
 *
 * @param name short name, the same in every pack, for example {@code oxford_pets}
 * @param title name for people, for example {@code Oxford-IIIT Pet}
 * @param classes number of classes
 * @param trainImages number of training images
 * @param domain the kind of images, for example {@code natural} or {@code medical}; empty if
 *     unknown
 */
public record HistoricTask(
    String name, String title, OptionalInt classes, OptionalLong trainImages, String domain) {

  /** Checks that no component is null and that the task has a name. */
  public HistoricTask {
    Objects.requireNonNull(title);
    Objects.requireNonNull(classes);
    Objects.requireNonNull(trainImages);
    Objects.requireNonNull(domain);
    if (name.isBlank()) {
      throw new IllegalArgumentException("a historic task needs a name");
    }
  }
}
