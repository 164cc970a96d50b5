package fennec.ui.ranking;

import java.util.Arrays;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;

/** A model's place at every alpha, the first place on top, with a dot at the present alpha. */
final class PlaceChart extends Region {

  private static final double LEFT = 44;
  private static final double BOTTOM = 18;

  private final Polyline line = new Polyline();
  private final Line here = new Line();
  private final Circle dot = new Circle(4);
  private final Label best = new Label();
  private final Label worst = new Label();
  private final Label zero = new Label("transfer");
  private final Label one = new Label("meta");
  private Explanation explanation;
  private double alpha;

  PlaceChart() {
    setId("place-chart");
    getStyleClass().add("place-chart");
    line.getStyleClass().add("line");
    here.getStyleClass().add("here");
    dot.getStyleClass().add("dot");
    for (Label each : new Label[] {best, worst, zero, one}) {
      each.getStyleClass().add("muted");
    }
    getChildren().addAll(here, line, dot, best, worst, zero, one);
  }

  void show(Explanation next, double at) {
    explanation = next;
    alpha = at;
    getChildren().forEach(each -> each.setVisible(next != null));
    if (next != null) {
      int first = Arrays.stream(next.places()).min().orElse(1);
      int last = Arrays.stream(next.places()).max().orElse(1);
      best.setText("#" + first);
      worst.setText(first == last ? "" : "#" + last);
      setAccessibleText("Places from " + first + " to " + last + " as alpha goes from 0 to 1");
    }
    requestLayout();
  }

  void move(double at) {
    alpha = at;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    if (explanation == null) {
      return;
    }
    double width = getWidth() - LEFT - 6;
    double height = getHeight() - BOTTOM - 8;
    int[] places = explanation.places();
    double first = Arrays.stream(places).min().orElse(1);
    double range = Math.max(1, Arrays.stream(places).max().orElse(1) - first);
    Double[] points = new Double[2 * places.length];
    for (int i = 0; i < places.length; i++) {
      points[2 * i] = LEFT + width * explanation.alphas()[i];
      points[2 * i + 1] = 6 + height * (places[i] - first) / range;
    }
    line.getPoints().setAll(points);
    double x = LEFT + width * alpha;
    here.setStartX(x);
    here.setEndX(x);
    here.setStartY(2);
    here.setEndY(height + 8);
    int step = (int) Math.min(places.length - 2, Math.floor(alpha * (places.length - 1)));
    double part = alpha * (places.length - 1) - step;
    dot.setCenterX(x);
    dot.setCenterY(points[2 * step + 1] * (1 - part) + points[2 * step + 3] * part);
    place(best, 0, -2);
    place(worst, 0, height - 4);
    place(zero, LEFT, getHeight() - BOTTOM + 2);
    place(one, LEFT + width - one.prefWidth(-1), getHeight() - BOTTOM + 2);
  }

  private static void place(Label label, double x, double y) {
    label.resizeRelocate(x, y, label.prefWidth(-1), label.prefHeight(-1));
  }

  @Override
  protected double computePrefHeight(double width) {
    return 110;
  }
}
