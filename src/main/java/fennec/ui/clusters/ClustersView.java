package fennec.ui.clusters;

import fennec.ui.action.ActionRegistry;
import fennec.ui.control.EmptyState;
import fennec.ui.map.LegendEntry;
import fennec.ui.map.LegendView;
import fennec.ui.map.MapPane;
import fennec.ui.map.MapTools;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The map of the zoo with its tools above and its legend beside. */
public final class ClustersView extends StackPane {

  private final ClustersViewModel model;
  private final BooleanProperty lassoing = new SimpleBooleanProperty();
  private final MapPane map;
  private final ActionRegistry actions;

  /** Creates the view; {@code busy} tells whether the ranking is behind the number of clusters. */
  public ClustersView(
      ClustersViewModel model,
      ActionRegistry actions,
      ObservableBooleanValue dark,
      ObservableBooleanValue busy) {
    this.model = model;
    this.actions = actions;
    setId("clusters");
    map =
        new MapPane(
            "clusters-map",
            "Map of architectures",
            model,
            new NetworkLayer(model, dark),
            dark,
            lassoing);
    model.session().selectedModelProperty().addListener(o -> map.repaint());
    BorderPane frame = new BorderPane(map);
    frame.setTop(tools(busy));
    frame.setRight(side(dark));
    frame.setBottom(
        MapTools.foot(
            "clusters",
            lassoing,
            Bindings.createStringBinding(
                this::note, model.drawing().noteProperty(), model.pointsProperty())));
    Node waiting =
        new EmptyState(
            "fth-share-2", "Reading the architectures", "The map appears when they are read.");
    var there = Bindings.createBooleanBinding(this::isThere, model.pointsProperty());
    frame.visibleProperty().bind(there);
    waiting.visibleProperty().bind(there.not());
    getChildren().addAll(frame, waiting);
    model.open();
  }

  private boolean isThere() {
    return model.pointsProperty().get().size() > 0;
  }

  private Node tools(ObservableBooleanValue busy) {
    ComboBox<Colouring> colour = new ComboBox<>();
    colour.getItems().setAll(Colouring.values());
    colour.valueProperty().bindBidirectional(model.colouringProperty());
    colour.setId("clusters-colour");
    colour.setAccessibleText("What colours tell");
    FlowPane tools =
        new FlowPane(
            14,
            8,
            MapTools.pills(
                "clusters",
                List.of(MapKind.values()),
                MapKind::title,
                MapKind::meaning,
                model.drawing().kindProperty()),
            labelled("Colour by", colour),
            clusters(busy),
            MapTools.pointer("clusters", "points", lassoing, map));
    tools.setAlignment(Pos.CENTER_LEFT);
    tools.getStyleClass().add("map-tools");
    return tools;
  }

  private Node clusters(ObservableBooleanValue busy) {
    Spinner<Integer> spinner =
        new Spinner<>(1, ClustersViewModel.MOST_CLUSTERS, model.clusterCountProperty().get());
    spinner.setId("clusters-count");
    spinner.setEditable(true);
    spinner.setPrefWidth(92);
    spinner.setAccessibleText("Number of clusters; the meta score follows");
    spinner.setTooltip(
        new Tooltip("The meta score is told the cluster of each model, so the ranking follows"));
    spinner.valueProperty().addListener((o, was, is) -> model.clusterCountProperty().set(is));
    model
        .clusterCountProperty()
        .addListener((o, was, is) -> spinner.getValueFactory().setValue(is.intValue()));
    Hyperlink suggestion = new Hyperlink();
    suggestion.setId("clusters-suggested");
    suggestion.textProperty().bind(Bindings.format("suggested: %d", model.suggestedProperty()));
    suggestion.setTooltip(new Tooltip("The number with the best silhouette"));
    suggestion.setOnAction(
        e -> {
          model.clusterCountProperty().set(model.suggestedProperty().get());
          suggestion.setVisited(false);
        });
    suggestion.visibleProperty().bind(model.suggestedProperty().greaterThan(0));
    suggestion.managedProperty().bind(suggestion.visibleProperty());
    Label working = new Label("ranking\u2026");
    working.setId("clusters-busy");
    working.getStyleClass().add("muted");
    working.visibleProperty().bind(busy);
    working.managedProperty().bind(working.visibleProperty());
    return labelled("Clusters", new HBox(6, spinner, suggestion, working));
  }

  private static Node labelled(String text, Node node) {
    Label label = new Label(text);
    label.setLabelFor(node);
    label.getStyleClass().add("muted");
    label.setMinWidth(Region.USE_PREF_SIZE);
    if (node instanceof HBox box) {
      box.setAlignment(Pos.CENTER_LEFT);
    }
    HBox pair = new HBox(6, label, node);
    pair.setAlignment(Pos.CENTER_LEFT);
    return pair;
  }

  private Node side(ObservableBooleanValue dark) {
    Label title = new Label();
    title.setId("clusters-selected");
    title.getStyleClass().add("strong");
    title
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::counted, model.legend().entriesProperty(), model.pointsProperty()));
    FlowPane buttons =
        MapTools.buttons(actions, "clusters.select-shown", "clusters.clear", "clusters.export");
    LegendView legend = new LegendView(model.legend(), "models", dark);
    legend.setId("clusters-legend");
    VBox.setVgrow(legend, Priority.ALWAYS);
    VBox side = new VBox(8, title, buttons, legend);
    side.getStyleClass().add("map-side");
    side.setMinWidth(220);
    return side;
  }

  private String counted() {
    int all = model.pointsProperty().get().size();
    int selected =
        model.legend().entriesProperty().get().stream().mapToInt(LegendEntry::selected).sum();
    return model.legend().hasSelection()
        ? String.format(Locale.ROOT, "%,d / %,d selected", selected, all)
        : String.format(Locale.ROOT, "%,d points", all);
  }

  private String note() {
    int without = model.pointsProperty().get().withoutGraph();
    return model.drawing().noteProperty().get()
        + Optional.of(without)
            .filter(n -> n > 0)
            .map(n -> "; " + n + " ranked models have no graph")
            .orElse("");
  }

  /** Whether a lasso is being drawn. */
  public BooleanProperty lassoingProperty() {
    return lassoing;
  }
}
