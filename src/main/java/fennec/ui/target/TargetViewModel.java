package fennec.ui.target;

import fennec.error.FennecException;
import fennec.io.Settings;
import fennec.ui.fetch.EncoderDownloads;
import fennec.ui.fetch.EncoderKeeping;
import fennec.ui.message.UserMessages;
import fennec.ui.session.Session;
import fennec.ui.session.TargetRun;
import fennec.ui.task.Outcome;
import fennec.ui.task.RunningTask;
import fennec.ui.task.TaskRunner;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The task pane: takes images, runs them through the program, follows the run. */
public final class TargetViewModel {

  private final Session session;
  private final TaskRunner tasks;
  private final UserMessages messages;
  private final ReadOnlyObjectProperty<Settings> settings;
  private final Consumer<Settings> remember;
  private final RunImages images = new RunImages();
  private final ObservableList<EncoderChoice> encoders = FXCollections.observableArrayList();
  private final ObservableList<SampleTask> samples = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<RunningTask> running = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper warning = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper interrupted = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<List<Path>> sources = new ReadOnlyObjectWrapper<>(List.of());
  private RecommendationService service;
  private Consumer<Path> sessionOpener = path -> {};
  private Runnable postponed;
  private String wanted = "";

  /** Creates the pane; it can run nothing before {@link #connect}. */
  public TargetViewModel(
      Session session,
      TaskRunner tasks,
      UserMessages messages,
      ReadOnlyObjectProperty<Settings> settings,
      Consumer<Settings> remember) {
    this.session = session;
    this.tasks = tasks;
    this.messages = messages;
    this.settings = settings;
    this.remember = remember;
  }

  /** Connects the program once it is loaded; what was asked for meanwhile begins now. */
  public void connect(RecommendationService loaded) {
    service = loaded;
    encoders.setAll(loaded.encoders());
    samples.setAll(loaded.sampleTasks());
    if (postponed != null) {
      Runnable first = postponed;
      postponed = null;
      first.run();
    }
  }

  /** Sets who opens session files. */
  public void setSessionOpener(Consumer<Path> opener) {
    sessionOpener = opener;
  }

  /** Takes what was dropped or chosen: images to rank, a model file, or a session. */
  public void open(List<Path> paths) {
    switch (Sources.kind(paths)) {
      case NOTHING -> messages.warning("", "There was no file in what was dropped.");
      case SESSION -> {
        remember(paths);
        sessionOpener.accept(paths.get(0));
      }
      case ARCHITECTURE -> {
        remember(paths);
        session.openedArchitectureProperty().set(null);
        session.openedArchitectureProperty().set(paths.get(0));
        session.paneProperty().set("architecture");
      }
      case IMAGES -> rank(paths);
    }
  }

  /** Takes paths from a text, one a line. */
  public void paste(String text) {
    if (text == null || text.isBlank()) {
      messages.warning("Paste", "The clipboard holds no path.");
      return;
    }
    try {
      open(Sources.parse(text));
    } catch (InvalidPathException e) {
      messages.warning("Paste", "\"" + e.getInput() + "\" is no path.");
    }
  }

  private void rank(List<Path> paths) {
    for (Path path : paths) {
      if (!Files.exists(path)) {
        messages.error("Open", "There is no file or folder " + path + ".");
        return;
      }
    }
    rank(
        new TargetRequest(
            paths, encoder(), session.clustersProperty().get(), settings.get().ranking()),
        run -> {});
  }

  /** Ranks as asked, then hands the run to {@code after}; what runs now is cancelled. */
  public void rank(TargetRequest request, Consumer<TargetRun> after) {
    if (service == null) {
      postponed = () -> rank(request, after);
      return;
    }
    cancel();
    sources.set(request.sources());
    name.set(title(request.sources()));
    summary.set("");
    warning.set("");
    interrupted.set(false);
    RecommendationService asked = service;
    images.begin(new Thumbnails(tasks, file -> asked.read(request.sources(), file)));
    RunningTask[] self = new RunningTask[1];
    self[0] =
        tasks.run(
            "Ranking for " + name.get(),
            progress -> asked.recommend(request, images, progress),
            new Outcome<TargetRun>() {
              @Override
              public void done(TargetRun run) {
                finish(self[0], "");
                finished(run);
                after.accept(run);
              }

              @Override
              public boolean failed(FennecException failure) {
                finish(self[0], failure.getMessage());
                return false;
              }

              @Override
              public void cancelled() {
                interrupted.set(running.get() == self[0] || running.get() == null);
                finish(
                    self[0],
                    "Cancelled. What is embedded is kept, so that the next run goes on from here.");
              }
            });
    if (!self[0].stateProperty().get().isOver()) {
      running.set(self[0]);
      self[0].onRefresh(images::drain);
    }
  }

  private void finish(RunningTask task, String sentence) {
    if (running.get() == task || running.get() == null) {
      images.drain();
      summary.set(sentence);
      running.set(null);
    }
  }

  private void finished(TargetRun run) {
    summary.set(RunSummary.of(run, images.fromCacheProperty().get()));
    warning.set(RunSummary.warning(run));
    session.runProperty().set(run);
    session.undo().clear();
    remember(run.sources());
  }

  /** Notes what was opened last; several images are no place to come back to. */
  private void remember(List<Path> opened) {
    if (opened.size() == 1 && Files.exists(opened.get(0))) {
      remember.accept(settings.get().withRecent(opened.get(0).toAbsolutePath().toString()));
    }
  }

  /** Stops the run, if there is one. */
  public void cancel() {
    if (running.get() != null) {
      running.get().cancel();
    }
  }

  /** Ranks the same images again, for example with another encoder. */
  public void again() {
    if (!sources.get().isEmpty()) {
      rank(sources.get());
    }
  }

  /** Chooses an encoder by {@link EncoderChoice#id}; the images at hand are ranked again. */
  public void chooseEncoder(String id) {
    if (Objects.equals(id, encoder())) {
      return;
    }
    remember.accept(settings.get().withEncoder(id));
    again();
  }

  /** Looks at the encoders again, because one was fetched. */
  public void refreshEncoders() {
    wanted = "";
    encoders.setAll(service.encoders());
  }

  /** Fetches encoders; there once the program is loaded. */
  public EncoderDownloads downloads() {
    return service.downloads();
  }

  /** Checks, copies and deletes encoders; there once the program is loaded. */
  public EncoderKeeping keeping() {
    return service.keeping();
  }

  /** Notes that the user looked at an encoder that is not here; empty for none. */
  public void want(String id) {
    wanted = id;
  }

  /** The encoder to fetch first, if the user looked at one that is not here. */
  public Optional<String> wanted() {
    return Optional.of(wanted).filter(id -> !id.isEmpty());
  }

  /** The encoder that the next run uses. */
  public String encoder() {
    return settings.get().encoder();
  }

  private static String title(List<Path> paths) {
    return paths.size() == 1
        ? Sources.fileName(paths.get(0))
        : paths.size() + " files in " + Sources.fileName(paths.get(0).toAbsolutePath().getParent());
  }

  /** Encoders that can be asked for. */
  public ObservableList<EncoderChoice> encoders() {
    return encoders;
  }

  /** Folders that come with the program. */
  public ObservableList<SampleTask> samples() {
    return samples;
  }

  /** The images of the last run. */
  public RunImages images() {
    return images;
  }

  /** The run under way; null if there is none. */
  public ReadOnlyObjectProperty<RunningTask> runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Name of the images at hand; empty before the first run. */
  public ReadOnlyStringProperty nameProperty() {
    return name.getReadOnlyProperty();
  }

  /** What came of the last run, one or two sentences. */
  public ReadOnlyStringProperty summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  /** What the user should be warned of, for example too few images; empty if nothing. */
  public ReadOnlyStringProperty warningProperty() {
    return warning.getReadOnlyProperty();
  }

  /** Whether the last run was cancelled, so that it can be gone on with. */
  public ReadOnlyBooleanProperty interruptedProperty() {
    return interrupted.getReadOnlyProperty();
  }

  /** Settings, for what was opened last. */
  public ReadOnlyObjectProperty<Settings> settingsProperty() {
    return settings;
  }
}
