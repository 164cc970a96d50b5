package fennec.ui.clusters;

import fennec.ui.control.CanvasColours;
import fennec.ui.control.Paints;
import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The classes with their looks and counts; unticked classes are not drawn. */
final class LegendView extends ScrollPane {

  private static final double SIDE = 14;

  private final ClustersViewModel model;
  private final ObservableBooleanValue dark;
  private final VBox rows = new VBox(1);
  private boolean building;

  LegendView(ClustersViewModel model, ObservableBooleanValue dark) {
    this.model = model;
    this.dark = dark;
    setId("clusters-legend");
    setContent(rows);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    getStyleClass().addAll("edge-to-edge", "map-legend");
    model.legendProperty().addListener(o -> show());
    dark.addListener(o -> show());
    show();
  }

  /** Where only counts and ticks changed, rows stay, so that the focus does. */
  private void show() {
    building = true;
    List<LegendEntry> entries = model.legendProperty().get();
    boolean same = rows.getChildren().size() == entries.size();
    for (int i = 0; same && i < entries.size(); i++) {
      same = ((Row) rows.getChildren().get(i)).label.equals(entries.get(i).label());
    }
    if (!same) {
      rows.getChildren().setAll(entries.stream().map(e -> (Node) new Row(e.label())).toList());
    }
    for (int i = 0; i < entries.size(); i++) {
      ((Row) rows.getChildren().get(i)).show(entries.get(i));
    }
    building = false;
  }

  private final class Row extends HBox {
    private final String label;
    private final CheckBox box = new CheckBox();
    private final Canvas swatch = new Canvas(SIDE, SIDE);
    private final Label counts = new Label();

    Row(String label) {
      super(6);
      this.label = label;
      setAlignment(Pos.CENTER_LEFT);
      getStyleClass().add("legend-row");
      box.setText(label);
      box.setGraphic(swatch);
      box.setMinWidth(60);
      box.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(box, Priority.ALWAYS);
      box.selectedProperty()
          .addListener(
              (o, was, is) -> {
                if (!building) {
                  model.setShown(label, is);
                }
              });
      counts.getStyleClass().add("muted");
      counts.setMinWidth(Region.USE_PREF_SIZE);
      Button only = new Button("only");
      only.getStyleClass().addAll("flat", "small", "legend-only");
      only.setMinWidth(Region.USE_PREF_SIZE);
      only.setAccessibleText("Show only " + label + ", or all again");
      only.setTooltip(new Tooltip("Show only this class; press again to show all"));
      only.setOnAction(e -> model.showOnly(label));
      getChildren().addAll(box, counts, only);
    }

    void show(LegendEntry entry) {
      box.setSelected(entry.shown());
      box.setAccessibleText(entry.label() + ", " + entry.counts(model.hasSelection()) + " models");
      counts.setText(entry.counts(model.hasSelection()));
      PointLook look = PointLook.of(model.classesProperty().get(), entry.index(), dark.get());
      var g = swatch.getGraphicsContext2D();
      g.clearRect(0, 0, SIDE, SIDE);
      int faint = CanvasColours.of(dark.get()).line();
      g.setFill(Paints.of(entry.shown() ? look.colour() : faint));
      PointPainter.fill(g, look.shape(), SIDE / 2, SIDE / 2, 5);
    }
  }
}
