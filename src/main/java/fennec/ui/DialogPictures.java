package fennec.ui;

import fennec.ui.session.Session;
import fennec.ui.target.SampleTask;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TitledPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The steps of {@link Screenshots} that open what lies over the window: dialogs, lists, menus. */
final class DialogPictures {

  private static final int FEW = 6;

  private final MainWindow window;
  private final Stage stage;
  private final Consumer<Runnable> steps;
  private final Consumer<String> picture;

  /** {@code steps} takes what to do next, {@code picture} saves all windows under a name. */
  DialogPictures(
      MainWindow window, Stage stage, Consumer<Runnable> steps, Consumer<String> picture) {
    this.window = window;
    this.stage = stage;
    this.steps = steps;
    this.picture = picture;
  }

  /** Adds the steps; a ranking has been made. */
  void add(String suffix) {
    steps.accept(() -> window.context().session().paneProperty().set("ranking"));
    over("filters" + suffix, () -> fire("ranking-filters"));
    over("columns" + suffix, () -> fire("ranking-columns"));
    over("palette" + suffix, () -> run("shell.palette"));
    steps.accept(() -> window.model().paletteOpenProperty().set(false));
    over("encoders" + suffix, () -> run("file.encoders"));
    over("get-encoder" + suffix, () -> run("file.get-encoder"));
    over("settings" + suffix, () -> run("file.settings"));
    steps.accept(() -> compare(3));
    steps.accept(() -> picture.accept("compare" + suffix));
    steps.accept(() -> window.context().session().comparedProperty().set(List.of()));
  }

  /** Ranks a few images and one that is damaged, and shows what was left out. */
  void addFailures(String suffix) {
    steps.accept(() -> window.panes().target().open(List.of(damaged())));
    steps.accept(() -> ((TitledPane) find("failures")).setExpanded(true));
    steps.accept(() -> picture.accept("failures" + suffix));
  }

  private void over(String name, Runnable open) {
    steps.accept(open);
    steps.accept(() -> picture.accept(name));
    steps.accept(this::closeAll);
  }

  private void run(String action) {
    window.context().actions().find(action).orElseThrow().run();
  }

  private Node find(String id) {
    return window.scene().getRoot().lookup("#" + id);
  }

  private void fire(String id) {
    ((ButtonBase) find(id)).fire();
  }

  private void compare(int models) {
    Session session = window.context().session();
    for (int i = 0; i < models; i++) {
      session.toggleCompare(window.panes().ranked().rows().get(i).name());
    }
  }

  private void closeAll() {
    for (Window each : List.copyOf(Window.getWindows())) {
      if (each != stage && each instanceof ContextMenu menu) {
        menu.hide();
      } else if (each != stage) {
        each.hide();
      }
    }
  }

  private Path damaged() {
    try {
      Path folder = Files.createTempDirectory("fennec-few-images");
      int number = 0;
      for (SampleTask task : window.panes().target().samples()) {
        for (Path each : task.examples()) {
          if (number < FEW) {
            Files.copy(each, folder.resolve(number++ + "-" + each.getFileName()));
          }
        }
      }
      Files.writeString(folder.resolve("damaged.jpg"), "This is no picture.");
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The window of {@code stage} with all that lies over it. */
  static BufferedImage all(Stage stage) {
    List<Window> windows = new ArrayList<>(Window.getWindows());
    windows.remove(stage);
    windows.add(0, stage);
    BufferedImage image =
        new BufferedImage(
            (int) stage.getWidth(), (int) stage.getHeight(), BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = image.createGraphics();
    for (Window each : windows) {
      SnapshotParameters parameters = new SnapshotParameters();
      parameters.setFill(Color.TRANSPARENT);
      pen.drawImage(
          SwingFXUtils.fromFXImage(each.getScene().getRoot().snapshot(parameters, null), null),
          (int) (each.getX() - stage.getX()),
          (int) (each.getY() - stage.getY()),
          null);
    }
    pen.dispose();
    return image;
  }
}
