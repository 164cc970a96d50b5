package fennec.ui;

import fennec.io.SettingsFile;
import javafx.application.Application;
import javafx.stage.Stage;

/** The window as a JavaFX application. */
public final class FennecApplication extends Application {

  /** Opens the window and returns when it is closed. */
  public static void open() {
    launch(FennecApplication.class);
  }

  @Override
  public void start(Stage stage) {
    new MainWindow(stage, SettingsFile.ofUser(), getHostServices()::showDocument)
        .show(new WorkbenchServices());
  }
}
