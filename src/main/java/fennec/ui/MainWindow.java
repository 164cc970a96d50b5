package fennec.ui;

import fennec.io.Settings;
import fennec.io.Settings.WindowPlace;
import fennec.io.SettingsFile;
import fennec.progress.Work;
import fennec.ui.action.Action;
import fennec.ui.action.ActionRegistry;
import fennec.ui.message.WindowMessages;
import fennec.ui.session.Session;
import fennec.ui.task.BackgroundTaskRunner;
import fennec.ui.theme.Appearance;
import fennec.ui.theme.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Builds the window and puts it on a stage; nothing slow happens before it is shown. */
final class MainWindow {

  private final Stage stage;
  private final WindowMessages messages = new WindowMessages();
  private final BackgroundTaskRunner tasks = new BackgroundTaskRunner(messages);
  private final ActionRegistry actions = new ActionRegistry();
  private final Appearance appearance = new Appearance(tasks);
  private final Session session = new Session();
  private final BooleanProperty animations = new SimpleBooleanProperty(true);
  private final MainViewModel model;
  private final PaneContext context;
  private final MainView view;
  private final Panes panes;
  private final Consumer<String> browse;

  /** Builds the window on {@code stage}; {@code browse} opens a page in the browser. */
  MainWindow(Stage stage, SettingsFile file, Consumer<String> browse) {
    this.stage = stage;
    this.browse = browse;
    this.model = new MainViewModel(session, tasks, messages, file);
    this.context =
        new PaneContext(
            session, tasks, messages, actions, appearance, animations, model.servicesProperty());
    this.panes = new Panes(context, model, () -> stage);
    Settings settings = model.settingsProperty().get();
    appearance.themeProperty().set(Theme.of(settings.theme()));
    animations.set(settings.animations());
    this.view = build();
    remember();
    place(settings.window());
  }

  private MainView build() {
    panes.addActions(page -> browse.accept(page));
    ShellActions.undo(actions, session.undo());
    ShellActions.panes(actions, panes.all(), session.paneProperty());
    ShellActions.look(actions, appearance, animations);
    actions.add(
        Action.of(
            "shell.palette",
            "Help",
            "Find a command",
            "Shortcut+Shift+P",
            "fth-command",
            () -> model.paletteOpenProperty().set(true)));
    actions.add(Action.of("shell.quit", "File", "Quit", "Shortcut+Q", "fth-log-out", this::close));
    return new MainView(model, context, messages, panes);
  }

  private void remember() {
    appearance
        .themeProperty()
        .addListener(
            (o, before, now) ->
                model.change(model.settingsProperty().get().withTheme(now.label())));
    animations.addListener(
        (o, before, now) -> model.change(model.settingsProperty().get().withAnimations(now)));
  }

  private void place(WindowPlace place) {
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    Scene scene =
        new Scene(
            view,
            Math.min(place.width(), screen.getWidth()),
            Math.min(place.height(), screen.getHeight()));
    appearance.apply(scene);
    stage.setScene(scene);
    for (int size : new int[] {32, 64, 256}) {
      String icon = "icon-" + size + ".png";
      stage.getIcons().add(new Image(MainWindow.class.getResource(icon).toExternalForm(), true));
    }
    stage.titleProperty().bind(model.titleProperty());
    stage.setMinWidth(960);
    stage.setMinHeight(640);
    boolean visible =
        !Double.isNaN(place.x())
            && !Screen.getScreensForRectangle(
                    new Rectangle2D(place.x(), place.y(), place.width(), place.height()))
                .isEmpty();
    if (visible) {
      stage.setX(place.x());
      stage.setY(place.y());
    }
    stage.setMaximized(place.maximised());
    stage.setOnCloseRequest(e -> close());
  }

  /** Shows the window, then loads the program. */
  void show(Work<Services> loading) {
    stage.show();
    model.load(loading);
  }

  /** Opens files as if they had been dropped, once the program is loaded. */
  void open(List<Path> files) {
    if (!files.isEmpty()) {
      panes.whenLoaded(services -> panes.target().open(files));
    }
  }

  private void close() {
    Scene scene = stage.getScene();
    model.closing(
        new WindowPlace(
            stage.getX(),
            stage.getY(),
            scene.getWidth(),
            scene.getHeight(),
            stage.isMaximized(),
            view.taskDivider()));
    tasks.close();
    stage.close();
  }

  Scene scene() {
    return stage.getScene();
  }

  PaneContext context() {
    return context;
  }

  MainViewModel model() {
    return model;
  }

  Panes panes() {
    return panes;
  }
}
