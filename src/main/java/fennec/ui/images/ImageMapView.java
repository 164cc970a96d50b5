package fennec.ui.images;

import fennec.app.PlaneMap;
import fennec.embedding.EmbeddedImage;
import fennec.ui.action.ActionRegistry;
import fennec.ui.control.Icons;
import fennec.ui.map.LegendView;
import fennec.ui.map.MapPane;
import fennec.ui.map.MapTools;
import fennec.ui.target.Thumbnails;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The map of the user's images, its legend, and the list of those that are selected. */
public final class ImageMapView extends BorderPane {

  private final ImageMapViewModel model;
  private final ActionRegistry actions;
  private final BooleanProperty lassoing = new SimpleBooleanProperty();
  private final MapPane map;

  /**
   * Creates the view; {@code actions} holds the actions of the map already.
   *
   * @param thumbnails small pictures of the run; null before the first
   */
  public ImageMapView(
      ImageMapViewModel model,
      ActionRegistry actions,
      Supplier<Thumbnails> thumbnails,
      ObservableBooleanValue dark) {
    this.model = model;
    this.actions = actions;
    setId("images");
    map =
        new MapPane(
            "images-map",
            "Map of your images",
            model,
            new ThumbnailLayer(model, thumbnails, dark, this::repaint),
            dark,
            lassoing);
    model.thumbnailsProperty().addListener(o -> repaint());
    model.currentProperty().addListener(o -> repaint());
    setCenter(map);
    setTop(tools());
    setRight(side(dark));
    setBottom(MapTools.foot("images", lassoing, model.noteProperty()));
    model.open();
  }

  private void repaint() {
    map.repaint();
  }

  private Node tools() {
    HBox ways =
        MapTools.pills(
            "images",
            List.of(PlaneMap.Way.values()),
            PlaneMap.Way::title,
            PlaneMap.Way::meaning,
            model.wayProperty());
    ToggleButton pictures = new ToggleButton("Pictures", Icons.of("fth-image"));
    pictures.setId("images-pictures");
    pictures.selectedProperty().bindBidirectional(model.thumbnailsProperty());
    pictures.setTooltip(new Tooltip("Small pictures in place of points, where there is room"));
    FlowPane tools =
        new FlowPane(12, 8, ways, pictures, MapTools.pointer("images", "images", lassoing, map));
    tools.setAlignment(Pos.CENTER_LEFT);
    tools.getStyleClass().add("map-tools");
    return tools;
  }

  private Node side(ObservableBooleanValue dark) {
    Label title = new Label();
    title.setId("images-selected");
    title.getStyleClass().add("strong");
    title
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::counted, model.selectionProperty(), model.imagesProperty()));
    FlowPane buttons =
        MapTools.buttons(
            actions,
            "images.select-shown",
            "images.clear",
            "images.export",
            "images.copy",
            "images.rank");
    LegendView legend = new LegendView(model.legend(), "images", dark);
    legend.setId("images-legend");
    legend.setMinHeight(90);
    ListView<EmbeddedImage> list = list();
    list.setPrefHeight(150);
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox side = new VBox(8, title, buttons, legend, list);
    side.getStyleClass().add("map-side");
    side.setMinWidth(200);
    return side;
  }

  /** The files that are selected; a click shows where one lies. */
  private ListView<EmbeddedImage> list() {
    ListView<EmbeddedImage> list = new ListView<>();
    list.setId("images-list");
    list.setAccessibleText("Files of the selected images");
    list.getStyleClass().addAll("dense", "image-files");
    Label none = new Label("Files of selected images are listed here.");
    none.getStyleClass().add("muted");
    none.setWrapText(true);
    list.setPlaceholder(none);
    list.setCellFactory(
        view ->
            new ListCell<>() {
              @Override
              protected void updateItem(EmbeddedImage image, boolean empty) {
                super.updateItem(image, empty);
                setText(empty || image == null ? null : image.file());
                setTooltip(empty || image == null ? null : new Tooltip(image.file()));
              }
            });
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (o, was, is) -> {
              if (is != null) {
                model.choose(is);
              }
            });
    model.selectionProperty().addListener((o, was, is) -> list.getItems().setAll(is));
    list.getItems().setAll(model.selectionProperty().get());
    return list;
  }

  private String counted() {
    int all = model.imagesProperty().get().size();
    int selected = model.selectionProperty().get().size();
    return selected > 0
        ? String.format(Locale.ROOT, "%,d / %,d selected", selected, all)
        : String.format(Locale.ROOT, "%,d images", all);
  }
}
