package fennec.ui.ranking;

import fennec.recommend.RankInterval;
import fennec.recommend.RankedModel;
import fennec.ui.control.Figures;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Why the selected model stands where it stands. */
final class WhyView extends ScrollPane {

  private static final int MOST_TASKS = 6;
  private static final int MOST_FEATURES = 7;

  private final RankingViewModel model;
  private final Label name = new Label();
  private final Label facts = new Label();
  private final Label place = new Label();
  private final Label sum = new Label();
  private final Label estimated = new Label();
  private final VBox tasks = new VBox();
  private final VBox features = new VBox();
  private final PlaceChart chart = new PlaceChart();

  WhyView(RankingViewModel model, List<? extends Node> buttons) {
    this.model = model;
    setId("why");
    getStyleClass().addAll("edge-to-edge", "why");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    name.setId("why-model");
    name.getStyleClass().add("heading");
    name.setWrapText(true);
    facts.getStyleClass().add("muted");
    facts.setWrapText(true);
    place.setId("why-place");
    place.getStyleClass().add("place");
    sum.setWrapText(true);
    sum.setId("why-sum");
    estimated.setWrapText(true);
    estimated.getStyleClass().add("note");
    estimated.setText(
        "This model has no transfer history of its own; its transfer score is estimated from"
            + " models alike.");
    FlowPane row = new FlowPane(6, 6);
    row.getChildren().addAll(buttons);
    VBox box =
        new VBox(
            10,
            new VBox(2, name, facts),
            new VBox(2, place, sum),
            row,
            estimated,
            section("Place at other alphas"),
            chart,
            section("Nearest historical tasks"),
            tasks,
            section("What the meta score is made of"),
            features);
    box.getStyleClass().add("why-content");
    setContent(box);
    model.selectedProperty().addListener(o -> showModel());
    model.intervalsProperty().addListener(o -> showPlace());
    model.explanationProperty().addListener((o, before, now) -> showReasons(now));
    model.session().alphaProperty().addListener((o, before, now) -> chart.move(now.doubleValue()));
    showModel();
    showReasons(model.explanationProperty().get());
  }

  private static Label section(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("section");
    return label;
  }

  private void showModel() {
    RankedModel row = model.selectedProperty().get();
    getContent().setVisible(row != null);
    if (row == null) {
      return;
    }
    name.setText(row.model().name());
    facts.setText(
        String.join(
            "  \u00b7  ",
            Figures.orDash(row.model().family()),
            Figures.parameters(row.model().parameters()),
            Figures.orDash(row.model().inputSize()) + " px",
            Figures.orDash(row.model().pretrainingData())));
    double alpha = model.session().alphaProperty().get();
    sum.setText(
        String.format(
            Locale.ROOT,
            "%s = %.2f \u00d7 transfer %s + %.2f \u00d7 meta %s",
            Figures.percent(row.score()),
            1 - alpha,
            Figures.percent(row.transfer()),
            alpha,
            Figures.percent(row.meta())));
    estimated.setVisible(row.estimated());
    estimated.setManaged(row.estimated());
    showPlace();
  }

  private void showPlace() {
    RankedModel row = model.selectedProperty().get();
    if (row == null) {
      return;
    }
    List<RankInterval> intervals = model.intervalsProperty().get();
    String text = "#" + row.rank() + " of " + model.totalProperty().get();
    if (intervals.size() > row.index()) {
      RankInterval interval = intervals.get(row.index());
      text += ", 80 % between " + interval.best() + " and " + interval.worst();
    }
    place.setText(text);
  }

  private void showReasons(Explanation explanation) {
    if (explanation == null) {
      return;
    }
    tasks.getChildren().setAll(ShareBars.shares(explanation.nearest(), MOST_TASKS));
    features
        .getChildren()
        .setAll(ShareBars.contributions(explanation.contributions(), MOST_FEATURES));
    chart.show(explanation, model.session().alphaProperty().get());
  }
}
