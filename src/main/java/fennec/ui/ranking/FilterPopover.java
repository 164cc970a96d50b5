package fennec.ui.ranking;

import atlantafx.base.controls.Popover;
import fennec.ui.control.Figures;
import fennec.ui.session.ModelFilter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;
import java.util.function.DoubleSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.RangeSlider;

/** Filters by what is known of models; each change shows at once. */
final class FilterPopover {

  private static final double LEAST_ROOM = 240;
  private static final double MARGIN = 60;
  private static final double[] GIGABYTES = {1, 2, 4, 6, 8, 12, 16, 24, 40, 80};
  private static final double[] GIGA_MACS = {0.5, 1, 2, 5, 10, 20, 50, 100};

  private final RankingViewModel model;
  private final ObjectProperty<ModelFilter> filter;
  private final Popover popover = new Popover();

  FilterPopover(RankingViewModel model) {
    this.model = model;
    this.filter = model.session().filterProperty();
    popover.setTitle("Filters");
    popover.setHeaderAlwaysVisible(false);
    popover.setDetachable(false);
    popover.setArrowLocation(Popover.ArrowLocation.TOP_LEFT);
  }

  void toggle(Node owner) {
    if (popover.isShowing()) {
      popover.hide();
    } else {
      popover.setContentNode(fitting(content(), owner));
      popover.show(owner);
    }
  }

  /** Scrolls where the window leaves too little room below {@code owner}. */
  private static Node fitting(Region content, Node owner) {
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("edge-to-edge");
    double below = owner.localToScene(owner.getBoundsInLocal()).getMaxY();
    scroll.setMaxHeight(Math.max(LEAST_ROOM, owner.getScene().getHeight() - below - MARGIN));
    return scroll;
  }

  private Region content() {
    Facets facets = model.facetsProperty().get();
    VBox box =
        new VBox(
            8,
            section("Parameters"),
            parameters(facets),
            section("Fine-tuning fits in"),
            memory(),
            section("Multiply-adds of one image"),
            multiplyAdds(),
            section("Input size in pixels"),
            sizes(facets.inputSizes()),
            section("Pre-trained on"),
            pretrainingData(facets.pretrainingData()),
            section("Family"),
            families(facets.families()));
    box.setId("filter-popover");
    box.getStyleClass().add("filter-popover");
    box.setPrefWidth(360);
    return box;
  }

  private static Label section(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("section");
    return label;
  }

  /** Both ends on a scale of powers of ten. */
  private Node parameters(Facets facets) {
    double low = Math.log10((double) facets.minParameters());
    double high = Math.max(low + 0.1, Math.log10((double) facets.maxParameters()));
    ModelFilter now = filter.get();
    double from = now.minParameters() > 0 ? Math.log10((double) now.minParameters()) : low;
    double to =
        now.maxParameters() < Long.MAX_VALUE ? Math.log10((double) now.maxParameters()) : high;
    RangeSlider range = new RangeSlider(low, high, from, to);
    range.setId("filter-parameters");
    range.setBlockIncrement((high - low) / 50);
    Label text = new Label();
    Runnable show =
        () ->
            text.setText(
                Figures.parameters((long) Math.pow(10, range.getLowValue()))
                    + " to "
                    + Figures.parameters((long) Math.pow(10, range.getHighValue())));
    Runnable apply =
        () -> {
          show.run();
          boolean all = range.getLowValue() <= low + 1e-9;
          boolean up = range.getHighValue() >= high - 1e-9;
          filter.set(
              filter
                  .get()
                  .withParameters(
                      all ? 0 : (long) Math.pow(10, range.getLowValue()),
                      up ? Long.MAX_VALUE : (long) Math.pow(10, range.getHighValue())));
        };
    range.lowValueProperty().addListener(o -> apply.run());
    range.highValueProperty().addListener(o -> apply.run());
    show.run();
    return new VBox(4, range, text);
  }

  private Node memory() {
    return limit(
        "filter-memory",
        GIGABYTES,
        filter.get().memoryGigabytes(),
        gigabytes ->
            gigabytes <= 0
                ? "any memory"
                : (int) gigabytes
                    + " GB: 16 bytes a parameter for weights, gradients and Adam; activations not"
                    + " counted",
        gigabytes -> filter.set(filter.get().withMemory(gigabytes)));
  }

  private Node multiplyAdds() {
    return limit(
        "filter-gmacs",
        GIGA_MACS,
        filter.get().maxMultiplyAdds(),
        billions ->
            billions <= 0
                ? "any number"
                : String.format(
                    Locale.ROOT, "%.3g GMACs at most; models without a known graph go", billions),
        billions -> filter.set(filter.get().withMultiplyAdds(billions)));
  }

  /** A slider over {@code steps} with no limit, 0, at its end. */
  private static Node limit(
      String id,
      double[] steps,
      double now,
      DoubleFunction<String> words,
      DoubleConsumer onChange) {
    Slider slider = new Slider(0, steps.length, step(steps, now));
    slider.setId(id);
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    slider.setSnapToTicks(true);
    slider.setBlockIncrement(1);
    Label text = new Label();
    text.setWrapText(true);
    text.getStyleClass().add("muted");
    DoubleSupplier value =
        () -> {
          int step = (int) Math.round(slider.getValue());
          return step >= steps.length ? 0 : steps[step];
        };
    text.setText(words.apply(value.getAsDouble()));
    slider
        .valueProperty()
        .addListener(
            o -> {
              text.setText(words.apply(value.getAsDouble()));
              onChange.accept(value.getAsDouble());
            });
    return new VBox(4, slider, text);
  }

  private static int step(double[] steps, double value) {
    int at = Arrays.binarySearch(steps, value);
    return at < 0 ? steps.length : at;
  }

  private Node sizes(SortedMap<Integer, Integer> counts) {
    return boxes(
        "filter-",
        counts,
        new ArrayList<>(filter.get().inputSizes()),
        chosen -> filter.set(filter.get().withInputSizes(new TreeSet<>(chosen))));
  }

  private Node pretrainingData(Map<String, Integer> counts) {
    return scrolled(
        90,
        boxes(
            "filter-data-",
            counts,
            new ArrayList<>(filter.get().pretrainingData()),
            chosen -> filter.set(filter.get().withPretrainingData(new TreeSet<>(chosen)))));
  }

  private Node families(SortedMap<String, Integer> counts) {
    return scrolled(
        110,
        boxes(
            "filter-",
            counts,
            new ArrayList<>(filter.get().families()),
            chosen -> filter.set(filter.get().withFamilies(new TreeSet<>(chosen)))));
  }

  private static Node scrolled(double height, Node content) {
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setPrefViewportHeight(height);
    scroll.getStyleClass().add("edge-to-edge");
    return scroll;
  }

  private static <T> Node boxes(
      String prefix, Map<T, Integer> counts, List<T> chosen, Consumer<List<T>> onChange) {
    FlowPane pane = new FlowPane(12, 6);
    counts.forEach(
        (value, count) -> {
          CheckBox box = new CheckBox(value + "  " + count);
          box.setId(prefix + value);
          box.setSelected(chosen.contains(value));
          box.setOnAction(
              e -> {
                if (box.isSelected()) {
                  chosen.add(value);
                } else {
                  chosen.remove(value);
                }
                onChange.accept(List.copyOf(chosen));
              });
          pane.getChildren().add(box);
        });
    return pane;
  }
}
