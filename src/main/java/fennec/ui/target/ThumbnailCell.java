package fennec.ui.target;

import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.GridCell;

/** One thumbnail; its edge is coloured once the image has its vector. */
final class ThumbnailCell extends GridCell<ImageEntry> {

  private static final PseudoClass EMBEDDED = PseudoClass.getPseudoClass("embedded");
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

  /** Side of a cell in the grid. */
  static final double SIDE = 58;

  private static final double PICTURE = SIDE - 8;

  private final RunImages images;
  private final ImageView picture = new ImageView();
  private final StackPane frame = new StackPane(picture);
  private final Tooltip tooltip = new Tooltip();
  private final InvalidationListener follow = o -> showState();

  ThumbnailCell(RunImages images) {
    this.images = images;
    frame.getStyleClass().add("thumbnail");
    picture.setPreserveRatio(true);
    picture.setSmooth(true);
    picture.setFitWidth(PICTURE);
    picture.setFitHeight(PICTURE);
    frame.setMinSize(0, 0);
    setText(null);
  }

  @Override
  protected void updateItem(ImageEntry entry, boolean empty) {
    ImageEntry before = getItem();
    if (before != null) {
      before.stateProperty().removeListener(follow);
    }
    super.updateItem(entry, empty);
    if (empty || entry == null) {
      setGraphic(null);
      setTooltip(null);
      return;
    }
    setGraphic(frame);
    setTooltip(tooltip);
    picture.setImage(null);
    entry.stateProperty().addListener(follow);
    showState();
  }

  private void showState() {
    ImageEntry entry = getItem();
    if (entry == null) {
      return;
    }
    ImageState state = entry.stateProperty().get();
    frame.pseudoClassStateChanged(EMBEDDED, state == ImageState.EMBEDDED);
    frame.pseudoClassStateChanged(FAILED, state == ImageState.FAILED);
    tooltip.setText(entry.file() + ", " + state.name().toLowerCase(Locale.ROOT));
    setAccessibleText(tooltip.getText());
    // an image that is looked at is read at once, the run need not have come to it
    if (state != ImageState.FAILED && picture.getImage() == null && images.thumbnails() != null) {
      Thumbnail here =
          images
              .thumbnails()
              .get(
                  entry.file(),
                  later -> {
                    if (getItem() == entry) {
                      picture.setImage(ThumbnailImage.of(later));
                    }
                  });
      if (here != null) {
        picture.setImage(ThumbnailImage.of(here));
      }
    }
  }
}
