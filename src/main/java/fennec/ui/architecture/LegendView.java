package fennec.ui.architecture;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/** What colours tell, to choose, and what each means. */
final class LegendView extends HBox {

  private final ArchitectureViewModel model;
  private final FlowPane entries = new FlowPane(14, 2);

  LegendView(ArchitectureViewModel model) {
    super(14);
    this.model = model;
    setAlignment(Pos.CENTER_LEFT);
    entries.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(entries, Priority.ALWAYS);
    getChildren().setAll(colours(), entries);
    setId("legend");
    getStyleClass().add("legend");
    model.activeProperty().addListener(o -> show());
    for (GraphViewModel side : List.of(model.first(), model.pair().second())) {
      model.pair().coloursOf(side).addListener(o -> show());
    }
    show();
  }

  private void show() {
    Colouring colouring = model.pair().coloursOf(model.activeProperty().get()).get();
    List<Node> rows = new ArrayList<>();
    for (Colouring.Entry entry : colouring.legend()) {
      Rectangle patch = new Rectangle(12, 12, Color.web(entry.colour()));
      patch.setArcWidth(4);
      patch.setArcHeight(4);
      HBox row = new HBox(6, patch, new Label(entry.meaning() + "  " + entry.parts()));
      row.setAlignment(Pos.CENTER_LEFT);
      rows.add(row);
    }
    entries.getChildren().setAll(rows);
  }

  private Node colours() {
    ComboBox<ColourBy> colours = new ComboBox<>();
    colours.setId("architecture-colour");
    colours.setAccessibleText("What the colours tell");
    colours.setTooltip(new Tooltip("What the colours tell"));
    model.pair().comparisonProperty().addListener(o -> offer(colours));
    model.pair().metricProperty().addListener(o -> offer(colours));
    offer(colours);
    colours
        .valueProperty()
        .addListener(
            (o, before, now) -> {
              // other items empty the box for a moment
              if (now != null) {
                model.colourByProperty().set(now);
              }
            });
    model.colourByProperty().addListener((o, before, now) -> colours.setValue(now));
    colours.setMinWidth(Region.USE_PREF_SIZE);
    return colours;
  }

  private void offer(ComboBox<ColourBy> colours) {
    boolean both = model.pair().comparisonProperty().get() != null;
    ColourBy kept = model.colourByProperty().get();
    colours.getItems().setAll(ColourBy.offered(both, model.pair().metric().isPresent()));
    colours.setValue(kept);
  }
}
