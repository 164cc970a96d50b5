package fennec.ui.target;

import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Thumbnails as pictures of the window. */
public final class ThumbnailImage {

  private ThumbnailImage() {}

  /** {@code thumbnail} as JavaFX draws it. */
  public static WritableImage of(Thumbnail thumbnail) {
    WritableImage image = new WritableImage(thumbnail.width(), thumbnail.height());
    image
        .getPixelWriter()
        .setPixels(
            0,
            0,
            thumbnail.width(),
            thumbnail.height(),
            PixelFormat.getIntArgbInstance(),
            thumbnail.argb(),
            0,
            thumbnail.width());
    return image;
  }
}
