package fennec.ui.fetch;

import fennec.ui.control.Icons;
import java.io.File;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.Modality;
import javafx.stage.Window;

/** Lists image encoders with size and place; gets, checks, copies and deletes them. */
final class EncoderListDialog extends Dialog<ButtonType> {

  private static final double WIDTH = 640;
  private static final double HEIGHT = 380;

  private final EncoderListViewModel model;
  private final Consumer<String> get;
  private final VBox rows = new VBox();
  private final InvalidationListener follow = o -> showRows();

  /** Opens over {@code owner}; {@code get} fetches the encoder of that name after asking. */
  EncoderListDialog(EncoderListViewModel model, Consumer<String> get, Window owner) {
    this.model = model;
    this.get = get;
    initOwner(owner);
    initModality(Modality.NONE);
    setTitle("Image encoders");
    setResizable(true);
    Label note =
        new Label(
            "The built-in encoder comes with the program. The others are fetched only after you"
                + " agreed, and lie in a cache that other programs share. A copy of one can be"
                + " carried to a computer without a network.");
    note.setWrapText(true);
    note.setMinHeight(Region.USE_PREF_SIZE);
    note.getStyleClass().add("muted");
    ScrollPane scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.setPrefViewportHeight(HEIGHT);
    scroll.getStyleClass().add("edge-to-edge");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox content = new VBox(12, note, scroll);
    content.setPrefWidth(WIDTH);
    getDialogPane().setId("encoders-dialog");
    getDialogPane().setContent(content);
    getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
    getDialogPane().getStyleClass().add("fennec");
    getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
    model.encoders().addListener(new WeakInvalidationListener(follow));
    showRows();
    model.refresh();
  }

  private void showRows() {
    rows.getChildren().setAll(model.encoders().stream().map(this::row).toList());
  }

  private Node row(KeptEncoder encoder) {
    Label title = new Label(encoder.title());
    title.getStyleClass().add("strong");
    Label facts = new Label(encoder.facts());
    facts.setWrapText(true);
    facts.setMinHeight(Region.USE_PREF_SIZE);
    facts.getStyleClass().add("muted");
    VBox words = new VBox(2, title, facts);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(8, words);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("encoder-row");
    if (encoder.here()) {
      row.getChildren()
          .addAll(
              button(encoder, "check", "fth-check-circle", "Check", () -> model.check(encoder)),
              button(encoder, "copy", "fth-copy", "Copy\u2026", () -> copy(encoder)),
              button(
                  encoder, "delete", "fth-trash-2", "Delete\u2026", () -> model.remove(encoder)));
    } else {
      row.getChildren()
          .add(
              button(
                  encoder, "get", "fth-download", "Get\u2026", () -> get.accept(encoder.name())));
    }
    return row;
  }

  private static Button button(
      KeptEncoder encoder, String id, String icon, String title, Runnable action) {
    Button button = new Button(title, Icons.of(icon));
    button.setId("encoder-" + id + "-" + encoder.name());
    button.getStyleClass().add("small");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setAccessibleText(title.replace("\u2026", "") + " " + encoder.title());
    button.setOnAction(e -> action.run());
    return button;
  }

  private void copy(KeptEncoder encoder) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle("Folder for a copy of " + encoder.title());
    File folder = chooser.showDialog(getDialogPane().getScene().getWindow());
    if (folder != null) {
      model.copy(encoder, folder.toPath());
    }
  }
}
