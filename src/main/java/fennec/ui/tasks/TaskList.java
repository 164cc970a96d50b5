package fennec.ui.tasks;

import fennec.ui.control.ColourScale;
import fennec.ui.control.Figures;
import fennec.ui.control.Paints;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/** The tasks with their share, size and factors. */
final class TaskList extends TableView<TaskRow> {

  private static final double ROW = 28;
  private static final double FOR_IMAGES = 380;
  private static final double FOR_CLASSES = 310;

  private final TasksViewModel model;
  private final ObservableBooleanValue dark;

  TaskList(TasksViewModel model, ObservableBooleanValue dark) {
    this.model = model;
    this.dark = dark;
    setId("tasks-list");
    setAccessibleText("Historical tasks by their share in the prediction, the new task first");
    setFixedCellSize(ROW);
    setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    TableColumn<TaskRow, TaskRow> title = column("Task", 148, row -> row.title());
    title.setMinWidth(90);
    TableColumn<TaskRow, TaskRow> share =
        column(
            "Share",
            58,
            row -> row.isNew() ? "" : String.format(Locale.ROOT, "%.1f %%", 100 * row.share()));
    TableColumn<TaskRow, TaskRow> classes =
        column("Classes", 62, row -> Figures.orDash(row.classes()));
    TableColumn<TaskRow, TaskRow> images =
        column(
            "Images",
            66,
            row ->
                row.images().isEmpty()
                    ? "\u2013"
                    : String.format(Locale.ROOT, "%,d", row.images().getAsLong()));
    for (TableColumn<TaskRow, TaskRow> each : java.util.List.of(share, classes, images)) {
      each.getStyleClass().add("right");
      each.setMinWidth(56);
    }
    share.setMinWidth(68);
    getColumns().setAll(java.util.List.of(title, share, classes, images, factors()));
    // What a narrow list has no room for stands in the tooltip of the task.
    widthProperty()
        .addListener(
            (o, was, is) -> {
              images.setVisible(is.doubleValue() > FOR_IMAGES);
              classes.setVisible(is.doubleValue() > FOR_CLASSES);
            });
    setPlaceholder(new Label("No task"));
    model.rowsProperty().addListener(o -> show());
    dark.addListener(o -> refresh());
    show();
  }

  private void show() {
    int selected = getSelectionModel().getSelectedIndex();
    getItems().setAll(model.rowsProperty().get());
    getSelectionModel().select(selected);
  }

  private TableColumn<TaskRow, TaskRow> column(
      String name, double width, Function<TaskRow, String> text) {
    TableColumn<TaskRow, TaskRow> column = new TableColumn<>(name);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(
        c ->
            new TableCell<>() {
              @Override
              protected void updateItem(TaskRow row, boolean empty) {
                super.updateItem(row, empty);
                setText(empty || row == null ? null : text.apply(row));
                getStyleClass().remove("strong");
                if (!empty && row != null && row.isNew()) {
                  getStyleClass().add("strong");
                }
                setTooltip(empty || row == null ? null : new Tooltip(about(row)));
              }
            });
    return column;
  }

  private static String about(TaskRow row) {
    if (row.isNew()) {
      return row.title() + ": the task asked about";
    }
    return row.title()
        + (row.classes().isPresent() ? ", " + row.classes().getAsInt() + " classes" : "")
        + (row.images().isPresent()
            ? String.format(Locale.ROOT, ", %,d images", row.images().getAsLong())
            : "")
        + (row.pictured() ? "" : ": no images of it were embedded, so its share rests on its size");
  }

  private TableColumn<TaskRow, TaskRow> factors() {
    TableColumn<TaskRow, TaskRow> column = column("Factors", 120, row -> "");
    Label head = new Label("Factors");
    head.setTooltip(
        new Tooltip(
            "The factors of the transfer space, each in points of score; together they are the"
                + " mean score that the space predicts for the task"));
    column.setText("");
    column.setGraphic(head);
    column.setMinWidth(70);
    column.setCellFactory(c -> new FactorCell());
    return column;
  }

  /** The factors as a stacked bar, one colour a factor. */
  private final class FactorCell extends TableCell<TaskRow, TaskRow> {
    private final Canvas canvas = new Canvas();

    @Override
    protected void updateItem(TaskRow row, boolean empty) {
      super.updateItem(row, empty);
      boolean known = !empty && row != null && row.factors().length > 0;
      setGraphic(known ? canvas : null);
      if (!known) {
        setTooltip(null);
        return;
      }
      double width = Math.max(20, getTableColumn().getWidth() - 18);
      canvas.setWidth(width);
      canvas.setHeight(14);
      GraphicsContext g = canvas.getGraphicsContext2D();
      g.clearRect(0, 0, width, 14);
      double most = 1e-9;
      for (TaskRow each : getTableView().getItems()) {
        most = Math.max(most, Arrays.stream(each.factors()).sum());
      }
      StringBuilder text = new StringBuilder();
      double x = 0;
      for (int f = 0; f < row.factors().length; f++) {
        double part = row.factors()[f] / most * width;
        g.setFill(Paints.of(ColourScale.category(f, dark.get())));
        g.fillRect(x, 1, Math.max(0, part - 1), 12);
        x += part;
        text.append(
            String.format(
                Locale.ROOT,
                "%sfactor %d: %s",
                f == 0 ? "" : "\n",
                f + 1,
                Figures.percent(row.factors()[f])));
      }
      setTooltip(new Tooltip(text.toString()));
      setAccessibleText(text.toString());
    }
  }
}
