package fennec.ui.map;

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
public final class LegendView extends ScrollPane {

  private static final double SIDE = 14;

  private final PointLegend legend;
  private final String things;
  private final ObservableBooleanValue dark;
  private final VBox rows = new VBox(1);
  private boolean building;

  /**
   * Follows {@code legend}.
   *
   * @param things what points are, for those who do not see the map, for example {@code models}
   */
  public LegendView(PointLegend legend, String things, ObservableBooleanValue dark) {
    this.legend = legend;
    this.things = things;
    this.dark = dark;
    setContent(rows);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    getStyleClass().addAll("edge-to-edge", "map-legend");
    legend.entriesProperty().addListener(o -> show());
    dark.addListener(o -> show());
    show();
  }

  /** Where only counts and ticks changed, rows stay, so that the focus does. */
  private void show() {
    building = true;
    List<LegendEntry> entries = legend.entriesProperty().get();
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
                  legend.setShown(label, is);
                }
              });
      counts.getStyleClass().add("muted");
      counts.setMinWidth(Region.USE_PREF_SIZE);
      Button only = new Button("only");
      only.getStyleClass().addAll("flat", "small", "legend-only");
      only.setMinWidth(Region.USE_PREF_SIZE);
      only.setAccessibleText("Show only " + label + ", or all again");
      only.setTooltip(new Tooltip("Show only this class; press again to show all"));
      only.setOnAction(e -> legend.showOnly(label));
      getChildren().addAll(box, counts, only);
    }

    void show(LegendEntry entry) {
      box.setSelected(entry.shown());
      box.setAccessibleText(
          entry.label() + ", " + entry.counts(legend.hasSelection()) + " " + things);
      counts.setText(entry.counts(legend.hasSelection()));
      PointLook look = PointLook.of(legend.classesProperty().get(), entry.index(), dark.get());
      var g = swatch.getGraphicsContext2D();
      g.clearRect(0, 0, SIDE, SIDE);
      int faint = CanvasColours.of(dark.get()).line();
      g.setFill(Paints.of(entry.shown() ? look.colour() : faint));
      PointPainter.fill(g, look.shape(), SIDE / 2, SIDE / 2, 5);
    }
  }
}
