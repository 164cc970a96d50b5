package fennec.ui.clusters;

import fennec.architecture.ArchitectureClusters;
import fennec.error.FennecException;
import fennec.recommend.RankedModel;
import fennec.recommend.Recommendation;
import fennec.ui.control.Figures;
import fennec.ui.map.PlanarMap;
import fennec.ui.map.PointClasses;
import fennec.ui.map.PointLegend;
import fennec.ui.map.PointMap;
import fennec.ui.session.ModelSubset;
import fennec.ui.session.Session;
import fennec.ui.session.TargetRun;
import fennec.ui.task.LatestTask;
import fennec.ui.task.Outcome;
import fennec.ui.task.TaskRunner;
import java.util.Collection;
import java.util.HashMap;
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
public final class ClustersViewModel implements PointMap {

  /** Most clusters that can be asked for here: so many looks can be told apart. */
  public static final int MOST_CLUSTERS = 50;

  private final Session session;
  private final TaskRunner tasks;
  private final LatestTask clusterLane;
  private final ReadOnlyObjectWrapper<ZooPoints> points =
      new ReadOnlyObjectWrapper<>(ZooPoints.NONE);
  private final ObjectProperty<Colouring> colouring = new SimpleObjectProperty<>(Colouring.CLUSTER);
  private final PointLegend legend = new PointLegend();
  private final ReadOnlyIntegerWrapper suggested = new ReadOnlyIntegerWrapper();
  private final Map<String, RankedModel> ranked = new HashMap<>();
  private final ZooDrawing drawing;
  private List<ZooArchitecture> zoo = List.of();
  private ArchitectureClusters clusters;
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
          legend.forgetHidden();
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
            legend.forgetHidden();
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
    legend.classify(
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
    List<ZooPoint> all = points.get().points();
    legend.select(all.size(), i -> subset != null && subset.models().contains(all.get(i).name()));
  }

  /** Selects the shown points at {@code positions}; the ranking shows only them. */
  @Override
  public void selectPoints(Collection<Integer> positions, String title) {
    Set<String> names = new TreeSet<>();
    boolean anyRanked = recommendation() != null;
    for (int i : positions) {
      ZooPoint point = points.get().points().get(i);
      if (legend.isShown(i) && (point.ranked() || !anyRanked)) {
        names.add(point.name());
      }
    }
    session
        .subsetProperty()
        .set(names.isEmpty() ? null : new ModelSubset(title + " in Clusters", names));
  }

  /** Selects every point that is shown. */
  public void selectShown() {
    selectPoints(IntStream.range(0, points.get().size()).boxed().toList(), "shown");
  }

  /** Selects nothing; the ranking shows all models. */
  @Override
  public void clearSelection() {
    session.subsetProperty().set(null);
  }

  /** Selects the model at {@code point} in all panes. */
  @Override
  public void choose(int point) {
    session.selectedModelProperty().set(points.get().points().get(point).name());
  }

  /** Position of the model selected everywhere, or -1. */
  @Override
  public int current() {
    return points.get().indexOf(session.selectedModelProperty().get());
  }

  /** What is said of a point: its facts in lines. */
  public PointFacts about(int point) {
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
        .filter(i -> !legend.hasSelection() || legend.isSelected(i))
        .mapToObj(this::about)
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

  @Override
  public PointLegend legend() {
    return legend;
  }

  @Override
  public ReadOnlyObjectProperty<PlanarMap> placesProperty() {
    return drawing.mapProperty();
  }

  @Override
  public Object drawn() {
    return drawing.shownProperty().get();
  }

  @Override
  public List<String> facts(int point) {
    return about(point).lines();
  }

  @Override
  public String label(int point) {
    ZooPoint it = points.get().points().get(point);
    String name = it.ranked() ? it.name() : it.name().replaceFirst("^[a-z_]+\\.", "");
    return name.length() > 34 ? name.substring(0, 33) + "\u2026" : name;
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
