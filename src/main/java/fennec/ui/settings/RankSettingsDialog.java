package fennec.ui.settings;

import fennec.io.RankOptions;
import fennec.ui.evaluation.PackChoice;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Asks for method, factors, packs, models, device and precision. */
final class RankSettingsDialog extends Dialog<ButtonType> {

  private static final int MOST_FACTORS = 20;
  private static final double WIDTH = 300;

  private final ComboBox<String> method = new ComboBox<>();
  private final Spinner<Integer> factors;
  private final ComboBox<String> zoo = new ComboBox<>();
  private final ComboBox<String> device = new ComboBox<>();
  private final CheckBox half = new CheckBox("Half precision, on a GPU only");
  private final CheckBox thumbnails = new CheckBox("Show small pictures of my images");
  private final List<CheckBox> packs = new ArrayList<>();
  private final GridPane form = new GridPane();

  RankSettingsDialog(RankSettingsViewModel model, List<PackChoice> known, Window owner) {
    initOwner(owner);
    setTitle("Ranking settings");
    RankOptions now = model.options();
    factors = new Spinner<>(1, MOST_FACTORS, Math.min(MOST_FACTORS, now.latentSize()));
    factors.setEditable(true);
    factors.setId("settings-k");
    factors.disableProperty().bind(method.valueProperty().isNotEqualTo("paper"));
    fill(method, "settings-method", RankSettingsViewModel.METHODS, now.method());
    fill(zoo, "settings-zoo", List.of("history", "timm", "all"), now.zoo());
    fill(device, "settings-device", List.of("auto", "cpu", "cuda:0"), now.device());
    device.setEditable(true);
    half.setId("settings-half");
    half.setSelected(now.half());
    thumbnails.setId("settings-thumbnails");
    thumbnails.setSelected(model.reportThumbnails());
    VBox boxes = new VBox(6);
    for (PackChoice pack : known) {
      CheckBox box =
          new CheckBox(
              pack.name() + "  (" + pack.models() + " models, " + pack.tasks() + " tasks)");
      box.setTooltip(new Tooltip(pack.title()));
      box.setId("settings-pack-" + pack.name());
      box.setAccessibleText(pack.title());
      box.setUserData(pack);
      box.setSelected(
          now.history().isEmpty() ? pack.standard() : now.history().contains(pack.name()));
      packs.add(box);
    }
    boxes.getChildren().setAll(packs);
    form.setHgap(14);
    form.setVgap(10);
    row("Transfer score by", method, "similarity is the default, paper the published method");
    row("Factors k", factors, "of the published method");
    row("History packs", boxes, "what rankings are learned from");
    row("Models", zoo, "timm adds 1,556 published ones, estimated from models alike");
    row("Device", device, "auto, cpu or cuda:N; counts from the next start");
    row("Precision", half, "counts from the next start");
    row("HTML reports", thumbnails, "");
    getDialogPane().setContent(form);
    getDialogPane().setId("settings-dialog");
    getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
    getDialogPane().getStyleClass().add("fennec");
    getDialogPane().getButtonTypes().setAll(ButtonType.OK, ButtonType.CANCEL);
    setOnHidden(
        e -> {
          if (getResult() == ButtonType.OK) {
            model.apply(chosen(), thumbnails.isSelected());
          }
        });
  }

  private static void fill(ComboBox<String> box, String id, List<String> all, String now) {
    box.setId(id);
    box.getItems().setAll(all);
    box.setValue(now);
    box.setPrefWidth(WIDTH);
  }

  private void row(String name, Node control, String meaning) {
    Label label = new Label(name);
    label.setLabelFor(control);
    VBox box = new VBox(3, control);
    if (!meaning.isEmpty()) {
      Label note = new Label(meaning);
      note.getStyleClass().add("muted");
      box.getChildren().add(note);
    }
    form.addRow(form.getRowCount(), label, box);
  }

  private RankOptions chosen() {
    List<String> standard = new ArrayList<>();
    List<String> taken = new ArrayList<>();
    for (CheckBox box : packs) {
      PackChoice pack = (PackChoice) box.getUserData();
      if (pack.standard()) {
        standard.add(pack.name());
      }
      if (box.isSelected()) {
        taken.add(pack.name());
      }
    }
    String where = device.getEditor().getText().strip();
    return new RankOptions(
        method.getValue(),
        factors.getValue(),
        taken.equals(standard) ? List.of() : taken,
        zoo.getValue(),
        where.isEmpty() ? "auto" : where,
        half.isSelected());
  }
}
