package fennec.ui.tasks;

import fennec.ui.control.EmptyState;
import fennec.ui.control.Icons;
import fennec.ui.map.MapTools;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The tasks: map and list on the left, the matrix of scores on the right. */
public final class TasksView extends StackPane {

  private final TasksViewModel model;
  private final ObservableBooleanValue dark;

  /**
   * Creates the view; the history is read when it is first shown.
   *
   * @param images makes the map of the user's images when it is first asked for
   */
  public TasksView(TasksViewModel model, Supplier<Node> images, ObservableBooleanValue dark) {
    this.model = model;
    this.dark = dark;
    setId("tasks");
    VBox left = left();
    VBox right = right();
    left.setMinWidth(250);
    right.setMinWidth(260);
    SplitPane split = new SplitPane(left, right);
    split.setDividerPositions(0.43);
    split.setId("tasks-split");
    Node empty =
        new EmptyState(
            "fth-layers",
            "Which past tasks are like yours?",
            "Rank a folder of images first. Then this shows the tasks they resemble and how"
                + " models did on them.");
    empty.setId("tasks-empty");
    StackPane views = new StackPane(split);
    model.viewProperty().addListener(o -> show(views, images));
    show(views, images);
    HBox choice =
        MapTools.pills(
            "tasks-view",
            List.of(TasksViewModel.View.values()),
            TasksViewModel.View::title,
            TasksViewModel.View::meaning,
            model.viewProperty());
    choice.getStyleClass().add("map-views");
    BorderPane both = new BorderPane(views);
    both.setTop(choice);
    var ranked = Bindings.isNotNull(model.session().runProperty());
    both.visibleProperty().bind(ranked);
    empty.visibleProperty().bind(ranked.not());
    getChildren().addAll(both, empty);
    model.open();
  }

  /** Shows the view asked for; the map of images is made when it is first wanted. */
  private void show(StackPane views, Supplier<Node> images) {
    boolean past = model.viewProperty().get() == TasksViewModel.View.PAST;
    if (!past && views.getChildren().size() == 1) {
      views.getChildren().add(images.get());
    }
    for (int i = 0; i < views.getChildren().size(); i++) {
      views.getChildren().get(i).setVisible((i == 0) == past);
    }
  }

  private VBox left() {
    HBox kinds =
        MapTools.pills(
            "tasks-map",
            List.of(TaskMap.Kind.values()),
            TaskMap.Kind::title,
            TaskMap.Kind::meaning,
            model.mapKindProperty());
    Label meaning = new Label();
    meaning.getStyleClass().add("muted");
    meaning
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> model.mapKindProperty().get().meaning(), model.mapKindProperty()));
    meaning.setWrapText(true);
    meaning.setMinHeight(Region.USE_PREF_SIZE);
    VBox tools = new VBox(6, kinds, meaning);
    tools.getStyleClass().add("map-tools");
    TaskMapPane map = new TaskMapPane(model, dark);
    TaskList list = new TaskList(model, dark);
    map.setPrefHeight(250);
    map.setMinHeight(150);
    VBox.setVgrow(map, Priority.SOMETIMES);
    VBox.setVgrow(list, Priority.ALWAYS);
    Label pictures =
        new Label(
            "The images of historical tasks are not shipped, only the built-in encoder's features"
                + " of them.");
    pictures.setId("tasks-no-images");
    pictures.setWrapText(true);
    pictures.setMinHeight(Region.USE_PREF_SIZE);
    pictures.getStyleClass().addAll("muted", "map-tools");
    return new VBox(tools, map, list, pictures);
  }

  private VBox right() {
    MatrixPane matrix = new MatrixPane(model, dark);
    ComboBox<RowOrder> rows = new ComboBox<>();
    rows.getItems().setAll(RowOrder.values());
    rows.valueProperty().bindBidirectional(model.rowOrderProperty());
    rows.setId("tasks-rows");
    rows.setAccessibleText("Order of models");
    ComboBox<ColumnOrder> columns = new ComboBox<>();
    columns.getItems().setAll(ColumnOrder.values());
    columns.valueProperty().bindBidirectional(model.columnOrderProperty());
    columns.setId("tasks-columns");
    columns.setAccessibleText("Order of tasks");
    ToggleButton residuals = new ToggleButton("Residuals");
    residuals.setId("tasks-residuals");
    residuals.selectedProperty().bindBidirectional(model.residualsProperty());
    residuals.setTooltip(
        new Tooltip("What the transfer space does not explain: score minus reconstruction"));
    HBox zoom =
        new HBox(
            2,
            Icons.button(
                "tasks-zoom-in", "fth-zoom-in", "Larger cells (+)", () -> matrix.zoom(1.2)),
            Icons.button(
                "tasks-zoom-out", "fth-zoom-out", "Smaller cells (-)", () -> matrix.zoom(1 / 1.2)),
            Icons.button("tasks-fit", "fth-maximize", "Show the whole matrix (F)", matrix::fit));
    FlowPane tools =
        new FlowPane(12, 8, labelled("Models", rows), labelled("Tasks", columns), residuals, zoom);
    tools.getStyleClass().add("map-tools");
    VBox.setVgrow(matrix, Priority.ALWAYS);
    return new VBox(tools, matrix, new ScaleBar(model, dark));
  }

  private static Node labelled(String text, ComboBox<?> box) {
    Label label = new Label(text);
    label.setLabelFor(box);
    label.getStyleClass().add("muted");
    label.setMinWidth(Region.USE_PREF_SIZE);
    HBox pair = new HBox(6, label, box);
    pair.setAlignment(Pos.CENTER_LEFT);
    return pair;
  }
}
