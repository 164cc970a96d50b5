package fennec.ui.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** What is to be evaluated: packs, table or sweep, methods, draws; the run under way below. */
final class EvaluationSettingsView extends VBox {

  private static final double WIDTH = 254;

  EvaluationSettingsView(EvaluationViewModel model) {
    setId("evaluation-settings");
    getStyleClass().addAll("side", "evaluation-settings");
    setMinWidth(WIDTH);
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    VBox choices =
        new VBox(
            8,
            section("History packs"),
            packs(model),
            muted("Several are joined into one history."),
            section("Evaluate"),
            what(model),
            methods(model),
            section("Draws of images per task"),
            draws(model),
            sizeKnown(model));
    choices.getStyleClass().add("choices");
    ScrollPane scroll = new ScrollPane(choices);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("edge-to-edge");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(scroll, new EvaluationRunView(model));
  }

  private static Label section(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("section");
    return label;
  }

  private static Label muted(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("muted");
    label.setWrapText(true);
    return label;
  }

  private static Node packs(EvaluationViewModel model) {
    VBox boxes = new VBox(6);
    follow(
        model.packs(),
        () ->
            boxes
                .getChildren()
                .setAll(model.packs().stream().map(pack -> box(model, pack)).toList()));
    return boxes;
  }

  private static Node box(EvaluationViewModel model, PackChoice pack) {
    CheckBox box = new CheckBox(pack.name());
    box.setId("evaluation-pack-" + pack.name());
    String facts = String.format(Locale.ROOT, "%,d models, %d tasks", pack.models(), pack.tasks());
    box.setTooltip(new Tooltip(pack.title() + ": " + facts));
    box.setAccessibleText(pack.title() + ", " + facts);
    tick(box, pack.name(), model.chosenPacks());
    box.setOnAction(e -> model.choosePack(pack.name(), box.isSelected()));
    return box;
  }

  private static void tick(CheckBox box, String name, ObservableList<String> chosen) {
    follow(chosen, () -> box.setSelected(chosen.contains(name)));
  }

  /** Calls {@code show} now and whenever {@code list} changes. */
  private static void follow(ObservableList<?> list, Runnable show) {
    show.run();
    list.addListener((ListChangeListener<Object>) change -> show.run());
  }

  private static Node what(EvaluationViewModel model) {
    ComboBox<Optional<String>> choice = new ComboBox<>();
    choice.setId("evaluation-what");
    choice.setAccessibleText("Table or sweep");
    choice.setMaxWidth(Double.MAX_VALUE);
    choice.setVisibleRowCount(12);
    choice.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Optional<String> sweep) {
            return sweep == null
                ? ""
                : sweep.map(name -> "Sweep: " + name).orElse("Table of methods and tasks");
          }

          @Override
          public Optional<String> fromString(String text) {
            return text.startsWith("Sweep: ") ? Optional.of(text.substring(7)) : Optional.empty();
          }
        });
    follow(
        model.sweeps(),
        () -> {
          List<Optional<String>> all = new ArrayList<>();
          all.add(Optional.empty());
          model.sweeps().forEach(name -> all.add(Optional.of(name)));
          choice.getItems().setAll(all);
          choice.setValue(model.sweepProperty().get());
        });
    choice
        .valueProperty()
        .addListener(
            (o, before, now) -> {
              if (now != null) {
                model.sweepProperty().set(now);
              }
            });
    model.sweepProperty().addListener((o, before, now) -> choice.setValue(now));
    return choice;
  }

  private static Node methods(EvaluationViewModel model) {
    VBox boxes = new VBox(6);
    follow(
        model.methods(),
        () ->
            boxes
                .getChildren()
                .setAll(
                    model.methods().stream()
                        .map(
                            label -> {
                              CheckBox box = new CheckBox(label);
                              box.setId("evaluation-method-" + label);
                              tick(box, label, model.chosenMethods());
                              box.setOnAction(e -> model.chooseMethod(label, box.isSelected()));
                              return box;
                            })
                        .toList()));
    VBox all = new VBox(8, section("Methods"), boxes);
    ObservableValue<Boolean> table =
        Bindings.createBooleanBinding(
            () -> model.sweepProperty().get().isEmpty(), model.sweepProperty());
    all.visibleProperty().bind(table);
    all.managedProperty().bind(table);
    return all;
  }

  private static Node draws(EvaluationViewModel model) {
    Spinner<Integer> spinner =
        new Spinner<>(1, EvaluationViewModel.MOST_DRAWS, model.drawsProperty().get());
    spinner.setId("evaluation-draws");
    spinner.setPrefWidth(96);
    spinner.setEditable(true);
    spinner.getEditor().setAccessibleText("Draws of images");
    spinner.valueProperty().addListener((o, before, now) -> model.drawsProperty().set(now));
    model
        .drawsProperty()
        .addListener((o, before, now) -> spinner.getValueFactory().setValue(now.intValue()));
    Label note = muted("More take longer.");
    HBox row = new HBox(10, spinner, note);
    row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    return row;
  }

  private static Node sizeKnown(EvaluationViewModel model) {
    CheckBox box = new CheckBox("Tell methods the size of the task");
    box.setId("evaluation-size-known");
    box.setTooltip(
        new Tooltip("Classes and training images, as a folder with one sub-folder a class tells"));
    box.selectedProperty().bindBidirectional(model.sizeKnownProperty());
    box.setWrapText(true);
    return box;
  }
}
