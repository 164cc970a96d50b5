package fennec.ui.tasks;

import fennec.embedding.ImageEmbeddings;
import fennec.history.HistoricTask;
import fennec.history.PerformanceMatrix;
import fennec.recommend.RankedModel;
import fennec.recommend.Recommendation;
import fennec.recommend.TaskShare;
import fennec.recommend.TaskSpace;
import fennec.recommend.TransferHistory;
import fennec.ui.session.Session;
import fennec.ui.session.TargetRun;
import fennec.ui.task.Outcome;
import fennec.ui.task.TaskRunner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The history that a run was ranked with: its tasks beside the new one, and its scores. */
public final class TasksViewModel {

  /** What the pane shows. */
  public enum View {
    /** Past tasks and their scores. */
    PAST("Past tasks", "The tasks that rankings are learned from, with yours among them"),
    /** The images of the new task. */
    IMAGES("Your images", "Your images in the plane, by what the encoder sees in them");

    private final String title;
    private final String meaning;

    View(String title, String meaning) {
      this.title = title;
      this.meaning = meaning;
    }

    /** Its name for people. */
    public String title() {
      return title;
    }

    /** What there is to see, one sentence. */
    public String meaning() {
      return meaning;
    }
  }

  private final Session session;
  private final TaskRunner tasks;
  private final ObjectProperty<View> view = new SimpleObjectProperty<>(View.PAST);
  private final ReadOnlyObjectWrapper<List<TaskRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<TaskMap> map = new ReadOnlyObjectWrapper<>(TaskMap.EMPTY);
  private final ReadOnlyObjectWrapper<HeatMap> matrix = new ReadOnlyObjectWrapper<>(HeatMap.EMPTY);
  private final ReadOnlyDoubleWrapper error = new ReadOnlyDoubleWrapper(Double.NaN);
  private final ObjectProperty<RowOrder> rowOrder = new SimpleObjectProperty<>(RowOrder.FINAL);
  private final ObjectProperty<ColumnOrder> columnOrder =
      new SimpleObjectProperty<>(ColumnOrder.SIMILARITY);
  private final BooleanProperty residuals = new SimpleBooleanProperty();
  private final ObjectProperty<TaskMap.Kind> mapKind =
      new SimpleObjectProperty<>(TaskMap.Kind.SCORES);
  private final Map<String, Double> finals = new HashMap<>();
  private TaskService service;
  private boolean wanted;
  private TargetRun shown;
  private TransferHistory history;
  private TaskSpace space;
  private double[][] differences;

  /** Creates a pane that follows {@code session}. */
  public TasksViewModel(Session session, TaskRunner tasks) {
    this.session = session;
    this.tasks = tasks;
    session.runProperty().addListener(o -> load());
    session
        .alphaProperty()
        .addListener(
            o -> {
              rank();
              if (rowOrder.get() == RowOrder.FINAL) {
                arrange();
              }
            });
    rowOrder.addListener(o -> arrange());
    columnOrder.addListener(o -> arrange());
    residuals.addListener(o -> reconstruct());
    mapKind.addListener(o -> draw());
  }

  /** Connects the program once it is loaded. */
  public void connect(TaskService loaded) {
    service = loaded;
    load();
  }

  /** Loads the history of the run, now and for every run to come. */
  public void open() {
    wanted = true;
    load();
  }

  private void load() {
    TargetRun run = session.runProperty().get();
    if (!wanted || service == null || run == null || Objects.equals(run, shown)) {
      return;
    }
    boolean same = shown != null && sameTask(run, shown);
    shown = run;
    rank();
    if (same) {
      list();
      arrange();
      return;
    }
    space = null;
    differences = null;
    error.set(Double.NaN);
    tasks.runQuietly(
        progress -> service.history(run, progress),
        found -> {
          if (run.equals(shown)) {
            history = found;
            list();
            draw();
            arrange();
            place(run);
          }
        });
  }

  /** A run of which only the number of clusters changed looks at the same history. */
  private static boolean sameTask(TargetRun run, TargetRun before) {
    return run.recommendation().task().equals(before.recommendation().task())
        && run.provenance().packs().equals(before.provenance().packs());
  }

  private void place(TargetRun run) {
    tasks.run(
        "Placing the task among historical ones",
        progress -> service.space(run, progress),
        new Outcome<TaskSpace>() {
          @Override
          public void done(TaskSpace found) {
            if (run.equals(shown)) {
              space = found;
              list();
              draw();
              reconstruct();
            }
          }

          @Override
          public void cancelled() {
            residuals.set(false);
          }
        });
  }

  private void rank() {
    finals.clear();
    TargetRun run = session.runProperty().get();
    if (run != null) {
      for (RankedModel each :
          run.recommendation().ranking(session.alphaProperty().get()).models()) {
        finals.put(each.model().name(), each.score());
      }
    }
  }

  private void list() {
    if (history == null) {
      return;
    }
    Recommendation recommendation = shown.recommendation();
    List<TaskRow> all = new ArrayList<>();
    for (int j = 0; j < history.tasks().size(); j++) {
      HistoricTask task = history.tasks().get(j);
      ImageEmbeddings images = history.taskImages().get(task.name());
      all.add(
          new TaskRow(
              j,
              task.title(),
              share(recommendation, task.name()),
              task.classes(),
              task.trainImages(),
              images != null && images.size() > 0,
              space == null ? new double[0] : space.tasks()[j]));
    }
    all.sort(
        Comparator.comparingDouble((TaskRow row) -> -row.share()).thenComparing(TaskRow::title));
    OptionalInt classes = recommendation.task().classes();
    OptionalLong images = recommendation.task().images();
    all.add(
        0,
        new TaskRow(
            -1,
            recommendation.task().name(),
            Double.NaN,
            classes,
            images,
            true,
            space == null ? new double[0] : space.target()));
    rows.set(List.copyOf(all));
  }

  private static double share(Recommendation recommendation, String task) {
    return recommendation.transfer().nearest().stream()
        .filter(each -> each.task().equals(task))
        .mapToDouble(TaskShare::share)
        .findFirst()
        .orElse(0);
  }

  private void draw() {
    if (history != null) {
      map.set(TaskMap.of(mapKind.get(), history, shown.recommendation().task(), space));
    }
  }

  private void arrange() {
    if (history == null) {
      return;
    }
    PerformanceMatrix p = history.performance();
    List<String> titles = history.tasks().stream().map(HistoricTask::title).toList();
    HeatMap scores = HeatMap.of(p.models(), titles, p.toArray());
    Recommendation recommendation = shown.recommendation();
    scores =
        switch (rowOrder.get()) {
          case MEAN -> scores.withRowsBy(scores::meanOfRow);
          case FINAL -> scores.withRowsBy(i -> finals.getOrDefault(p.models().get(i), Double.NaN));
          case NAME -> scores.withRowsBy(i -> 0);
        };
    scores =
        switch (columnOrder.get()) {
          case SIMILARITY -> scores.withColumnsBy(j -> share(recommendation, p.tasks().get(j)));
          case MEAN -> scores.withColumnsBy(scores::meanOfColumn);
          case NAME -> scores.withColumnsBy(j -> 0);
        };
    matrix.set(residuals.get() && differences != null ? scores.withValues(differences) : scores);
  }

  /** Computes the differences when they are first asked for. */
  private void reconstruct() {
    if (!residuals.get() || differences != null || space == null) {
      arrange();
      return;
    }
    TaskSpace of = space;
    PerformanceMatrix scores = history.performance();
    tasks.run(
        "Reconstructing the matrix",
        progress -> of.residuals(scores),
        found -> {
          if (of.equals(space)) {
            differences = found;
            error.set(of.error());
            arrange();
          }
        });
  }

  /** Selects the model of a row of the matrix in all panes. */
  public void choose(int row) {
    session.selectedModelProperty().set(matrix.get().rowName(row));
  }

  /** Row of the model selected everywhere, or -1. */
  public int current() {
    return matrix.get().rowOf(session.selectedModelProperty().get());
  }

  /** Whether the matrix shows residuals now. */
  public boolean showsResiduals() {
    return residuals.get() && differences != null;
  }

  /** The tasks, the new one first, then by falling share. */
  public ReadOnlyObjectProperty<List<TaskRow>> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  /** The tasks in the plane. */
  public ReadOnlyObjectProperty<TaskMap> mapProperty() {
    return map.getReadOnlyProperty();
  }

  /** Scores, or residuals, of models on tasks. */
  public ReadOnlyObjectProperty<HeatMap> matrixProperty() {
    return matrix.getReadOnlyProperty();
  }

  /** Root mean squared residual over all cells; NaN until computed. */
  public ReadOnlyDoubleProperty errorProperty() {
    return error.getReadOnlyProperty();
  }

  /** The order of models. */
  public ObjectProperty<RowOrder> rowOrderProperty() {
    return rowOrder;
  }

  /** The order of tasks. */
  public ObjectProperty<ColumnOrder> columnOrderProperty() {
    return columnOrder;
  }

  /** Whether residuals are asked for. */
  public BooleanProperty residualsProperty() {
    return residuals;
  }

  /** What the map is made from. */
  public ObjectProperty<TaskMap.Kind> mapKindProperty() {
    return mapKind;
  }

  /** What the pane shows. */
  public ObjectProperty<View> viewProperty() {
    return view;
  }

  /** What all panes share. */
  public Session session() {
    return session;
  }
}
