package fennec.ui;

import fennec.ui.action.ActionNodes;
import fennec.ui.action.CommandPaletteView;
import fennec.ui.action.CommandPaletteViewModel;
import fennec.ui.control.FileDrops;
import fennec.ui.control.Icons;
import fennec.ui.message.WindowMessages;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.MenuBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The window's frame: menus above, the task on the left, tabs in the middle, status below. */
final class MainView extends StackPane {

  private final TabPane tabs = new TabPane();
  private final SplitPane split = new SplitPane();
  private final List<Pane> panes;

  MainView(MainViewModel model, PaneContext context, WindowMessages messages, Panes parts) {
    this.panes = parts.all();
    Node task = parts.task(model);
    setId("main");
    CommandPaletteView palette =
        new CommandPaletteView(
            new CommandPaletteViewModel(context.actions()), model.paletteOpenProperty());
    panes.forEach(this::addTab);
    tabs.setId("tabs");
    tabs.setSide(Side.TOP);
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    VBox middle = new VBox(parts.slider(), tabs);
    middle.getStyleClass().add("middle");
    VBox.setVgrow(tabs, Priority.ALWAYS);
    split.setId("split");
    split.getItems().setAll(task, middle);
    SplitPane.setResizableWithParent(task, false);
    FileDrops.accept(split, split, parts.target()::open);
    split.setDividerPositions(model.settingsProperty().get().window().taskDivider());
    BorderPane frame = new BorderPane(split);
    frame.setTop(header(context));
    frame.setBottom(
        new StatusBar(
            model.deviceProperty(), model.deviceReasonProperty(), context.tasks().tasks()));
    StackPane.setAlignment(messages.node(), Pos.BOTTOM_RIGHT);
    getChildren().addAll(frame, messages.node(), palette);
    StringProperty front = context.session().paneProperty();
    select(front.get());
    fillTab(tabs.getSelectionModel().getSelectedItem());
    front.addListener((o, before, now) -> select(now));
    tabs.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (o, before, now) -> {
              fillTab(now);
              front.set(panes.get(tabs.getTabs().indexOf(now)).id());
            });
  }

  private void addTab(Pane pane) {
    Tab tab = new Tab(pane.title());
    tab.setId("tab-" + pane.id());
    tab.setGraphic(Icons.of(pane.icon()));
    tabs.getTabs().add(tab);
  }

  /** Builds a tab's content when it is first shown. */
  private void fillTab(Tab tab) {
    if (tab != null && tab.getContent() == null) {
      tab.setContent(panes.get(tabs.getTabs().indexOf(tab)).content().get());
    }
  }

  private HBox header(PaneContext context) {
    MenuBar menus = ActionNodes.menuBar(context.actions());
    menus.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox header = new HBox(menus, gap);
    for (String id : List.of("shell.palette", "edit.undo", "edit.redo", "shell.theme")) {
      context.actions().find(id).map(ActionNodes::iconButton).ifPresent(header.getChildren()::add);
    }
    header.setAlignment(Pos.CENTER_LEFT);
    header.getStyleClass().add("header");
    return header;
  }

  /** Brings the tab of the pane with this id to the front. */
  private void select(String pane) {
    for (Tab tab : tabs.getTabs()) {
      if (tab.getId().equals("tab-" + pane)) {
        tabs.getSelectionModel().select(tab);
      }
    }
  }

  double taskDivider() {
    return split.getDividerPositions()[0];
  }
}
