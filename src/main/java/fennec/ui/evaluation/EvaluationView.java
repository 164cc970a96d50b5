package fennec.ui.evaluation;

import fennec.ui.action.ActionNodes;
import fennec.ui.action.ActionRegistry;
import fennec.ui.control.EmptyState;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The evaluation pane: choices on the left, figures and curves on the right. */
public final class EvaluationView extends BorderPane {

  private static final double SWEEP_TABLE = 190;
  private static final double WIDEST = 400;

  private final EvaluationViewModel model;
  private final SweepChart chart = new SweepChart();

  /** Creates the view; {@code actions} holds the pane's actions already. */
  public EvaluationView(EvaluationViewModel model, ActionRegistry actions) {
    this.model = model;
    setId("evaluation");
    // Where the window is low this pane gives way, not the slider above it.
    setMinSize(0, 0);
    setLeft(new EvaluationSettingsView(model));
    FigureView table = new FigureView(model.tableProperty());
    Label protocol = new Label();
    protocol.setId("evaluation-protocol");
    protocol.getStyleClass().add("muted");
    protocol.setWrapText(true);
    protocol.setMinHeight(Region.USE_PREF_SIZE);
    protocol
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::explanation, model.shownProperty(), model.measureProperty()));
    VBox figures = new VBox(10, bar(actions), chart, table, protocol);
    figures.getStyleClass().add("evaluation-figures");
    VBox.setVgrow(chart, Priority.ALWAYS);
    model.tableProperty().addListener(o -> arrange(table));
    arrange(table);
    EmptyState empty =
        new EmptyState(
            "fth-activity",
            "How far can the rankings be trusted?",
            "Each past task is hidden in turn, the models are ranked for it from its images alone,"
                + " and the ranking is compared with what fine-tuning gave. Choose packs on the"
                + " left and press Evaluate; it takes minutes and runs beside your work.");
    empty.setId("evaluation-empty");
    var some = Bindings.isNotNull(model.shownProperty());
    figures.visibleProperty().bind(some);
    empty.visibleProperty().bind(Bindings.not(some));
    setCenter(new StackPane(figures, empty));
  }

  /** A sweep has curves above a low table; a table of methods has the whole height. */
  private void arrange(FigureView table) {
    boolean sweep = model.plotted().isPresent();
    chart.setVisible(sweep);
    chart.setManaged(sweep);
    table.setPrefHeight(sweep ? SWEEP_TABLE : Region.USE_COMPUTED_SIZE);
    table.setMinHeight(sweep ? SWEEP_TABLE / 2 : 120);
    VBox.setVgrow(table, sweep ? Priority.NEVER : Priority.ALWAYS);
    String measure = model.measureProperty().get();
    if (sweep && model.plotted().orElseThrow().measures().contains(measure)) {
      chart.show(SweepCurves.of(model.plotted().orElseThrow(), measure), Measures.title(measure));
    }
  }

  private String explanation() {
    EvaluationResult result = model.shownProperty().get();
    if (result == null) {
      return "";
    }
    return Measures.meaning(model.measureProperty().get())
        + (result.report().protocol().isEmpty()
            ? ""
            : "\n" + String.join("\n", result.report().protocol()));
  }

  private Node bar(ActionRegistry actions) {
    ComboBox<EvaluationResult> results =
        choice(
            "evaluation-results", "Finished evaluations", model.results(), model.shownProperty());
    results.setConverter(named(EvaluationResult::title));
    ComboBox<String> measure =
        choice("evaluation-measure", "Measure", model.measures(), model.measureProperty());
    measure.setConverter(named(Measures::title));
    ComboBox<String> pack = choice("evaluation-case", "Pack", model.cases(), model.caseProperty());
    pack.setConverter(named(UnaryOperator.identity()));
    ObservableValue<Boolean> several = Bindings.size(model.cases()).greaterThan(1);
    pack.visibleProperty().bind(several);
    pack.managedProperty().bind(several);
    FlowPane bar = new FlowPane(8, 8, results, pack, measure);
    bar.setAlignment(Pos.CENTER_LEFT);
    actions.find("evaluation.save").map(ActionNodes::button).ifPresent(bar.getChildren()::add);
    actions
        .find("evaluation.save-plot")
        .map(ActionNodes::button)
        .ifPresent(
            save -> {
              save.managedProperty().bind(save.disabledProperty().not());
              save.visibleProperty().bind(save.disabledProperty().not());
              bar.getChildren().add(save);
            });
    return bar;
  }

  /** A box that shows {@code items} and writes to {@code value} only what a user chose. */
  private static <T> ComboBox<T> choice(
      String id, String name, ObservableList<T> items, Property<T> value) {
    ComboBox<T> box = new ComboBox<>();
    box.setId(id);
    box.setAccessibleText(name);
    box.setTooltip(new Tooltip(name));
    box.setMaxWidth(WIDEST);
    Runnable fill =
        () -> {
          // The model's value outlives the moment in which its list is filled anew.
          T kept = value.getValue();
          box.getItems().setAll(items);
          box.setValue(kept);
        };
    fill.run();
    items.addListener((ListChangeListener<T>) change -> fill.run());
    value.addListener((o, before, now) -> box.setValue(now));
    box.setOnAction(
        e -> {
          T chosen = box.getValue();
          if (chosen != null && items.contains(chosen)) {
            value.setValue(chosen);
          }
        });
    return box;
  }

  private static <T> StringConverter<T> named(java.util.function.Function<T, String> name) {
    return new StringConverter<>() {
      @Override
      public String toString(T item) {
        return item == null || item.equals("") ? "" : name.apply(item);
      }

      @Override
      public T fromString(String text) {
        throw new UnsupportedOperationException("the box is not edited");
      }
    };
  }

  /** The curves as they are shown, for a picture of them. */
  public Node chart() {
    return chart;
  }
}
