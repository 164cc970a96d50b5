package fennec.ui.ranking;

import fennec.io.ArchitectureWork;
import fennec.recommend.Contribution;
import fennec.recommend.RankInterval;
import fennec.recommend.RankedModel;
import fennec.recommend.Ranking;
import fennec.recommend.Recommendation;
import fennec.ui.session.ModelFilter;
import fennec.ui.session.Session;
import fennec.ui.session.TargetRun;
import fennec.ui.task.LatestTask;
import fennec.ui.task.TaskRunner;
import fennec.zoo.LoadingCode;
import fennec.zoo.PretrainedModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The ranking as it is shown: merged at the session's alpha, filtered, sorted, pinned models first.
 * Ranks at once on the window's thread; intervals and reasons follow from a worker.
 */
public final class RankingViewModel {

  private final Session session;
  private final LatestTask intervalLane;
  private final LatestTask reasonLane;
  private final ReadOnlyObjectWrapper<ShownRows> rows = new ReadOnlyObjectWrapper<>(ShownRows.NONE);
  private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper();
  private final ObjectProperty<Sorting> sorting = new SimpleObjectProperty<>(Sorting.BY_RANK);
  private final ReadOnlyObjectWrapper<Facets> facets = new ReadOnlyObjectWrapper<>(Facets.NONE);
  private final ReadOnlyObjectWrapper<List<RankInterval>> intervals =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Explanation> explanation = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<RankedModel> selected = new ReadOnlyObjectWrapper<>();
  private final Map<String, Integer> indexes = new HashMap<>();
  private Map<String, ArchitectureWork> work = Map.of();
  private Recommendation recommendation;
  private final ReadOnlyObjectWrapper<ScoreAxis> axis =
      new ReadOnlyObjectWrapper<>(ScoreAxis.WHOLE);
  private int[] standardPlace = new int[0];
  private Ranking ranking;
  private int[] places = new int[0];
  private Sieve sieve;

  /** Creates a ranking that follows {@code session}. */
  public RankingViewModel(Session session, TaskRunner tasks) {
    this.session = session;
    this.intervalLane = new LatestTask(tasks);
    this.reasonLane = new LatestTask(tasks);
    session.runProperty().addListener((o, before, now) -> accept(now));
    session.alphaProperty().addListener(o -> rank());
    session.filterProperty().addListener(o -> sift());
    session.subsetProperty().addListener(o -> sift());
    session.pinnedProperty().addListener(o -> sift());
    session.selectedModelProperty().addListener(o -> select());
    sorting.addListener(o -> arrange());
    accept(session.runProperty().get());
  }

  /** Tells what architectures cost, by name of the graph. */
  public void connect(Map<String, ArchitectureWork> costs) {
    work = Map.copyOf(costs);
    sift();
  }

  /** Multiply-adds of one image; empty where no graph of that input size is known. */
  public OptionalLong multiplyAdds(PretrainedModel model) {
    ArchitectureWork known = work.get(model.architecture());
    return known == null ? OptionalLong.empty() : known.at(model.inputSize());
  }

  private void accept(TargetRun run) {
    recommendation = run == null ? null : run.recommendation();
    intervals.set(List.of());
    indexes.clear();
    if (recommendation == null) {
      facets.set(Facets.NONE);
      total.set(0);
      rows.set(ShownRows.NONE);
      return;
    }
    axis.set(ScoreAxis.of(recommendation));
    List<PretrainedModel> candidates = recommendation.candidates();
    facets.set(Facets.of(candidates));
    for (int i = 0; i < candidates.size(); i++) {
      indexes.put(candidates.get(i).name(), i);
    }
    standardPlace = new int[candidates.size()];
    places = new int[candidates.size()];
    total.set(candidates.size());
    sieve = new Sieve(candidates, session, this::multiplyAdds);
    Ranking standard = recommendation.ranking(session.defaultAlphaProperty().get());
    for (int place = 0; place < candidates.size(); place++) {
      standardPlace[standard.candidate(place)] = place + 1;
    }
    rank();
    if (!candidates.isEmpty() && !indexes.containsKey(session.selectedModelProperty().get())) {
      String best = ranking.models().get(0).model().name();
      session.undo().silently(() -> session.selectedModelProperty().set(best));
    }
    explain();
  }

  private void rank() {
    if (recommendation == null) {
      return;
    }
    double alpha = session.alphaProperty().get();
    ranking = recommendation.ranking(alpha);
    for (int place = 0; place < places.length; place++) {
      places[ranking.candidate(place)] = place;
    }
    arrange();
    select();
    Recommendation asked = recommendation;
    intervalLane.submit(progress -> asked.rankIntervals(alpha), intervals::set);
  }

  private void sift() {
    if (recommendation != null) {
      sieve = new Sieve(recommendation.candidates(), session, this::multiplyAdds);
      arrange();
    }
  }

  /** Filters, sorts and pins; places stay those among all candidates. */
  private void arrange() {
    if (recommendation == null) {
      return;
    }
    rows.set(sieve.rows(ranking, order(), standardPlace));
  }

  private int[] order() {
    if (sorting.get().equals(Sorting.BY_RANK)) {
      return IntStream.range(0, places.length).toArray();
    }
    List<RankedModel> order = new ArrayList<>(ranking.models());
    order.sort(sorting.get().key().order(sorting.get().descending(), this::multiplyAdds));
    return order.stream().mapToInt(each -> each.rank() - 1).toArray();
  }

  private void select() {
    RankedModel now = find(session.selectedModelProperty().get()).orElse(null);
    RankedModel before = selected.get();
    selected.set(now);
    boolean sameModel =
        now != null && before != null && now.index() == before.index() && explanation.get() != null;
    if (!sameModel) {
      explain();
    }
  }

  private void explain() {
    explanation.set(null);
    RankedModel model = selected.get();
    if (recommendation == null || model == null) {
      return;
    }
    Recommendation asked = recommendation;
    reasonLane.submit(progress -> Explanation.of(asked, model.index()), explanation::set);
  }

  /** Selects {@code model} in all panes. */
  public void choose(String model) {
    session.selectedModelProperty().set(model);
  }

  /** Shows all models again: no filter, no subset. */
  public void clearFilter() {
    session.filterProperty().set(ModelFilter.NONE);
    session.subsetProperty().set(null);
  }

  /** The ranked model with this name, if it is a candidate. */
  public Optional<RankedModel> find(String model) {
    return Optional.ofNullable(indexes.get(model))
        .map(index -> ranking.models().get(places[index]));
  }

  /** What each feature adds to the meta score of {@code row}, the largest first. */
  public List<Contribution> contributions(RankedModel row) {
    return recommendation == null
        ? List.of()
        : recommendation.meta().contributions().apply(row.index());
  }

  /** The Python line that loads the selected model; empty if none is selected. */
  public String loadingCode() {
    return selected.get() == null ? "" : LoadingCode.of(selected.get().model());
  }

  /** Rows shown, in their order. */
  public List<RankingRow> rows() {
    return rows.get();
  }

  /** Rows shown, in their order; replaced as a whole when anything in them changes. */
  ReadOnlyObjectProperty<ShownRows> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  /** Number of candidates, shown or not. */
  public ReadOnlyIntegerProperty totalProperty() {
    return total.getReadOnlyProperty();
  }

  /** How rows are sorted. */
  public ObjectProperty<Sorting> sortingProperty() {
    return sorting;
  }

  /** What candidates can be filtered by. */
  public ReadOnlyObjectProperty<Facets> facetsProperty() {
    return facets.getReadOnlyProperty();
  }

  /** Places of each candidate in 80 % of the draws, by {@code RankedModel.index}; may be empty. */
  public ReadOnlyObjectProperty<List<RankInterval>> intervalsProperty() {
    return intervals.getReadOnlyProperty();
  }

  /** The selected model at the present alpha; null if none. */
  public ReadOnlyObjectProperty<RankedModel> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** Why the selected model stands where it stands; null until known. */
  public ReadOnlyObjectProperty<Explanation> explanationProperty() {
    return explanation.getReadOnlyProperty();
  }

  /** The axis that all scores are drawn on. */
  public ReadOnlyObjectProperty<ScoreAxis> axisProperty() {
    return axis.getReadOnlyProperty();
  }

  /** What all panes share. */
  public Session session() {
    return session;
  }
}
