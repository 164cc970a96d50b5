package fennec.ui.target;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One image of a run as the grid of thumbnails shows it. */
public final class ImageEntry {

  private final String file;
  private final ReadOnlyObjectWrapper<ImageState> state =
      new ReadOnlyObjectWrapper<>(ImageState.FOUND);

  ImageEntry(String file) {
    this.file = file;
  }

  /** Path relative to the folder. */
  public String file() {
    return file;
  }

  /** What has become of it. */
  public ReadOnlyObjectProperty<ImageState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Moves on to {@code next}; an image never goes back. */
  boolean advance(ImageState next) {
    boolean onward = next.compareTo(state.get()) > 0;
    if (onward) {
      state.set(next);
    }
    return onward;
  }
}
