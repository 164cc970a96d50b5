package fennec.ui.evaluation;

import fennec.evaluate.SweepPoint;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.ValueAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import javafx.util.StringConverter;

/** The curves of a sweep with named axes, markers that tell their figure, and a legend. */
final class SweepChart extends StackPane {

  private static final double ROOM = 0.3;

  SweepChart() {
    setId("evaluation-chart");
    getStyleClass().add("sweep-chart");
    setMinHeight(220);
  }

  /** Draws {@code curves}; {@code measure} names the vertical axis. */
  void show(SweepCurves curves, String measure) {
    ValueAxis<Number> across = across(curves);
    SweepAxis up = new SweepAxis(least(curves, SweepPoint::value), most(curves, SweepPoint::value));
    up.setLabel(measure);
    LineChart<Number, Number> chart = new LineChart<>(across, up);
    chart.setAnimated(false);
    if (!curves.settings().isEmpty()) {
      // Between settings that are no numbers there is nothing for a line to say.
      chart.getStyleClass().add("unjoined");
    }
    chart.setCreateSymbols(true);
    for (Map.Entry<String, List<SweepPoint>> each : curves.curves().entrySet()) {
      XYChart.Series<Number, Number> series = new XYChart.Series<>();
      series.setName(each.getKey());
      for (SweepPoint point : each.getValue()) {
        if (!Double.isNaN(point.value())) {
          series.getData().add(new XYChart.Data<>(point.x(), point.value(), point));
        }
      }
      chart.getData().add(series);
      series.getData().forEach(data -> tell(each.getKey(), data));
    }
    chart.setAccessibleText(
        measure + " against " + curves.axis() + "; the same figures stand in the table below");
    getChildren().setAll(chart);
  }

  private static void tell(String curve, XYChart.Data<Number, Number> data) {
    SweepPoint point = (SweepPoint) data.getExtraValue();
    Tooltip tooltip =
        new Tooltip(
            String.format(Locale.ROOT, "%s%n%s: %.3f", curve, point.setting(), point.value()));
    tooltip.setShowDelay(Duration.millis(150));
    Tooltip.install(data.getNode(), tooltip);
  }

  private static ValueAxis<Number> across(SweepCurves curves) {
    Map<Double, String> names = curves.settings();
    ValueAxis<Number> axis;
    if (names.isEmpty()) {
      axis = new SweepAxis(least(curves, SweepPoint::x), most(curves, SweepPoint::x));
    } else {
      axis =
          new NumberAxis(
              least(curves, SweepPoint::x) - ROOM, most(curves, SweepPoint::x) + ROOM, 1);
      axis.setMinorTickVisible(false);
      axis.setTickLabelFormatter(new Names(names));
    }
    axis.setLabel(curves.axis());
    return axis;
  }

  private static double least(SweepCurves curves, ToDoubleFunction<SweepPoint> number) {
    return numbers(curves, number).min().orElse(0);
  }

  private static double most(SweepCurves curves, ToDoubleFunction<SweepPoint> number) {
    return numbers(curves, number).max().orElse(1);
  }

  private static DoubleStream numbers(SweepCurves curves, ToDoubleFunction<SweepPoint> number) {
    return curves.curves().values().stream()
        .flatMap(List::stream)
        .filter(point -> !Double.isNaN(point.value()))
        .mapToDouble(number);
  }

  /** Names for the places on an axis; nothing between them. */
  private static final class Names extends StringConverter<Number> {
    private final Map<Double, String> names;

    Names(Map<Double, String> names) {
      this.names = names;
    }

    @Override
    public String toString(Number place) {
      return names.getOrDefault(place.doubleValue(), "");
    }

    @Override
    public Number fromString(String name) {
      return names.entrySet().stream()
          .filter(each -> each.getValue().equals(name))
          .map(Map.Entry::getKey)
          .findFirst()
          .orElse(Double.NaN);
    }
  }
}
