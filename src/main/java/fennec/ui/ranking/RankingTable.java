package fennec.ui.ranking;

import fennec.recommend.RankedModel;
import fennec.ui.control.EmptyState;
import fennec.ui.control.Figures;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;

/** The table of models; order and selection are the view model's, the table only shows them. */
final class RankingTable extends TableView<RowSlot> {

  private static final double ROW = 34;
  private static final PseudoClass PINNED = PseudoClass.getPseudoClass("pinned");

  private final RankingViewModel model;
  private final RowGlide glide;
  private final List<RowSlot> slots = new ArrayList<>();
  private boolean selecting;

  RankingTable(RankingViewModel model, ObservableBooleanValue animations, ColumnChoice columns) {
    this.model = model;
    setId("ranking-table");
    setAccessibleText("Ranking of pre-trained models");
    setFixedCellSize(ROW);
    setPlaceholder(
        new EmptyState(
            "fth-filter",
            "No model passes the filter",
            "Widen it, or press Escape in the search field to show all."));
    setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
    setTableMenuButtonVisible(false);
    setSortPolicy(table -> sortByHeader());
    getColumns().setAll(new RankingColumns(model).all(columns));
    glide = new RowGlide(this, animations);
    setRowFactory(table -> row());
    model.rowsProperty().addListener(o -> show());
    show();
    getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (o, before, now) -> {
              if (now != null && !selecting) {
                model.choose(now.row().name());
              }
            });
    model.session().selectedModelProperty().addListener((o, before, now) -> reveal());
  }

  /** Puts the rows into the slots; where their number stays, no cell is built or laid out anew. */
  private void show() {
    selecting = true;
    // read even where nothing is done with it: a property not read tells of no further change
    ShownRows rows = model.rowsProperty().get();
    int known = slots.size();
    if (rows.size() < known) {
      slots.subList(rows.size(), known).clear();
      getItems().remove(rows.size(), known);
    }
    slots.forEach(RowSlot::changed);
    if (rows.size() > known) {
      for (int i = known; i < rows.size(); i++) {
        slots.add(new RowSlot(i, at -> model.rows().get(at)));
      }
      getItems().addAll(slots.subList(known, rows.size()));
    }
    glide.follow(rows);
    showSelection();
    selecting = false;
  }

  private TableRow<RowSlot> row() {
    TableRow<RowSlot> row = new TableRow<>();
    glide.add(row);
    row.itemProperty()
        .flatMap(RowSlot::rowProperty)
        .addListener(
            (o, before, now) -> {
              row.pseudoClassStateChanged(PINNED, now != null && now.pinned());
              row.setAccessibleText(now == null ? null : spoken(now));
            });
    return row;
  }

  private static String spoken(RankingRow row) {
    return row.ranked().rank()
        + ", "
        + row.name()
        + ", score "
        + Figures.percent(row.ranked().score());
  }

  /** Hands the order asked for in the header to the view model. */
  private boolean sortByHeader() {
    Sorting next = Sorting.BY_RANK;
    if (!getSortOrder().isEmpty()) {
      TableColumn<RowSlot, ?> column = getSortOrder().get(0);
      next =
          new Sorting(
              (SortKey) column.getUserData(),
              column.getSortType() == TableColumn.SortType.DESCENDING);
    }
    if (!next.equals(model.sortingProperty().get())) {
      model.sortingProperty().set(next);
    }
    return true;
  }

  private void showSelection() {
    String name = model.session().selectedModelProperty().get();
    int candidate = model.find(name).map(RankedModel::index).orElse(-1);
    int index = model.rowsProperty().get().position(candidate);
    if (index < 0) {
      getSelectionModel().clearSelection();
    } else if (getSelectionModel().getSelectedIndex() != index) {
      getSelectionModel().clearAndSelect(index);
    }
  }

  /** Shows a selection that another pane made. */
  private void reveal() {
    RowSlot shown = getSelectionModel().getSelectedItem();
    if (shown != null && shown.row().name().equals(model.session().selectedModelProperty().get())) {
      return;
    }
    selecting = true;
    showSelection();
    selecting = false;
    int index = getSelectionModel().getSelectedIndex();
    if (index >= 0) {
      scrollTo(Math.max(0, index - 3));
    }
  }
}
