package fennec.ui.ranking;

import fennec.recommend.RankInterval;
import fennec.recommend.RankedModel;
import fennec.ui.control.Figures;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.control.TableColumn;

/** The cells of the ranking's columns. */
final class RankingColumns {

  private static final double HEADING_PADDING = 16;

  private final RankingViewModel model;

  RankingColumns(RankingViewModel model) {
    this.model = model;
  }

  List<TableColumn<RowSlot, ?>> all(ColumnChoice choice) {
    return Arrays.stream(RankingColumn.values())
        .<TableColumn<RowSlot, ?>>map(each -> column(each, choice))
        .toList();
  }

  private TableColumn<RowSlot, RankingRow> column(RankingColumn kind, ColumnChoice choice) {
    Supplier<RowCell> cell = cell(kind);
    TableColumn<RowSlot, RankingRow> column = new TableColumn<>();
    column.setId("column-" + kind.id());
    ColumnHeading heading = new ColumnHeading(kind, model.axisProperty());
    if (kind == RankingColumn.SCORE) {
      heading.prefWidthProperty().bind(column.widthProperty().subtract(HEADING_PADDING));
    }
    column.setGraphic(heading);
    column.setPrefWidth(kind.width());
    column.setMinWidth(Math.min(kind.width(), 48));
    column.setSortable(kind.sortKey() != null);
    column.setUserData(kind.sortKey());
    column.setReorderable(false);
    column.setCellValueFactory(each -> each.getValue().rowProperty());
    column.setCellFactory(each -> cell.get());
    column.getStyleClass().add(kind.isNumber() ? "right" : "left");
    column.setVisible(choice.isShown(kind));
    choice
        .settingsProperty()
        .addListener((o, before, now) -> column.setVisible(choice.isShown(kind)));
    return column;
  }

  private Supplier<RowCell> cell(RankingColumn kind) {
    return switch (kind) {
      case RANK -> text(r -> Integer.toString(r.rank()));
      case MODEL -> NameCell::new;
      case SCORE -> dot("score", this::score);
      case PLACES -> PlacesCell::new;
      case MOVED -> MovedCell::new;
      case PARAMETERS -> text(r -> Figures.parameters(r.model().parameters()));
      case TRANSFER -> dot("transfer", this::transfer);
      case META -> dot("meta", this::meta);
      case GMACS -> text(r -> Figures.billions(model.multiplyAdds(r.model())));
      case INPUT -> text(r -> Figures.orDash(r.model().inputSize()));
      case FAMILY -> text(r -> Figures.orDash(r.model().family()));
      case PRETRAINING -> text(r -> Figures.orDash(r.model().pretrainingData()));
    };
  }

  private void score(ScoreDot dot, RankedModel r) {
    ScoreAxis axis = model.axisProperty().get();
    dot.show(
        Figures.percent(r.score()),
        axis.position(r.score()),
        axis.position(r.low()),
        axis.position(r.high()));
  }

  private void transfer(ScoreDot dot, RankedModel r) {
    String number = (r.estimated() ? "~" : "") + Figures.percent(r.transfer());
    dot.show(number, model.axisProperty().get().position(r.transfer()), r.estimated());
  }

  private void meta(ScoreDot dot, RankedModel r) {
    dot.show(Figures.percent(r.meta()), model.axisProperty().get().position(r.meta()), false);
  }

  private static Supplier<RowCell> text(Function<RankedModel, String> text) {
    return () ->
        new RowCell() {
          @Override
          void show(RankingRow row) {
            setText(row == null ? null : text.apply(row.ranked()));
          }
        };
  }

  private static Supplier<RowCell> dot(String style, BiConsumer<ScoreDot, RankedModel> show) {
    return () ->
        new RowCell() {
          private final ScoreDot dot = new ScoreDot(style);

          @Override
          void show(RankingRow row) {
            setGraphic(row == null ? null : dot);
            if (row != null) {
              show.accept(dot, row.ranked());
            }
          }
        };
  }

  /** Places follow from a worker after the scores; the cells listen for them. */
  private final class PlacesCell extends RowCell {
    private final InvalidationListener follow = o -> show(isEmpty() ? null : getItem());

    PlacesCell() {
      model.intervalsProperty().addListener(new WeakInvalidationListener(follow));
    }

    @Override
    void show(RankingRow row) {
      // reading the property makes it valid again, so that the next change is heard
      List<RankInterval> intervals = model.intervalsProperty().get();
      setText(row == null ? null : places(row, intervals));
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
}
