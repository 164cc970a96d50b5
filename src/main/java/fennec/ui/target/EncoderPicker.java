package fennec.ui.target;

import fennec.ui.action.Action;
import fennec.ui.control.Icons;
import java.io.File;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;

/** Chooses the encoder, says where it stands, and shows the way to a better one. */
final class EncoderPicker extends VBox {

  private final TargetViewModel model;
  private final ComboBox<EncoderChoice> choice = new ComboBox<>();
  private final Label note = new Label();
  private final Button get;
  private boolean showing;

  EncoderPicker(TargetViewModel model, Button get, Action listing) {
    super(6);
    this.model = model;
    this.get = get;
    get.getStyleClass().add("small");
    Label heading = new Label("Image encoder");
    heading.getStyleClass().add("section");
    choice.setId("encoder-choice");
    choice.setMaxWidth(Double.MAX_VALUE);
    choice.setAccessibleText("Image encoder");
    choice.setButtonCell(new ChoiceCell());
    choice.setCellFactory(list -> new ChoiceCell());
    choice.setItems(model.encoders());
    HBox.setHgrow(choice, Priority.ALWAYS);
    note.setId("encoder-note");
    note.setWrapText(true);
    note.setMinHeight(Region.USE_PREF_SIZE);
    note.getStyleClass().add("muted");
    MenuButton add = new MenuButton(null, Icons.of("fth-folder-plus"));
    add.setId("encoder-add");
    add.getStyleClass().addAll("button-icon", "no-arrow");
    add.setAccessibleText("Use another encoder");
    add.getItems()
        .addAll(
            item("encoder-clip", "Use a folder with CLIP weights\u2026", () -> folder("clip:")),
            item(
                "encoder-dinov2",
                "Use a folder with DINOv2 weights\u2026",
                () -> folder("dinov2:")),
            item("encoder-torchscript", "Use a TorchScript file\u2026", this::torchScript),
            new SeparatorMenuItem(),
            item("encoder-list", listing.title(), listing::run));
    getChildren().addAll(heading, new HBox(6, choice, add), note, get);
    model.encoders().addListener((ListChangeListener<EncoderChoice>) c -> show());
    model.settingsProperty().addListener((o, before, now) -> show());
    choice.valueProperty().addListener((o, before, now) -> chosen(now));
    show();
  }

  private static MenuItem item(String id, String title, Runnable action) {
    MenuItem item = new MenuItem(title);
    item.setId(id);
    item.setOnAction(e -> action.run());
    return item;
  }

  private void show() {
    showing = true;
    String id = model.encoder();
    EncoderChoice current =
        model.encoders().stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseGet(
                () ->
                    id.contains(":")
                        ? new EncoderChoice(
                            id, title(id), true, "From " + id.substring(id.indexOf(':') + 1))
                        : model.encoders().isEmpty() ? null : model.encoders().get(0));
    choice.setValue(current);
    note.setText(current == null ? "" : current.note());
    showing = false;
    offer(current);
  }

  private static String title(String id) {
    String path = id.substring(id.indexOf(':') + 1);
    return new File(path).getName() + " (" + id.substring(0, id.indexOf(':')) + ")";
  }

  private void chosen(EncoderChoice next) {
    if (showing || next == null) {
      return;
    }
    note.setText(next.note());
    offer(next);
    if (next.available()) {
      model.chooseEncoder(next.id());
    }
  }

  /** Names on the button what it would fetch; without anything to fetch there is no button. */
  private void offer(EncoderChoice current) {
    boolean wanted = current != null && !current.available();
    model.want(wanted ? current.id() : "");
    boolean clipHere =
        model.encoders().stream()
            .anyMatch(each -> each.available() && each.title().startsWith("CLIP"));
    get.setText(
        wanted
            ? "Get " + current.title() + "\u2026"
            : clipHere ? "Get another\u2026" : "Get CLIP\u2026");
    boolean any = model.encoders().stream().anyMatch(each -> !each.available());
    get.setVisible(any);
    get.setManaged(any);
  }

  private void folder(String kind) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle("Folder with config.json and model.safetensors");
    File folder = chooser.showDialog(getScene().getWindow());
    if (folder != null) {
      model.chooseEncoder(kind + folder.getAbsolutePath());
    }
  }

  private void torchScript() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("TorchScript encoder");
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter("TorchScript", List.of("*.pt", "*.torchscript")));
    File file = chooser.showOpenDialog(getScene().getWindow());
    if (file != null) {
      model.chooseEncoder("torchscript:" + file.getAbsolutePath());
    }
  }

  private static final class ChoiceCell extends ListCell<EncoderChoice> {
    @Override
    protected void updateItem(EncoderChoice item, boolean empty) {
      super.updateItem(item, empty);
      setText(
          empty || item == null
              ? null
              : item.available() ? item.title() : item.title() + " (not here)");
      setOpacity(empty || item == null || item.available() ? 1 : 0.6);
    }
  }
}
