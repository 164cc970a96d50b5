package fennec.ui.tasks;

import fennec.ui.control.Figures;
import fennec.ui.control.Paints;
import java.util.Locale;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** What the colours of the matrix mean: the scale with its ends, hatching, and the total error. */
final class ScaleBar extends HBox {

  private static final double WIDTH = 120;
  private static final double HEIGHT = 12;

  private final TasksViewModel model;
  private final ObservableBooleanValue dark;
  private final Label low = new Label();
  private final Label high = new Label();
  private final Label note = new Label();
  private final Canvas bar = new Canvas(WIDTH, HEIGHT);

  ScaleBar(TasksViewModel model, ObservableBooleanValue dark) {
    super(6);
    this.model = model;
    this.dark = dark;
    setId("tasks-scale");
    setAlignment(Pos.CENTER_LEFT);
    note.setId("tasks-error");
    note.getStyleClass().add("muted");
    low.setMinWidth(Region.USE_PREF_SIZE);
    high.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().addAll(low, bar, high, note);
    getStyleClass().add("map-foot");
    model.matrixProperty().addListener(o -> show());
    dark.addListener(o -> show());
    show();
  }

  private void show() {
    HeatColours heat =
        HeatColours.of(model.matrixProperty().get(), model.showsResiduals(), dark.get());
    GraphicsContext g = bar.getGraphicsContext2D();
    for (int x = 0; x < WIDTH; x++) {
      g.setFill(Paints.of(heat.at(heat.low() + (heat.high() - heat.low()) * x / (WIDTH - 1))));
      g.fillRect(x, 0, 1, HEIGHT);
    }
    boolean residuals = model.showsResiduals();
    low.setText("\u2264 " + (residuals ? Figures.points(heat.low()) : Figures.percent(heat.low())));
    high.setText(
        residuals ? "\u2265 " + Figures.points(heat.high()) : Figures.percent(heat.high()));
    note.setText(
        residuals
            ? String.format(
                Locale.ROOT,
                "score minus reconstruction; in all %s points (root mean square)",
                Figures.percent(model.errorProperty().get()))
            : "score; hatched: never tried");
  }
}
