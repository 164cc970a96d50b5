package fennec.ui.map;

import fennec.ui.action.ActionNodes;
import fennec.ui.action.ActionRegistry;
import fennec.ui.control.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** What stands around a map: choices above it, keys and a note below it, buttons beside it. */
public final class MapTools {

  private static final String KEYS =
      "Arrows: next point   Enter: choose   C: select its class   L: lasso   + \u2212: zoom   F: fit"
          + "   Esc: select nothing";
  private static final String RULE =
      "Draw around points; the line closes straight back to where it began. L or Esc ends this; the"
          + " right button moves the map.";

  private MapTools() {}

  /** One button a value, of which one is pressed; their ids are {@code <id>-<value>}. */
  public static <K extends Enum<K>> HBox pills(
      String id,
      List<K> values,
      Function<K, String> title,
      Function<K, String> meaning,
      Property<K> chosen) {
    ToggleGroup group = new ToggleGroup();
    HBox box = new HBox();
    box.setMinWidth(Region.USE_PREF_SIZE);
    for (K value : values) {
      ToggleButton button = new ToggleButton(title.apply(value));
      button.setId(id + "-" + value.name().toLowerCase(Locale.ROOT));
      button.setToggleGroup(group);
      button.setTooltip(new Tooltip(meaning.apply(value)));
      int at = values.indexOf(value);
      button
          .getStyleClass()
          .add(at == 0 ? "left-pill" : at == values.size() - 1 ? "right-pill" : "center-pill");
      button.setSelected(value == chosen.getValue());
      button.setOnAction(
          e -> {
            button.setSelected(true);
            chosen.setValue(value);
          });
      chosen.addListener((o, was, is) -> button.setSelected(is == value));
      box.getChildren().add(button);
    }
    return box;
  }

  /** Switches the lasso on and off, and zooms; ids begin with {@code id}. */
  public static HBox pointer(String id, String things, BooleanProperty lassoing, MapPane map) {
    ToggleButton lasso = new ToggleButton("Lasso", Icons.of("fth-edit-3"));
    lasso.setId(id + "-lasso");
    lasso.selectedProperty().bindBidirectional(lassoing);
    lasso.setTooltip(
        new Tooltip("Draw around " + things + " to select them (L, or drag with Shift)"));
    HBox zoom =
        new HBox(
            2,
            Icons.button(id + "-zoom-in", "fth-zoom-in", "Zoom in (+)", () -> map.zoom(1.25)),
            Icons.button(id + "-zoom-out", "fth-zoom-out", "Zoom out (-)", () -> map.zoom(0.8)),
            Icons.button(id + "-fit", "fth-maximize", "Show all (F)", map::fit));
    return new HBox(8, lasso, zoom);
  }

  /** Small buttons of the actions with these ids, as far as there are such. */
  public static FlowPane buttons(ActionRegistry actions, String... ids) {
    List<Node> buttons = new ArrayList<>();
    for (String each : ids) {
      actions
          .find(each)
          .ifPresent(
              action -> {
                Button button = ActionNodes.button(action);
                button.getStyleClass().add("small");
                buttons.add(button);
              });
    }
    FlowPane pane = new FlowPane(6, 6);
    pane.getChildren().setAll(buttons);
    return pane;
  }

  /** The keys, or while a lasso is drawn its rule; and what a reader should know of the map. */
  public static HBox foot(String id, BooleanProperty lassoing, ObservableValue<String> about) {
    Label keys = new Label(KEYS);
    keys.getStyleClass().add("muted");
    Label rule = new Label(RULE);
    rule.setId(id + "-rule");
    for (Label each : List.of(keys, rule)) {
      each.setMinWidth(0);
      each.setWrapText(true);
      ObservableValue<Boolean> shown = each == rule ? lassoing : lassoing.not();
      each.visibleProperty().bind(shown);
      each.managedProperty().bind(shown);
    }
    Label note = new Label();
    note.setId(id + "-note");
    note.getStyleClass().add("muted");
    note.setMinWidth(Region.USE_PREF_SIZE);
    note.textProperty().bind(about);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox foot = new HBox(12, keys, rule, gap, note);
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.getStyleClass().add("map-foot");
    return foot;
  }
}
