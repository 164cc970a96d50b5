package fennec.ui.target;

import fennec.embedding.DecodedImage;
import fennec.ui.session.FailedImage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The images of a run and what has become of them. Reports come from any thread and are queued;
 * {@link #drain}, on the window's thread, makes them visible.
 */
public final class RunImages implements ImageWatcher {

  private final Queue<Runnable> reports = new ConcurrentLinkedQueue<>();
  private final Map<String, ImageEntry> byFile = new HashMap<>();
  private final ObservableList<ImageEntry> entries = FXCollections.observableArrayList();
  private final ObservableList<FailedImage> failed = FXCollections.observableArrayList();
  private final ReadOnlyIntegerWrapper embedded = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper fromCache = new ReadOnlyIntegerWrapper();
  private volatile Thumbnails thumbnails;

  /** Forgets the last run; thumbnails of the next go to {@code store}. */
  void begin(Thumbnails store) {
    reports.clear();
    byFile.clear();
    entries.clear();
    failed.clear();
    embedded.set(0);
    fromCache.set(0);
    thumbnails = store;
  }

  @Override
  public void found(List<String> files) {
    List<String> names = List.copyOf(files);
    reports.add(
        () -> {
          byFile.clear();
          List<ImageEntry> fresh = names.stream().map(ImageEntry::new).toList();
          fresh.forEach(each -> byFile.put(each.file(), each));
          entries.setAll(fresh);
        });
  }

  @Override
  public void decoded(String file, DecodedImage image) {
    Thumbnails store = thumbnails;
    if (store != null) {
      store.keep(file, image);
    }
    reports.add(() -> advance(file, ImageState.DECODED));
  }

  @Override
  public void embedded(String file, boolean kept) {
    reports.add(
        () -> {
          if (advance(file, ImageState.EMBEDDED)) {
            embedded.set(embedded.get() + 1);
            fromCache.set(fromCache.get() + (kept ? 1 : 0));
          }
        });
  }

  @Override
  public void failed(String file, String reason) {
    reports.add(
        () -> {
          if (advance(file, ImageState.FAILED)) {
            failed.add(new FailedImage(file, reason));
          }
        });
  }

  private boolean advance(String file, ImageState state) {
    ImageEntry entry = byFile.get(file);
    if (entry == null) {
      entry = new ImageEntry(file);
      byFile.put(file, entry);
      entries.add(entry);
    }
    return entry.advance(state);
  }

  /** Makes what was reported visible. */
  void drain() {
    for (Runnable report = reports.poll(); report != null; report = reports.poll()) {
      report.run();
    }
  }

  /** All images, in the order found. */
  public ObservableList<ImageEntry> entries() {
    return entries;
  }

  /** Images left out, each with its reason. */
  public ObservableList<FailedImage> failures() {
    return failed;
  }

  /** Number of images that have their vector. */
  public ReadOnlyIntegerProperty embeddedProperty() {
    return embedded.getReadOnlyProperty();
  }

  /** Number of images whose vector was kept from an earlier run. */
  public ReadOnlyIntegerProperty fromCacheProperty() {
    return fromCache.getReadOnlyProperty();
  }

  /** Thumbnails of the run; null before the first. */
  public Thumbnails thumbnails() {
    return thumbnails;
  }
}
