package fennec.ui.ranking;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Polygon;

/**
 * Chooses alpha between transfer (0) and meta (1). The ends are labelled, the default is marked,
 * arrow keys move by 0.01, and how well each alpha did in the evaluation is drawn under the track.
 */
public final class AlphaSlider extends GridPane {

  private static final double STEP = 0.01;

  private final Slider slider = new Slider(0, 1, 0);
  private final Label value = new Label();
  private final Track track;

  /** Creates a slider for {@code alpha} with a mark at {@code standard}. */
  public AlphaSlider(DoubleProperty alpha, ReadOnlyDoubleProperty standard) {
    track = new Track(slider, standard);
    setId("alpha-bar");
    getStyleClass().add("alpha-bar");
    setMinHeight(USE_PREF_SIZE);
    slider.setId("alpha");
    slider.setBlockIncrement(STEP);
    slider.setAccessibleText("Alpha: 0 is transfer, 1 is meta");
    slider.setValue(alpha.get());
    slider.valueProperty().addListener((o, before, now) -> alpha.set(rounded(now.doubleValue())));
    alpha.addListener(
        (o, before, now) -> {
          if (Math.abs(now.doubleValue() - slider.getValue()) > STEP / 2) {
            slider.setValue(now.doubleValue());
          }
          show(now.doubleValue());
        });
    value.setId("alpha-value");
    value.getStyleClass().add("alpha-value");
    value.setTooltip(new Tooltip("Score = (1 \u2212 alpha) \u00d7 transfer + alpha \u00d7 meta"));
    add(end("Transfer", "what worked on similar tasks", Pos.CENTER_RIGHT), 0, 0);
    add(track, 1, 0);
    add(end("Meta", "architecture and size", Pos.CENTER_LEFT), 2, 0);
    add(value, 3, 0);
    ColumnConstraints wide = new ColumnConstraints();
    wide.setHgrow(Priority.ALWAYS);
    getColumnConstraints().setAll(new ColumnConstraints(), wide, new ColumnConstraints());
    show(alpha.get());
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }

  private void show(double alpha) {
    value.setText(String.format(Locale.ROOT, "\u03b1 = %.2f", alpha));
  }

  private static Node end(String title, String meaning, Pos side) {
    Label name = new Label(title);
    name.getStyleClass().add("alpha-end");
    Label text = new Label(meaning);
    text.getStyleClass().add("muted");
    VBox box = new VBox(name, text);
    box.setAlignment(side);
    box.setMinWidth(Region.USE_PREF_SIZE);
    return box;
  }

  /** Draws {@code curve} under the track; nothing if there is none. */
  public void setCurve(Optional<QualityCurve> curve) {
    track.curve = curve.orElse(null);
    track.area.setVisible(curve.isPresent());
    curve.ifPresent(each -> Tooltip.install(track, new Tooltip("Shaded: " + each.source())));
    track.requestLayout();
  }

  /** The slider over the curve, with a mark at the default. */
  private static final class Track extends Region {
    private final Polygon area = new Polygon();
    private final Region mark = new Region();
    private final Label markLabel = new Label("default");
    private final Slider slider;
    private final ReadOnlyDoubleProperty standard;
    private QualityCurve curve;

    Track(Slider slider, ReadOnlyDoubleProperty standard) {
      this.slider = slider;
      this.standard = standard;
      standard.addListener(o -> requestLayout());
      mark.setId("alpha-mark");
      setId("alpha-track");
      area.getStyleClass().add("quality-curve");
      area.setId("quality-curve");
      area.setManaged(false);
      area.setVisible(false);
      mark.getStyleClass().add("alpha-mark");
      markLabel.getStyleClass().addAll("muted", "alpha-mark-label");
      area.setMouseTransparent(true);
      mark.setMouseTransparent(true);
      markLabel.setMouseTransparent(true);
      getChildren().addAll(area, mark, markLabel, slider);
    }

    @Override
    protected void layoutChildren() {
      double width = getWidth();
      double height = getHeight();
      double sliderHeight = slider.prefHeight(-1);
      double top = Math.round((height - sliderHeight) / 2);
      slider.resizeRelocate(0, top, width, sliderHeight);
      Node thumb = slider.lookup(".thumb");
      double inset = thumb == null ? 8 : Math.max(6, thumb.getLayoutBounds().getWidth() / 2);
      double span = width - 2 * inset;
      double x = inset + span * standard.get();
      double middle = height / 2;
      mark.resizeRelocate(Math.rint(x) - 1, middle + 9, 2, 6);
      double labelWidth = markLabel.prefWidth(-1);
      markLabel.resizeRelocate(
          x - labelWidth / 2, middle + 14, labelWidth, markLabel.prefHeight(-1));
      if (curve != null) {
        area.getPoints().setAll(points(inset, span, middle));
      }
    }

    /** The curve as an area between the track and its own height, worst to best over 20 pixels. */
    private Double[] points(double inset, double span, double middle) {
      double[] quality = curve.quality();
      double[] alphas = curve.alphas();
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (double each : quality) {
        low = Math.min(low, each);
        high = Math.max(high, each);
      }
      double range = Math.max(1e-9, high - low);
      Double[] points = new Double[2 * quality.length + 4];
      for (int i = 0; i < quality.length; i++) {
        points[2 * i] = inset + span * alphas[i];
        points[2 * i + 1] = middle - 2 - 20 * (quality[i] - low) / range;
      }
      int end = 2 * quality.length;
      points[end] = inset + span * alphas[alphas.length - 1];
      points[end + 1] = middle;
      points[end + 2] = inset + span * alphas[0];
      points[end + 3] = middle;
      return points;
    }

    @Override
    protected double computePrefHeight(double width) {
      return 58;
    }

    @Override
    protected double computeMinWidth(double height) {
      return 160;
    }
  }
}
