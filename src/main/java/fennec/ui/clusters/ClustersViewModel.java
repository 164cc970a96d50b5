package fennec.ui.clusters;

import fennec.architecture.ArchitectureClusters;
import fennec.error.FennecException;
import fennec.recommend.RankedModel;
import fennec.recommend.Recommendation;
import fennec.ui.control.Figures;
import fennec.ui.session.ModelSubset;
import fennec.ui.session.Session;
import fennec.ui.session.TargetRun;
import fennec.ui.task.LatestTask;
import fennec.ui.task.Outcome;
import fennec.ui.task.TaskRunner;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The map of the zoo: where points lie, what their colours tell, which are shown and selected, and
 * how many clusters there are.
 */
public final class ClustersViewModel {

  /** Most clusters that can be asked for here: so many looks can be told apart. */
  public static final int MOST_CLUSTERS = 50;

  private final Session session;
  private final TaskRunner tasks;
  private final LatestTask clusterLane;
  private final ReadOnlyObjectWrapper<ZooPoints> points =
      new ReadOnlyObjectWrapper<>(ZooPoints.NONE);
  private final ObjectProperty<Colouring> colouring = new SimpleObjectProperty<>(Colouring.CLUSTER);
  private final ReadOnlyObjectWrapper<PointClasses> classes =
      new ReadOnlyObjectWrapper<>(PointClasses.NONE);
  private final ReadOnlyObjectWrapper<List<LegendEntry>> legend =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyIntegerWrapper suggested = new ReadOnlyIntegerWrapper();
  private final Set<String> hidden = new HashSet<>();
  private final Map<String, RankedModel> ranked = new HashMap<>();
  private final ZooDrawing drawing;
  private List<ZooArchitecture> zoo = List.of();
  private ArchitectureClusters clusters;
  private Set<String> selected = Set.of();
  private ClusterService service;
  private boolean wanted;
  private boolean asked;

  /** Creates a map that follows {@code session}. */
  public ClustersViewModel(Session session, TaskRunner tasks) {
    this.session = session;
    this.tasks = tasks;
    this.drawing = new ZooDrawing(tasks);
    this.clusterLane = new LatestTask(tasks);
    session.runProperty().addListener((o, before, now) -> place());
    session.alphaProperty().addListener(o -> follow());
    session.subsetProperty().addListener(o -> select());
    session.clustersProperty().addListener(o -> cluster());
    colouring.addListener(
        o -> {
          hidden.clear();
          classify();
        });
  }

  /** Connects the program once it is loaded. */
  public void connect(ClusterService loaded) {
    service = loaded;
    load();
  }

  /** Reads the architectures, now or when the program is there; later calls do nothing. */
  public void open() {
    wanted = true;
    load();
  }

  private void load() {
    if (service == null || !wanted || asked) {
      return;
    }
    asked = true;
    tasks.run(
        "Reading architectures",
        service::architectures,
        new Outcome<List<ZooArchitecture>>() {
          @Override
          public void done(List<ZooArchitecture> architectures) {
            zoo = List.copyOf(architectures);
            drawing.setZoo(zoo);
            place();
            cluster();
            suggest();
          }

          @Override
          public boolean failed(FennecException failure) {
            asked = false;
            return false;
          }

          @Override
          public void cancelled() {
            asked = false;
          }
        });
  }

  private void suggest() {
    tasks.run(
        "Looking for the best number of clusters",
        progress -> service.clusters(OptionalInt.empty(), progress).count(),
        suggested::set);
  }

  private void cluster() {
    if (zoo.isEmpty()) {
      return;
    }
    int count = session.clustersProperty().get();
    clusterLane.submit(
        progress -> service.clusters(OptionalInt.of(count), progress),
        found -> {
          clusters = found;
          if (colouring.get() == Colouring.CLUSTER) {
            hidden.clear();
            classify();
          }
        });
  }

  private void place() {
    if (zoo.isEmpty()) {
      return;
    }
    Recommendation recommendation = recommendation();
    points.set(ZooPoints.of(zoo, recommendation == null ? List.of() : recommendation.candidates()));
    drawing.setPoints(points.get().points());
    rank();
    select();
    classify();
  }

  private Recommendation recommendation() {
    TargetRun run = session.runProperty().get();
    return run == null ? null : run.recommendation();
  }

  private void rank() {
    ranked.clear();
    Recommendation recommendation = recommendation();
    if (recommendation != null) {
      for (RankedModel each : recommendation.ranking(session.alphaProperty().get()).models()) {
        ranked.put(each.model().name(), each);
      }
    }
  }

  private void follow() {
    rank();
    if (colouring.get() == Colouring.SCORE) {
      classify();
    }
  }

  private void classify() {
    List<ZooPoint> all = points.get().points();
    classes.set(
        switch (colouring.get()) {
          case CLUSTER ->
              clusters == null
                  ? PointClasses.NONE
                  : PointClasses.numbered(
                      "cluster",
                      clusters.count(),
                      all.stream().mapToInt(this::clusterOf).toArray());
          case FAMILY -> PointClasses.named(all.stream().map(ZooPoint::family).toList());
          case SIZE ->
              PointClasses.stepped(
                  all.stream()
                      .mapToDouble(
                          p -> p.parameters().isPresent() ? p.parameters().getAsLong() : Double.NaN)
                      .toArray(),
                  size -> Figures.parameters(Math.round(size)),
                  "unknown");
          case SCORE -> PointClasses.stepped(scores(), Figures::percent, "not ranked");
        });
    recount();
  }

  private double[] scores() {
    return points.get().points().stream()
        .mapToDouble(p -> ranked.containsKey(p.name()) ? ranked.get(p.name()).score() : Double.NaN)
        .toArray();
  }

  private int clusterOf(ZooPoint point) {
    return clusters.clusterOf().get(zoo.get(point.architecture()).name());
  }

  private void select() {
    ModelSubset subset = session.subsetProperty().get();
    selected = subset == null ? Set.of() : subset.models();
    recount();
  }

  private void recount() {
    List<ZooPoint> all = points.get().points();
    if (classes.get().classOf().length == all.size()) {
      legend.set(LegendEntry.of(classes.get(), hidden, i -> selected.contains(all.get(i).name())));
    }
  }

  /** Shows or hides a class. */
  public void setShown(String label, boolean shown) {
    if (shown ? hidden.remove(label) : hidden.add(label)) {
      recount();
    }
  }

  /** Shows this class alone; all classes if it is alone already. */
  public void showOnly(String label) {
    boolean alone =
        classes.get().labels().stream().allMatch(l -> l.equals(label) != hidden.contains(l));
    hidden.clear();
    if (!alone) {
      classes.get().labels().stream().filter(l -> !l.equals(label)).forEach(hidden::add);
    }
    recount();
  }

  /** Whether the point is drawn: its class is shown. */
  public boolean isShown(int point) {
    int[] classOf = classes.get().classOf();
    return point >= classOf.length || !hidden.contains(classes.get().labels().get(classOf[point]));
  }

  /** Whether the point is selected. */
  public boolean isSelected(int point) {
    return selected.contains(points.get().points().get(point).name());
  }

  /** Whether there is a selection. */
  public boolean hasSelection() {
    return !selected.isEmpty();
  }

  /** Selects the shown points at {@code positions}; the ranking shows only them. */
  public void selectPoints(Collection<Integer> positions, String title) {
    Set<String> names = new TreeSet<>();
    boolean anyRanked = recommendation() != null;
    for (int i : positions) {
      ZooPoint point = points.get().points().get(i);
      if (isShown(i) && (point.ranked() || !anyRanked)) {
        names.add(point.name());
      }
    }
    session.subsetProperty().set(names.isEmpty() ? null : new ModelSubset(title, names));
  }

  /** Selects all shown points of the class that {@code point} is in. */
  public void selectClassOf(int point) {
    int[] classOf = classes.get().classOf();
    if (point >= 0 && point < classOf.length) {
      int wantedClass = classOf[point];
      selectPoints(
          IntStream.range(0, classOf.length)
              .filter(i -> classOf[i] == wantedClass)
              .boxed()
              .toList(),
          classes.get().labels().get(wantedClass));
    }
  }

  /** Selects every point that is shown. */
  public void selectShown() {
    selectPoints(IntStream.range(0, points.get().size()).boxed().toList(), "shown in Clusters");
  }

  /** Selects nothing; the ranking shows all models. */
  public void clearSelection() {
    session.subsetProperty().set(null);
  }

  /** Selects the model at {@code point} in all panes. */
  public void choose(int point) {
    session.selectedModelProperty().set(points.get().points().get(point).name());
  }

  /** Position of the model selected everywhere, or -1. */
  public int current() {
    return points.get().indexOf(session.selectedModelProperty().get());
  }

  /** What is said of a point: its facts in lines. */
  public PointFacts facts(int point) {
    ZooPoint it = points.get().points().get(point);
    return new PointFacts(
        it,
        zoo.get(it.architecture()).name(),
        clusters == null ? -1 : clusterOf(it),
        it.ranked() ? ranked.get(it.name()) : null);
  }

  /** Facts of the selected points, or of all if none is selected, in their order. */
  public List<PointFacts> selection() {
    return IntStream.range(0, points.get().size())
        .filter(i -> !hasSelection() || isSelected(i))
        .mapToObj(this::facts)
        .toList();
  }

  /** The points. */
  public ReadOnlyObjectProperty<ZooPoints> pointsProperty() {
    return points.getReadOnlyProperty();
  }

  /** Where the points lie. */
  public ZooDrawing drawing() {
    return drawing;
  }

  /** What colours tell. */
  public ObjectProperty<Colouring> colouringProperty() {
    return colouring;
  }

  /** Class of each point. */
  public ReadOnlyObjectProperty<PointClasses> classesProperty() {
    return classes.getReadOnlyProperty();
  }

  /** The legend with its counts. */
  public ReadOnlyObjectProperty<List<LegendEntry>> legendProperty() {
    return legend.getReadOnlyProperty();
  }

  /** The number of clusters with the best silhouette; 0 until known. */
  public ReadOnlyIntegerProperty suggestedProperty() {
    return suggested.getReadOnlyProperty();
  }

  /** Number of clusters. */
  public IntegerProperty clusterCountProperty() {
    return session.clustersProperty();
  }

  /** What all panes share. */
  public Session session() {
    return session;
  }
}
