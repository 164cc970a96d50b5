package fennec.ui.ranking;

import fennec.recommend.Contribution;
import fennec.recommend.RankInterval;
import fennec.recommend.RankedModel;
import fennec.ui.action.Action;
import fennec.ui.control.Figures;
import fennec.ui.control.Icons;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Two to four models side by side under the table; absent while none is chosen. */
final class CompareView extends VBox {

  private static final double LEAST_HEIGHT = 150;

  private final RankingViewModel model;
  private final GridPane grid = new GridPane();
  private final Button graphs = new Button("Compare graphs");

  /** Creates it; {@code compareGraphs} shows the graphs of the first two. */
  CompareView(RankingViewModel model, Optional<Action> compareGraphs) {
    super(2);
    this.model = model;
    setId("compare");
    getStyleClass().add("compare");
    Label heading = new Label("Side by side");
    heading.getStyleClass().add("section");
    heading.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(heading, Priority.ALWAYS);
    graphs.setId("compare-graphs");
    graphs.getStyleClass().add("small");
    graphs.setGraphic(Icons.of("fth-git-merge"));
    graphs.setOnAction(e -> compareGraphs.ifPresent(this::compareGraphs));
    graphs.setVisible(compareGraphs.isPresent());
    HBox head =
        new HBox(
            6,
            heading,
            graphs,
            Icons.button(
                "compare-close",
                "fth-x",
                "Close the comparison",
                () -> model.session().comparedProperty().set(List.of())));
    head.setAlignment(Pos.CENTER_LEFT);
    grid.setHgap(18);
    grid.setVgap(2);
    grid.setId("compare-grid");
    ScrollPane scroll = new ScrollPane(grid);
    scroll.setFitToWidth(true);
    scroll.setMinHeight(LEAST_HEIGHT);
    scroll.getStyleClass().add("edge-to-edge");
    getChildren().addAll(head, scroll);
    model.session().comparedProperty().addListener(o -> show());
    model.session().alphaProperty().addListener(o -> show());
    model.intervalsProperty().addListener(o -> show());
    model.session().runProperty().addListener(o -> show());
    show();
  }

  private void show() {
    List<RankedModel> rows =
        model.session().comparedProperty().get().stream()
            .flatMap(name -> model.find(name).stream())
            .toList();
    setVisible(!rows.isEmpty());
    setManaged(!rows.isEmpty());
    graphs.setDisable(rows.stream().filter(r -> !r.model().architecture().isEmpty()).count() < 2);
    grid.getChildren().clear();
    if (rows.isEmpty()) {
      return;
    }
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(86);
    grid.getColumnConstraints().setAll(List.of(names));
    rows.forEach(
        each -> {
          ColumnConstraints wide = new ColumnConstraints();
          wide.setPercentWidth(84.0 / Math.max(2, rows.size()));
          grid.getColumnConstraints().add(wide);
        });
    header(rows);
    line(1, "Place", rows, this::place);
    line(
        2,
        "Score",
        rows,
        r ->
            Figures.percent(r.score())
                + "  ("
                + Figures.percent(r.low())
                + "\u2013"
                + Figures.percent(r.high())
                + ")");
    line(3, "Transfer", rows, r -> (r.estimated() ? "~" : "") + Figures.percent(r.transfer()));
    line(4, "Meta", rows, r -> Figures.percent(r.meta()));
    List<List<Contribution>> meta = rows.stream().map(model::contributions).toList();
    line(5, "Family", rows, r -> Figures.orDash(r.model().family()));
    line(6, "GMACs", rows, r -> Figures.orDash(Figures.billions(model.multiplyAdds(r.model()))));
    facts(
        7, "Parameters", "parameters", rows, meta, r -> Figures.parameters(r.model().parameters()));
    facts(8, "Input", "input size", rows, meta, r -> Figures.orDash(r.model().inputSize()) + " px");
    facts(
        9,
        "Pre-trained on",
        "pre-training data",
        rows,
        meta,
        r -> Figures.orDash(r.model().pretrainingData()));
    facts(10, "Graph", "architecture", rows, meta, null);
    facts(11, "Layers", "layers", rows, meta, null);
    if (rows.size() == 1) {
      Label more = new Label("Choose a second model and press Compare (Ctrl+K).");
      more.getStyleClass().add("muted");
      grid.add(more, 2, 0, 1, 2);
    }
  }

  /**
   * A fact with what it adds to each meta score; without {@code text} as the meta regressor saw it.
   */
  private void facts(
      int row,
      String title,
      String feature,
      List<RankedModel> rows,
      List<List<Contribution>> meta,
      Function<RankedModel, String> text) {
    line(
        row,
        title,
        rows,
        r -> {
          Optional<Contribution> added =
              meta.get(rows.indexOf(r)).stream()
                  .filter(each -> each.feature().equals(feature))
                  .findFirst();
          String fact =
              text == null
                  ? Figures.orDash(added.map(Contribution::value).orElse(""))
                  : text.apply(r);
          return fact + added.map(a -> "  (meta " + Figures.points(a.amount()) + ")").orElse("");
        });
  }

  /** Brings the graph of the first to the front and puts the second beside it. */
  private void compareGraphs(Action action) {
    List<String> names = model.session().comparedProperty().get();
    model.choose(names.get(0));
    action.run();
  }

  private void header(List<RankedModel> rows) {
    for (int i = 0; i < rows.size(); i++) {
      String name = rows.get(i).model().name();
      Label label = new Label(name);
      label.getStyleClass().add("strong");
      label.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(label, Priority.ALWAYS);
      HBox head =
          new HBox(
              4,
              label,
              Icons.button(
                  "compare-remove-" + i,
                  "fth-x",
                  "Take " + name + " out",
                  () -> model.session().toggleCompare(name)));
      head.setAlignment(Pos.CENTER_LEFT);
      grid.add(head, i + 1, 0);
    }
  }

  private void line(
      int row, String title, List<RankedModel> rows, Function<RankedModel, String> text) {
    Label name = new Label(title);
    name.getStyleClass().add("muted");
    grid.add(name, 0, row);
    for (int i = 0; i < rows.size(); i++) {
      Label value = new Label(text.apply(rows.get(i)));
      GridPane.setHalignment(value, HPos.LEFT);
      grid.add(value, i + 1, row);
    }
  }

  private String place(RankedModel row) {
    List<RankInterval> intervals = model.intervalsProperty().get();
    String place = "#" + row.rank();
    if (intervals.size() > row.index()) {
      RankInterval interval = intervals.get(row.index());
      place += "  (" + interval.best() + "\u2013" + interval.worst() + ")";
    }
    return place;
  }
}
