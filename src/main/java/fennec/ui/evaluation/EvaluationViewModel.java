package fennec.ui.evaluation;

import fennec.error.FennecException;
import fennec.evaluate.EvaluationReport;
import fennec.evaluate.EvaluationSettings;
import fennec.evaluate.RankingMeasure;
import fennec.evaluate.SweepReport;
import fennec.io.EvaluationFormat;
import fennec.io.LinePlot;
import fennec.ui.message.UserMessages;
import fennec.ui.task.Outcome;
import fennec.ui.task.RunningTask;
import fennec.ui.task.TaskRunner;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What is evaluated, the evaluation under way, and the figures that came of those before. */
public final class EvaluationViewModel {

  /** Most draws that can be asked for. */
  public static final int MOST_DRAWS = 20;

  private final TaskRunner tasks;
  private final UserMessages messages;
  private final Supplier<String> encoder;
  private final ObservableList<PackChoice> packs = FXCollections.observableArrayList();
  private final ObservableList<String> chosenPacks = FXCollections.observableArrayList();
  private final ObservableList<String> methods = FXCollections.observableArrayList();
  private final ObservableList<String> chosenMethods = FXCollections.observableArrayList();
  private final ObservableList<String> sweeps = FXCollections.observableArrayList();
  private final ObjectProperty<Optional<String>> sweep =
      new SimpleObjectProperty<>(Optional.empty());
  private final IntegerProperty draws =
      new SimpleIntegerProperty(EvaluationSettings.DEFAULT.draws());
  private final BooleanProperty sizeKnown = new SimpleBooleanProperty(true);
  private final ReadOnlyObjectWrapper<RunningTask> running = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
  private final ObservableList<EvaluationResult> results = FXCollections.observableArrayList();
  private final ObjectProperty<EvaluationResult> shown = new SimpleObjectProperty<>();
  private final ObservableList<String> measures = FXCollections.observableArrayList();
  private final StringProperty measure = new SimpleStringProperty("");
  private final ObservableList<String> cases = FXCollections.observableArrayList();
  private final StringProperty chosenCase = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<FigureTable> table =
      new ReadOnlyObjectWrapper<>(FigureTable.EMPTY);
  private EvaluationService service;

  /**
   * Creates the pane; it can run nothing before {@link #connect}.
   *
   * @param encoder tells which encoder is chosen, as the command line takes it
   */
  public EvaluationViewModel(TaskRunner tasks, UserMessages messages, Supplier<String> encoder) {
    this.tasks = tasks;
    this.messages = messages;
    this.encoder = encoder;
    shown.addListener((o, before, now) -> show(now));
    measure.addListener(o -> tabulate());
    chosenCase.addListener(o -> tabulate());
  }

  /** Connects the program once it is loaded. */
  public void connect(EvaluationService loaded) {
    service = loaded;
    packs.setAll(loaded.packs());
    chosenPacks.setAll(
        packs.stream().filter(PackChoice::standard).map(PackChoice::name).limit(1).toList());
    methods.setAll(loaded.methods());
    chosenMethods.setAll(methods);
    sweeps.setAll(loaded.sweeps());
  }

  /** Takes {@code name} into {@code chosen} or out of it; the order stays that of {@code all}. */
  private static void choose(
      ObservableList<String> chosen, List<String> all, String name, boolean taken) {
    chosen.setAll(
        all.stream().filter(each -> each.equals(name) ? taken : chosen.contains(each)).toList());
  }

  /** Takes the pack into the evaluation, or leaves it out. */
  public void choosePack(String name, boolean taken) {
    choose(chosenPacks, packs.stream().map(PackChoice::name).toList(), name, taken);
  }

  /** Takes the method into the table, or leaves it out. */
  public void chooseMethod(String label, boolean taken) {
    choose(chosenMethods, methods, label, taken);
  }

  /** Evaluates what is chosen in the background. */
  public void run() {
    String missing = missing();
    if (!missing.isEmpty()) {
      note.set(missing);
      return;
    }
    EvaluationSettings standard = EvaluationSettings.DEFAULT;
    EvaluationRequest request =
        new EvaluationRequest(
            chosenPacks,
            sweep.get(),
            sweep.get().isPresent() ? List.of() : chosenMethods,
            new EvaluationSettings(
                draws.get(),
                standard.images(),
                standard.seed(),
                standard.leaveOutPretrained(),
                sizeKnown.get()),
            encoder.get());
    note.set("");
    EvaluationService asked = service;
    RunningTask task =
        tasks.run(
            request.title(),
            progress -> asked.evaluate(request, progress),
            new Outcome<>() {
              @Override
              public void done(EvaluationResult result) {
                running.set(null);
                results.add(0, result);
                shown.set(result);
              }

              @Override
              public boolean failed(FennecException failure) {
                running.set(null);
                note.set(failure.getMessage());
                return true;
              }

              @Override
              public void cancelled() {
                running.set(null);
                note.set("Cancelled; figures of earlier evaluations are kept.");
              }
            });
    if (!task.stateProperty().get().isOver()) {
      running.set(task);
    }
  }

  private String missing() {
    if (service == null) {
      return "The history is still being loaded.";
    }
    if (running.get() != null) {
      return "An evaluation is under way; cancel it or wait for it.";
    }
    if (chosenPacks.isEmpty()) {
      return "Choose a history pack.";
    }
    return sweep.get().isEmpty() && chosenMethods.isEmpty() ? "Choose a method." : "";
  }

  /** Stops the evaluation, if there is one. */
  public void cancel() {
    if (running.get() != null) {
      running.get().cancel();
    }
  }

  private void show(EvaluationResult result) {
    if (result == null) {
      measures.clear();
      cases.clear();
    } else if (result.sweeps().isEmpty()) {
      measures.setAll(Arrays.stream(RankingMeasure.values()).map(RankingMeasure::label).toList());
      cases.setAll(result.report().packs());
    } else {
      measures.setAll(result.sweeps().get(0).measures());
      cases.clear();
    }
    chosenCase.set(cases.isEmpty() ? "" : cases.get(0));
    if (!measures.contains(measure.get())) {
      measure.set(measures.isEmpty() ? "" : measures.get(0));
    }
    tabulate();
  }

  private void tabulate() {
    EvaluationResult result = shown.get();
    FigureTable next = FigureTable.EMPTY;
    if (result != null && measures.contains(measure.get())) {
      next =
          plotted()
              .map(sweep -> FigureTable.of(sweep, measure.get()))
              .orElseGet(() -> tableOf(result.report()));
    }
    table.set(next);
  }

  private FigureTable tableOf(EvaluationReport report) {
    return Arrays.stream(RankingMeasure.values())
        .filter(each -> each.label().equals(measure.get()))
        .findFirst()
        .map(each -> FigureTable.of(report, chosenCase.get(), each))
        .orElse(FigureTable.EMPTY);
  }

  /** The sweep that is shown, if the result shown is one. */
  public Optional<SweepReport> plotted() {
    return shown.get() == null ? Optional.empty() : shown.get().sweeps().stream().findFirst();
  }

  /** Writes the figures shown to {@code file}, as the terminal does; its ending says how. */
  public void save(Path file) {
    EvaluationResult result = shown.get();
    if (result == null) {
      messages.warning("Save figures", "There are no figures to save yet.");
      return;
    }
    tasks.run(
        "Saving " + file.getFileName(),
        progress -> {
          EvaluationFormat.of(file).export(result.report(), result.sweeps(), file);
          return file;
        },
        done -> messages.info("Saved", "The figures are in " + done + "."));
  }

  /** Writes the curves shown to {@code file} as SVG, in dark colours or light ones. */
  public void savePlot(Path file, boolean dark) {
    Optional<SweepReport> sweep = plotted();
    if (sweep.isEmpty()) {
      messages.warning("Save plot", "There is no sweep to plot yet.");
      return;
    }
    LinePlot plot = new LinePlot(sweep.get().axis(), measure.get(), sweep.get().of(measure.get()));
    tasks.run(
        "Saving " + file.getFileName(),
        progress -> {
          plot.export(dark, file);
          return file;
        },
        done -> messages.info("Saved", "The plot is in " + done + "."));
  }

  /** History packs that can be chosen. */
  public ObservableList<PackChoice> packs() {
    return packs;
  }

  /** Names of the chosen packs; several are joined. Changed by {@link #choosePack}. */
  public ObservableList<String> chosenPacks() {
    return FXCollections.unmodifiableObservableList(chosenPacks);
  }

  /** Methods that can be chosen for the table. */
  public ObservableList<String> methods() {
    return methods;
  }

  /** Labels of the chosen methods. Changed by {@link #chooseMethod}. */
  public ObservableList<String> chosenMethods() {
    return FXCollections.unmodifiableObservableList(chosenMethods);
  }

  /** Names of the sweeps. */
  public ObservableList<String> sweeps() {
    return sweeps;
  }

  /** The sweep to run; empty for the table. */
  public ObjectProperty<Optional<String>> sweepProperty() {
    return sweep;
  }

  /** Draws of images that figures are a mean of, in [1, {@value #MOST_DRAWS}]. */
  public IntegerProperty drawsProperty() {
    return draws;
  }

  /** Whether methods are told classes and images of the hidden task. */
  public BooleanProperty sizeKnownProperty() {
    return sizeKnown;
  }

  /** The evaluation under way; null if there is none. */
  public ReadOnlyObjectProperty<RunningTask> runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** What stands in the way, or how the last evaluation ended; may be empty. */
  public ReadOnlyStringProperty noteProperty() {
    return note.getReadOnlyProperty();
  }

  /** Finished evaluations, the latest first. */
  public ObservableList<EvaluationResult> results() {
    return results;
  }

  /** The evaluation whose figures are shown; null before the first. */
  public ObjectProperty<EvaluationResult> shownProperty() {
    return shown;
  }

  /** Labels of the measures that the figures shown have. */
  public ObservableList<String> measures() {
    return measures;
  }

  /** Label of the measure shown. */
  public StringProperty measureProperty() {
    return measure;
  }

  /** Packs that the table shown has figures for; empty for a sweep. */
  public ObservableList<String> cases() {
    return cases;
  }

  /** The pack whose table is shown. */
  public StringProperty caseProperty() {
    return chosenCase;
  }

  /** The figures shown. */
  public ReadOnlyObjectProperty<FigureTable> tableProperty() {
    return table.getReadOnlyProperty();
  }
}
