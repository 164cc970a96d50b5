package fennec.ui.action;

import fennec.ui.control.Icons;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The command palette: a veil over the window with a field and the matching actions. */
public final class CommandPaletteView extends StackPane {

  private final CommandPaletteViewModel model;
  private final BooleanProperty open;
  private final VBox card;
  private Node before;
  private final TextField query = new TextField();
  private final ListView<Action> list = new ListView<>();

  /** Creates a palette that is shown while {@code open} holds. */
  public CommandPaletteView(CommandPaletteViewModel model, BooleanProperty open) {
    this.model = model;
    this.open = open;
    setId("command-palette");
    getStyleClass().add("veil");
    setAlignment(Pos.TOP_CENTER);
    query.setId("command-query");
    query.setPromptText("Type a command");
    query.textProperty().bindBidirectional(model.queryProperty());
    list.setId("command-list");
    list.setCellFactory(view -> new ActionCell());
    list.setFocusTraversable(false);
    list.setPlaceholder(new Label("No command has these letters in this order."));
    model.resultsProperty().addListener(o -> show(model));
    show(model);
    card = new VBox(query, list);
    card.getStyleClass().add("palette");
    card.setMaxSize(560, 420);
    setVisible(open.get());
    open.addListener((o, before, now) -> show(now));
    addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    setOnMousePressed(e -> open.set(false));
    card.setOnMousePressed(e -> e.consume());
    list.setOnMouseClicked(
        e -> {
          if (e.getButton() == MouseButton.PRIMARY) {
            runSelected();
          }
        });
  }

  private void show(CommandPaletteViewModel palette) {
    list.getItems().setAll(palette.resultsProperty().get());
    list.getSelectionModel().selectFirst();
    list.scrollTo(0);
  }

  /** Shows the palette with an empty query and the keyboard in it, or hides it. */
  private void show(boolean now) {
    if (now) {
      if (getChildren().isEmpty()) {
        // only now, so that the window is up sooner
        getChildren().add(card);
      }
      model.reset();
      before = getScene().getFocusOwner();
    }
    setVisible(now);
    if (now) {
      query.requestFocus();
    } else if (before != null) {
      before.requestFocus();
    }
  }

  private void onKey(KeyEvent event) {
    switch (event.getCode()) {
      case ESCAPE -> open.set(false);
      case ENTER -> runSelected();
      case DOWN -> move(1);
      case UP -> move(-1);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void move(int by) {
    int size = list.getItems().size();
    if (size > 0) {
      int next = Math.floorMod(list.getSelectionModel().getSelectedIndex() + by, size);
      list.getSelectionModel().select(next);
      list.scrollTo(next);
    }
  }

  private void runSelected() {
    Action action = list.getSelectionModel().getSelectedItem();
    if (action != null && action.isEnabled()) {
      open.set(false);
      action.run();
    }
  }

  private static final class ActionCell extends ListCell<Action> {
    private final Label title = new Label();
    private final Label menu = new Label();
    private final Label keys = new Label();
    private final HBox row;

    ActionCell() {
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      menu.getStyleClass().add("muted");
      keys.getStyleClass().add("keys");
      row = new HBox(10, title, menu, gap, keys);
      row.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(Action action, boolean empty) {
      super.updateItem(action, empty);
      setGraphic(empty ? null : row);
      if (empty) {
        return;
      }
      title.setText(action.fullTitle());
      title.setGraphic(action.icon().isEmpty() ? null : Icons.of(action.icon()));
      menu.setText(action.menu());
      keys.setText(ActionNodes.keys(action));
      keys.setVisible(!action.shortcut().isEmpty());
      row.setOpacity(action.isEnabled() ? 1 : 0.45);
    }
  }
}
