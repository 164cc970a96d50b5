package fennec.ui.evaluation;

import fennec.ui.evaluation.FigureTable.Cell;
import fennec.ui.evaluation.FigureTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;

/**
 * Figures as a table; the best of a column is bold, our default and what was published elsewhere
 * are marked.
 */
final class FigureView extends TableView<Row> {

  private static final PseudoClass PUBLISHED = PseudoClass.getPseudoClass("published");
  private static final PseudoClass STANDARD = PseudoClass.getPseudoClass("standard");
  private static final PseudoClass BEST = PseudoClass.getPseudoClass("best");
  private static final double ROW = 30;
  private static final double LETTER = 7.2;

  FigureView(ObservableValue<FigureTable> table) {
    setId("evaluation-table");
    getStyleClass().add("figures");
    setAccessibleText("Figures of the evaluation");
    setFixedCellSize(ROW);
    setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
    setPlaceholder(new Label("There are no figures of this measure."));
    setRowFactory(view -> row());
    table.addListener((o, before, now) -> show(now));
    show(table.getValue());
  }

  private static TableRow<Row> row() {
    return new TableRow<>() {
      @Override
      protected void updateItem(Row item, boolean empty) {
        super.updateItem(item, empty);
        pseudoClassStateChanged(PUBLISHED, !empty && item != null && item.published());
        pseudoClassStateChanged(STANDARD, !empty && item != null && item.isDefault());
      }
    };
  }

  private void show(FigureTable table) {
    List<TableColumn<Row, ?>> columns = new ArrayList<>();
    TableColumn<Row, String> name = new TableColumn<>(table.corner());
    name.setCellValueFactory(each -> new ReadOnlyObjectWrapper<>(title(each.getValue())));
    name.setPrefWidth(208);
    name.setReorderable(false);
    columns.add(name);
    for (int j = 0; j < table.columns().size(); j++) {
      columns.add(column(table.columns().get(j), j));
    }
    // Old columns must not meet rows of another width.
    getItems().clear();
    getColumns().setAll(columns);
    getItems().setAll(table.rows());
  }

  private static String title(Row row) {
    if (row.published()) {
      return row.name() + "  (published)";
    }
    return row.isDefault() ? row.name() + "  (our default)" : row.name();
  }

  private static TableColumn<Row, Cell> column(String title, int index) {
    TableColumn<Row, Cell> column = new TableColumn<>(title);
    column.getStyleClass().add("right");
    column.setPrefWidth(Math.max(72, title.length() * LETTER + 26));
    column.setReorderable(false);
    column.setCellValueFactory(
        each -> new ReadOnlyObjectWrapper<>(each.getValue().cells().get(index)));
    column.setComparator((a, b) -> Double.compare(order(a), order(b)));
    column.setCellFactory(
        each ->
            new TableCell<>() {
              @Override
              protected void updateItem(Cell cell, boolean empty) {
                super.updateItem(cell, empty);
                boolean here = !empty && cell != null;
                setText(here ? cell.text() : null);
                pseudoClassStateChanged(BEST, here && cell.best());
              }
            });
    return column;
  }

  private static double order(Cell cell) {
    return Double.isNaN(Objects.requireNonNull(cell).value())
        ? Double.NEGATIVE_INFINITY
        : cell.value();
  }
}
