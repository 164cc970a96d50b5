package fennec.ui.ranking;

import fennec.recommend.RankInterval;
import fennec.recommend.RankedModel;
import fennec.ui.control.Figures;
import fennec.ui.control.Icons;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;

/** The columns of the ranking and their cells. */
final class RankingColumns {

  private final RankingViewModel model;

  RankingColumns(RankingViewModel model) {
    this.model = model;
  }

  List<TableColumn<RowSlot, ?>> all() {
    return List.of(
        text("rank", "#", 46, SortKey.RANK, r -> Integer.toString(r.ranked().rank()), true),
        moved(),
        name(),
        bar("score", "Score", 152, SortKey.SCORE, this::score),
        places(),
        bar("transfer", "Transfer", 104, SortKey.TRANSFER, this::transfer),
        bar("meta", "Meta", 104, SortKey.META, this::meta),
        text(
            "parameters",
            "Parameters",
            90,
            SortKey.PARAMETERS,
            r -> Figures.parameters(r.ranked().model().parameters()),
            true),
        text(
            "gmacs",
            "GMACs",
            68,
            SortKey.MULTIPLY_ADDS,
            r -> Figures.billions(model.multiplyAdds(r.ranked().model())),
            true),
        text(
            "input",
            "Input",
            62,
            SortKey.INPUT,
            r -> Figures.orDash(r.ranked().model().inputSize()),
            true),
        text(
            "family",
            "Family",
            110,
            SortKey.FAMILY,
            r -> Figures.orDash(r.ranked().model().family()),
            false),
        text(
            "pretraining",
            "Pre-trained on",
            130,
            SortKey.PRETRAINING,
            r -> Figures.orDash(r.ranked().model().pretrainingData()),
            false));
  }

  private void meta(ScoreBar bar, RankedModel r) {
    bar.show(Figures.percent(r.meta()), model.scale().position(r.meta()));
  }

  private void score(ScoreBar bar, RankedModel r) {
    ScoreScale scale = model.scale();
    bar.show(
        Figures.percent(r.score()),
        scale.position(r.score()),
        scale.position(r.low()),
        scale.position(r.high()));
  }

  private void transfer(ScoreBar bar, RankedModel r) {
    // A tilde marks scores estimated from models alike.
    String number = (r.estimated() ? "~" : "") + Figures.percent(r.transfer());
    bar.show(number, model.scale().position(r.transfer()));
  }

  /** Places follow from a worker after the scores; the cells listen for them. */
  private TableColumn<RowSlot, RankingRow> places() {
    TableColumn<RowSlot, RankingRow> column =
        column("places", "Places", 70, null, () -> new PlacesCell());
    column.getStyleClass().add("right");
    return column;
  }

  private final class PlacesCell extends TableCell<RowSlot, RankingRow> {
    private final InvalidationListener follow = o -> show();

    PlacesCell() {
      model.intervalsProperty().addListener(new WeakInvalidationListener(follow));
    }

    @Override
    protected void updateItem(RankingRow row, boolean empty) {
      super.updateItem(row, empty);
      show();
    }

    private void show() {
      // reading the property makes it valid again, so that the next change is heard
      List<RankInterval> intervals = model.intervalsProperty().get();
      setText(isEmpty() || getItem() == null ? null : places(getItem(), intervals));
    }
  }

  private static String places(RankingRow row, List<RankInterval> intervals) {
    if (intervals.size() <= row.ranked().index()) {
      return "";
    }
    RankInterval interval = intervals.get(row.ranked().index());
    return interval.best() == interval.worst()
        ? Integer.toString(interval.best())
        : interval.best() + "\u2013" + interval.worst();
  }

  private TableColumn<RowSlot, RankingRow> column(
      String id,
      String title,
      double width,
      SortKey key,
      Supplier<TableCell<RowSlot, RankingRow>> cell) {
    TableColumn<RowSlot, RankingRow> column = new TableColumn<>(title);
    column.setId("column-" + id);
    column.setPrefWidth(width);
    column.setMinWidth(Math.min(width, 48));
    column.setSortable(key != null);
    column.setUserData(key);
    column.setReorderable(false);
    column.setCellValueFactory(each -> each.getValue().rowProperty());
    column.setCellFactory(each -> cell.get());
    return column;
  }

  private TableColumn<RowSlot, RankingRow> text(
      String id,
      String title,
      double width,
      SortKey key,
      Function<RankingRow, String> text,
      boolean right) {
    TableColumn<RowSlot, RankingRow> column =
        column(
            id,
            title,
            width,
            key,
            () ->
                new TableCell<>() {
                  @Override
                  protected void updateItem(RankingRow row, boolean empty) {
                    super.updateItem(row, empty);
                    setText(empty || row == null ? null : text.apply(row));
                  }
                });
    column.getStyleClass().add(right ? "right" : "left");
    return column;
  }

  private TableColumn<RowSlot, RankingRow> bar(
      String id, String title, double width, SortKey key, BiConsumer<ScoreBar, RankedModel> show) {
    return column(
        id,
        title,
        width,
        key,
        () ->
            new TableCell<>() {
              private final ScoreBar bar = new ScoreBar(id);

              @Override
              protected void updateItem(RankingRow row, boolean empty) {
                super.updateItem(row, empty);
                setGraphic(empty || row == null ? null : bar);
                if (!empty && row != null) {
                  show.accept(bar, row.ranked());
                }
              }
            });
  }

  private TableColumn<RowSlot, RankingRow> moved() {
    TableColumn<RowSlot, RankingRow> column = column("moved", "Moved", 58, null, MovedCell::new);
    column.getStyleClass().add("right");
    return column;
  }

  private TableColumn<RowSlot, RankingRow> name() {
    return column("model", "Model", 236, SortKey.MODEL, NameCell::new);
  }

  private static final class MovedCell extends TableCell<RowSlot, RankingRow> {
    private static final PseudoClass UP = PseudoClass.getPseudoClass("up");
    private static final PseudoClass DOWN = PseudoClass.getPseudoClass("down");

    MovedCell() {
      getStyleClass().add("moved");
    }

    @Override
    protected void updateItem(RankingRow row, boolean empty) {
      super.updateItem(row, empty);
      int moved = empty || row == null ? 0 : row.moved();
      setText(moved == 0 ? null : (moved > 0 ? "\u25b2" : "\u25bc") + Math.abs(moved));
      pseudoClassStateChanged(UP, moved > 0);
      pseudoClassStateChanged(DOWN, moved < 0);
    }
  }

  private static final class NameCell extends TableCell<RowSlot, RankingRow> {
    private final Node pin = Icons.of("fth-bookmark");
    private final Tooltip tooltip = new Tooltip();

    NameCell() {
      getStyleClass().add("model-name");
      // publishers' names come first and often agree; the tail tells models apart
      setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
      setGraphicTextGap(6);
    }

    @Override
    protected void updateItem(RankingRow row, boolean empty) {
      super.updateItem(row, empty);
      boolean shown = !empty && row != null;
      setText(shown ? row.name() : null);
      setGraphic(shown && row.pinned() ? pin : null);
      setTooltip(shown ? tooltip : null);
      if (shown) {
        tooltip.setText(row.name());
      }
    }
  }
}
