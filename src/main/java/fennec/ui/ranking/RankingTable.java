package fennec.ui.ranking;

import fennec.ui.control.EmptyState;
import fennec.ui.control.Figures;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;

/** The table of models; order and selection are the view model's, the table only shows them. */
final class RankingTable extends TableView<RankingRow> {

  private static final double ROW = 34;
  private static final PseudoClass PINNED = PseudoClass.getPseudoClass("pinned");

  private final RankingViewModel model;
  private boolean selecting;

  RankingTable(RankingViewModel model, ObservableBooleanValue animations) {
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
    setRowFactory(table -> row());
    getColumns().setAll(new RankingColumns(model).all());
    RowGlide glide = new RowGlide(this, animations);
    getItems().setAll(model.rows());
    model
        .rows()
        .addListener(
            (ListChangeListener<RankingRow>)
                change -> {
                  selecting = true;
                  getItems().setAll(model.rows());
                  glide.follow(model.rows());
                  showSelection();
                  selecting = false;
                });
    model.intervalsProperty().addListener((o, before, now) -> refresh());
    getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (o, before, now) -> {
              if (now != null && !selecting) {
                model.choose(now.name());
              }
            });
    model.session().selectedModelProperty().addListener((o, before, now) -> reveal());
    showSelection();
  }

  private TableRow<RankingRow> row() {
    return new TableRow<>() {
      @Override
      protected void updateItem(RankingRow row, boolean empty) {
        super.updateItem(row, empty);
        pseudoClassStateChanged(PINNED, !empty && row != null && row.pinned());
        setAccessibleText(
            empty || row == null
                ? null
                : row.ranked().rank()
                    + ", "
                    + row.name()
                    + ", score "
                    + Figures.percent(row.ranked().score()));
      }
    };
  }

  /** Hands the order asked for in the header to the view model. */
  private boolean sortByHeader() {
    Sorting next = Sorting.BY_RANK;
    if (!getSortOrder().isEmpty()) {
      TableColumn<RankingRow, ?> column = getSortOrder().get(0);
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
    int index = -1;
    for (int i = 0; i < getItems().size() && index < 0; i++) {
      index = getItems().get(i).name().equals(name) ? i : -1;
    }
    if (index < 0) {
      getSelectionModel().clearSelection();
    } else {
      getSelectionModel().clearAndSelect(index);
    }
  }

  /** Shows a selection that another pane made. */
  private void reveal() {
    RankingRow shown = getSelectionModel().getSelectedItem();
    if (shown != null && shown.name().equals(model.session().selectedModelProperty().get())) {
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
