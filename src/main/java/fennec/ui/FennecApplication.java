package fennec.ui;

import fennec.io.SettingsFile;
import java.nio.file.Path;
import java.util.logging.Logger;
import javafx.application.Application;
import javafx.stage.Stage;

/** The window as a JavaFX application. */
public final class FennecApplication extends Application {

  /** Held so that its filter is not forgotten. */
  private static final Logger JAVAFX = Logger.getLogger("javafx");

  /** Opens the window, and in it the file that {@code args} names; returns when it is closed. */
  public static void open(String[] args) {
    // JavaFX on the class path, as here, works; only that warning is of no use to anybody
    JAVAFX.setFilter(record -> !record.getMessage().startsWith("Unsupported JavaFX configuration"));
    launch(FennecApplication.class, args);
  }

  @Override
  public void start(Stage stage) {
    MainWindow window =
        new MainWindow(stage, SettingsFile.ofUser(), getHostServices()::showDocument);
    window.show(new WorkbenchServices(SettingsFile.ofUser().read().ranking()));
    window.open(getParameters().getUnnamed().stream().map(Path::of).toList());
  }
}
