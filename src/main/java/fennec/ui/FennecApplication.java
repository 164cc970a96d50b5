package fennec.ui;

import fennec.error.NoWindowException;
import fennec.io.SettingsFile;
import java.nio.file.Path;
import javafx.application.Application;
import javafx.stage.Stage;

/** The window as a JavaFX application. */
public final class FennecApplication extends Application {

  /**
   * Opens the window, and in it the file that {@code args} names; returns when it is closed.
   *
   * @throws NoWindowException if no window can be opened here
   */
  public static void open(String[] args) throws NoWindowException {
    // its JSON library takes a tenth of a second to load, which passes while JavaFX starts
    Thread settings = new Thread(() -> SettingsFile.ofUser().read(), "settings");
    settings.setDaemon(true);
    settings.start();
    WindowLaunch.run(FennecApplication.class, args);
  }

  @Override
  public void start(Stage stage) {
    WindowLaunch.started();
    MainWindow window =
        new MainWindow(stage, SettingsFile.ofUser(), getHostServices()::showDocument);
    window.show(new WorkbenchServices(SettingsFile.ofUser().read().ranking()));
    window.open(getParameters().getUnnamed().stream().map(Path::of).toList());
  }
}
