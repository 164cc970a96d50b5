package fennec.ui.ranking;

import atlantafx.base.controls.CustomTextField;
import fennec.ui.control.Icons;
import fennec.ui.session.ModelFilter;
import fennec.ui.session.ModelSubset;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Search, filters and what they leave, above the table. */
final class FilterBar extends HBox {

  private final CustomTextField search = new CustomTextField();
  private final Button filters = new Button("Filters", Icons.of("fth-sliders"));

  FilterBar(RankingViewModel model, Node... more) {
    super(8);
    getStyleClass().add("filter-bar");
    setAlignment(Pos.CENTER_LEFT);
    ObjectProperty<ModelFilter> filter = model.session().filterProperty();
    search.setId("ranking-search");
    search.setPromptText("Find by name, family or data");
    search.setLeft(Icons.of("fth-search"));
    search.setMinWidth(120);
    search.setPrefWidth(250);
    search.setAccessibleText("Find models");
    search.textProperty().addListener((o, was, now) -> filter.set(filter.get().withText(now)));
    filter.addListener(
        (o, was, now) -> {
          if (!now.text().equals(search.getText())) {
            search.setText(now.text());
          }
        });
    search.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ESCAPE) {
            model.clearFilter();
          }
        });
    FilterPopover popover = new FilterPopover(model);
    filters.setId("ranking-filters");
    filters.setTooltip(
        new Tooltip("Parameters, memory, multiply-adds, input size, pre-training data, family"));
    filters.setOnAction(e -> popover.toggle(filters));
    filters
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    filter.get().activeParts() == 0
                        ? "Filters"
                        : "Filters (" + filter.get().activeParts() + ")",
                filter));
    Label count = new Label();
    count.setId("ranking-count");
    count.getStyleClass().add("muted");
    count.setMinWidth(Region.USE_PREF_SIZE);
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> counted(model.rows().size(), model.totalProperty().get()),
                model.rowsProperty(),
                model.totalProperty()));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren().addAll(search, filters, subset(model), clear(model), count, gap);
    getChildren().addAll(more);
    for (Node each : getChildren()) {
      ((Region) each).setMinHeight(Region.USE_PREF_SIZE);
      if (each != search && each != gap) {
        ((Region) each).setMinWidth(Region.USE_PREF_SIZE);
      }
    }
  }

  private static String counted(int shown, int total) {
    return shown == total
        ? String.format(Locale.ROOT, "%,d models", total)
        : String.format(Locale.ROOT, "%,d of %,d models", shown, total);
  }

  /** A chip for models picked elsewhere; pressing it shows all again. */
  private static Button subset(RankingViewModel model) {
    ObjectProperty<ModelSubset> subset = model.session().subsetProperty();
    Button chip = new Button(null, Icons.of("fth-x"));
    chip.setId("ranking-subset");
    chip.getStyleClass().add("chip");
    chip.textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    subset.get() == null
                        ? ""
                        : subset.get().title() + ": " + subset.get().models().size(),
                subset));
    chip.visibleProperty().bind(subset.isNotNull());
    chip.managedProperty().bind(subset.isNotNull());
    chip.setOnAction(e -> subset.set(null));
    return chip;
  }

  private static Button clear(RankingViewModel model) {
    Button clear = Icons.button("ranking-clear", "fth-x", "Show all models", model::clearFilter);
    var narrowed =
        Bindings.createBooleanBinding(
            () -> !model.session().filterProperty().get().equals(ModelFilter.NONE),
            model.session().filterProperty());
    clear.visibleProperty().bind(narrowed);
    clear.managedProperty().bind(narrowed);
    return clear;
  }

  TextField search() {
    return search;
  }

  Button filters() {
    return filters;
  }
}
