package fennec.ui;

import fennec.error.FennecException;
import fennec.io.Settings;
import fennec.io.Settings.WindowPlace;
import fennec.io.SettingsFile;
import fennec.progress.Work;
import fennec.ui.message.UserMessages;
import fennec.ui.session.Session;
import fennec.ui.target.EncoderReady;
import fennec.ui.task.Outcome;
import fennec.ui.task.TaskRunner;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * The window's frame: loads the program after the window is up, keeps the settings, names the
 * device.
 */
public final class MainViewModel {

  private final Session session;
  private final TaskRunner tasks;
  private final UserMessages messages;
  private final SettingsFile file;
  private final ReadOnlyObjectWrapper<Services> services = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Settings> settings;
  private final BooleanProperty paletteOpen = new SimpleBooleanProperty();
  private final StringProperty device = new SimpleStringProperty("Starting");
  private final ReadOnlyStringWrapper deviceReason = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("Fennec Workbench");

  /** Creates the frame with the settings in {@code file}. */
  public MainViewModel(
      Session session, TaskRunner tasks, UserMessages messages, SettingsFile file) {
    this.session = session;
    this.tasks = tasks;
    this.messages = messages;
    this.file = file;
    this.settings = new ReadOnlyObjectWrapper<>(file.read());
    session
        .runProperty()
        .addListener(
            (o, before, run) ->
                title.set(
                    run == null
                        ? "Fennec Workbench"
                        : run.recommendation().task().name() + " - Fennec Workbench"));
  }

  /** Loads the program with {@code loading}, then warms the encoder chosen last. */
  public void load(Work<Services> loading) {
    device.set("Loading history and models");
    tasks.run(
        "Loading history and models",
        loading,
        new Outcome<Services>() {
          @Override
          public void done(Services loaded) {
            services.set(loaded);
            warmUp(settings.get().encoder());
          }

          @Override
          public boolean failed(FennecException failure) {
            device.set("Not loaded: " + failure.getMessage());
            return false;
          }
        });
  }

  /** Loads {@code encoder} beside the window, and remembers it. */
  public void warmUp(String encoder) {
    change(settings.get().withEncoder(encoder));
    Services loaded = services.get();
    if (loaded == null) {
      return;
    }
    device.set("Loading the encoder");
    deviceReason.set("");
    tasks.run(
        "Loading the encoder",
        progress -> loaded.recommendation().warmUp(encoder, progress),
        new Outcome<EncoderReady>() {
          @Override
          public void done(EncoderReady ready) {
            device.set(ready.where());
            deviceReason.set(ready.why());
          }

          @Override
          public boolean failed(FennecException failure) {
            device.set(failure.getMessage());
            return false;
          }
        });
  }

  /** Replaces the settings and writes them beside the window. */
  public void change(Settings next) {
    if (next.equals(settings.get())) {
      return;
    }
    settings.set(next);
    save();
  }

  private void save() {
    try {
      file.write(settings.get());
    } catch (FennecException e) {
      messages.warning("Settings", e.getMessage());
    }
  }

  /** Remembers where the window stood. */
  public void closing(WindowPlace place) {
    change(settings.get().withWindow(place));
  }

  /** The program; null until it is loaded. */
  public ReadOnlyObjectProperty<Services> servicesProperty() {
    return services.getReadOnlyProperty();
  }

  /** What is remembered between starts. */
  public ReadOnlyObjectProperty<Settings> settingsProperty() {
    return settings.getReadOnlyProperty();
  }

  /** Encoder and device, one line. */
  public ReadOnlyStringProperty deviceProperty() {
    return device;
  }

  /** Why this encoder and this device, and what to do about it; may be empty. */
  public ReadOnlyStringProperty deviceReasonProperty() {
    return deviceReason.getReadOnlyProperty();
  }

  /** Whether the command palette lies over the window. */
  public BooleanProperty paletteOpenProperty() {
    return paletteOpen;
  }

  /** The window's title. */
  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  /** What all panes share. */
  public Session session() {
    return session;
  }
}
