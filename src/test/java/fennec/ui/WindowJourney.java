package fennec.ui;

import fennec.io.SettingsFile;
import fennec.progress.Work;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The real window, headless, on a service that the test chooses; a thin cover over TestFX. */
abstract class WindowJourney {

  protected final FxRobot robot = new FxRobot();
  protected MainWindow window;

  @TempDir protected Path folder;

  /** The program behind the window. */
  protected abstract Work<Services> services() throws Exception;

  @BeforeEach
  void open() throws Exception {
    System.setProperty("fennec.config", folder.resolve("config").toString());
    Stage stage = FxToolkit.registerPrimaryStage();
    Work<Services> services = services();
    FxToolkit.setupFixture(
        () -> {
          window = new MainWindow(stage, SettingsFile.ofUser(), page -> {});
          window.show(services);
        });
    until("services are loaded", () -> window.context().services().get() != null);
  }

  @AfterEach
  void close() throws Exception {
    FxToolkit.cleanupStages();
  }

  /** Waits until {@code condition} holds, as seen on the window's thread. */
  protected void until(String what, Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** The visible node with this id. */
  protected Node node(String id) {
    return robot.lookup("#" + id).match((Predicate<Node>) Node::isVisible).query();
  }

  /** The visible node with this id, as what it is. */
  protected <T extends Node> T node(String id, Class<T> type) {
    return type.cast(node(id));
  }

  /** Runs {@code action} on the window's thread and waits for it. */
  protected void fx(Runnable action) {
    robot.interact(action);
  }
}
