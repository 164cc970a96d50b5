package fennec.ui.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.embedding.EmbeddedImage;
import fennec.io.ArchitectureWork;
import fennec.io.Settings;
import fennec.recommend.MetaPrediction;
import fennec.recommend.Provenance;
import fennec.recommend.RankedModel;
import fennec.recommend.Recommendation;
import fennec.recommend.RecommenderSettings;
import fennec.recommend.TransferPrediction;
import fennec.ui.FakeProgram;
import fennec.ui.session.ModelFilter;
import fennec.ui.session.ModelSubset;
import fennec.ui.session.Session;
import fennec.ui.session.TargetRun;
import fennec.ui.task.CurrentThreadTaskRunner;
import fennec.zoo.PretrainedModel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RankingViewModelTest {

  private final Session session = new Session(() -> 0L);
  private final RankingViewModel model =
      new RankingViewModel(session, new CurrentThreadTaskRunner());
  private Recommendation recommendation;

  @BeforeEach
  void run() {
    recommendation =
        FakeProgram.recommendation("flowers", List.of(new EmbeddedImage("a.png", "", 4, 4)), 60);
    session
        .runProperty()
        .set(
            new TargetRun(
                List.of(Path.of("flowers")), "auto", recommendation, provenance(), List.of()));
  }

  private static Provenance provenance() {
    return new Provenance(
        "p",
        "17",
        "e",
        "E",
        "w",
        "CPU",
        "flowers",
        "f",
        1,
        0,
        List.of(),
        RecommenderSettings.DEFAULT,
        0.5,
        Instant.EPOCH);
  }

  private List<String> names() {
    return model.rows().stream().map(RankingRow::name).toList();
  }

  private static List<String> names(List<RankedModel> models) {
    return models.stream().map(each -> each.model().name()).toList();
  }

  @Test
  void rowsStandAsTheRankingSays() {
    assertEquals(
        names(recommendation.ranking(RecommenderSettings.DEFAULT.method().defaultAlpha()).models()),
        names());
    session.alphaProperty().set(0);
    assertEquals(names(recommendation.ranking(0).models()), names());
  }

  @Test
  void multiplyAddsAreToldOnlyAtTheInputOfTheGraphAndUnknownOnesComeLast() {
    PretrainedModel light = recommendation.candidates().get(1);
    PretrainedModel heavy = recommendation.candidates().get(15);
    assertEquals(OptionalLong.empty(), model.multiplyAdds(light));
    int side = light.inputSize().orElseThrow();
    model.connect(Map.of(light.architecture(), new ArchitectureWork(side + 1, 5)));
    assertEquals(OptionalLong.empty(), model.multiplyAdds(light));
    model.connect(
        Map.of(
            light.architecture(),
            new ArchitectureWork(side, 5),
            heavy.architecture(),
            new ArchitectureWork(heavy.inputSize().orElseThrow(), 9)));
    for (boolean descending : new boolean[] {false, true}) {
      model.sortingProperty().set(new Sorting(SortKey.MULTIPLY_ADDS, descending));
      List<Long> known =
          model.rows().stream()
              .map(row -> model.multiplyAdds(row.ranked().model()))
              .takeWhile(OptionalLong::isPresent)
              .map(OptionalLong::getAsLong)
              .toList();
      assertEquals(descending ? 9 : 5, known.get(0));
      assertEquals(descending ? 5 : 9, known.get(known.size() - 1));
    }
  }

  @Test
  void placesMovedAreCountedFromTheDefaultAlpha() {
    assertTrue(model.rows().stream().allMatch(row -> row.moved() == 0));
    List<String> before = names();
    session.alphaProperty().set(1);
    for (RankingRow row : model.rows()) {
      assertEquals(before.indexOf(row.name()) + 1 - row.ranked().rank(), row.moved());
    }
    assertTrue(model.rows().stream().anyMatch(row -> row.moved() > 0));
  }

  @Test
  void filterNarrowsButKeepsThePlaces() {
    session.filterProperty().set(ModelFilter.NONE.withFamilies(Set.of("ViT")));
    assertEquals(10, model.rows().size());
    assertEquals(60, model.totalProperty().get());
    for (RankingRow row : model.rows()) {
      assertEquals(
          row.ranked().rank(),
          names(
                      recommendation
                          .ranking(RecommenderSettings.DEFAULT.method().defaultAlpha())
                          .models())
                  .indexOf(row.name())
              + 1);
    }
    session.filterProperty().set(ModelFilter.NONE.withText("vit 0005"));
    assertTrue(names().stream().allMatch(name -> name.contains("vit_0005")));
    assertFalse(names().isEmpty());
  }

  @Test
  void memoryFilterCountsSixteenBytesAParameter() {
    session.filterProperty().set(ModelFilter.NONE.withMemory(1));
    assertFalse(model.rows().isEmpty());
    for (RankingRow row : model.rows()) {
      assertTrue(row.ranked().model().parameters().getAsLong() * 16 <= 1_000_000_000L);
    }
    assertTrue(model.rows().size() < 60);
  }

  @Test
  void subsetFromAnotherPaneNarrows() {
    Set<String> picked = Set.copyOf(names().subList(10, 15));
    session.subsetProperty().set(new ModelSubset("lasso", picked));
    assertEquals(picked, Set.copyOf(names()));
    model.clearFilter();
    assertEquals(60, model.rows().size());
  }

  @Test
  void pinnedModelsStandFirstWhateverTheFilter() {
    String last = names().get(59);
    session.togglePin(last);
    session.filterProperty().set(ModelFilter.NONE.withText("no such model"));
    assertEquals(List.of(last), names());
    session.togglePin(last);
    assertTrue(names().isEmpty());
  }

  @Test
  void undoTakesAlphaFilterAndPinBackInTurn() {
    List<String> before = names();
    session.alphaProperty().set(0.9);
    session.filterProperty().set(ModelFilter.NONE.withText("swin"));
    session.togglePin(before.get(3));
    session.undo().undo();
    assertEquals(List.of(), session.pinnedProperty().get());
    session.undo().undo();
    assertEquals(ModelFilter.NONE, session.filterProperty().get());
    session.undo().undo();
    assertEquals(before, names());
    session.undo().redo();
    assertEquals(0.9, session.alphaProperty().get());
  }

  @Test
  void sortsBothWaysWithTiesByPlace() {
    model.sortingProperty().set(new Sorting(SortKey.PARAMETERS, true));
    long last = Long.MAX_VALUE;
    for (RankingRow row : model.rows()) {
      long parameters = row.ranked().model().parameters().getAsLong();
      assertTrue(parameters <= last);
      last = parameters;
    }
    model.sortingProperty().set(new Sorting(SortKey.FAMILY, false));
    for (int i = 1; i < 60; i++) {
      RankedModel one = model.rows().get(i - 1).ranked();
      RankedModel two = model.rows().get(i).ranked();
      int order = one.model().family().compareTo(two.model().family());
      assertTrue(order < 0 || (order == 0 && one.rank() < two.rank()));
    }
  }

  @Test
  void selectionKeepsItsModelAndExplainsIt() {
    assertEquals(names().get(0), session.selectedModelProperty().get());
    String chosen = names().get(20);
    model.choose(chosen);
    Explanation explanation = model.explanationProperty().get();
    assertNotNull(explanation);
    for (int i = 0; i < explanation.alphas().length; i++) {
      assertEquals(
          names(recommendation.ranking(explanation.alphas()[i]).models()).indexOf(chosen) + 1,
          explanation.places()[i]);
    }
    session.alphaProperty().set(0.2);
    assertEquals(chosen, model.selectedProperty().get().model().name());
  }

  @Test
  void aFifthModelPushesTheOldestOutOfTheComparison() {
    names().subList(0, 5).forEach(session::toggleCompare);
    assertEquals(names().subList(1, 5), session.comparedProperty().get());
  }

  @Test
  void allScoresStandOnOneAxisThatAlphaDoesNotMove() {
    ScoreAxis axis = model.axisProperty().get();
    for (double alpha : new double[] {0, 0.3, 1}) {
      session.alphaProperty().set(alpha);
      assertEquals(axis, model.axisProperty().get());
      RankedModel best = model.rows().get(0).ranked();
      double at = axis.position(best.score());
      assertTrue(at > 0 && at <= 1, "the best at alpha " + alpha + " lies at " + at);
    }
    session.alphaProperty().set(0);
    long below =
        recommendation.ranking(0).models().stream().filter(r -> axis.position(r.low()) < 0).count();
    assertTrue(
        below <= recommendation.candidates().size() / 4 + 1, below + " begin below the axis");
  }

  @Test
  void anAxisOfEqualScoresHasALength() {
    Recommendation equal =
        new Recommendation(
            recommendation.task(),
            recommendation.candidates().subList(0, 2),
            new TransferPrediction(
                new double[] {0.5, 0.5}, new double[][] {{0.5, 0.5}}, List.of(), new double[0]),
            new MetaPrediction(new double[] {0.5, 0.5}, 0, index -> List.of()),
            new boolean[2]);
    ScoreAxis axis = ScoreAxis.of(equal);
    assertTrue(axis.high() > axis.low());
    assertTrue(Double.isFinite(axis.position(0.5)));
  }

  @Test
  void dataAndMultiplyAddsNarrow() {
    PretrainedModel first = recommendation.candidates().get(0);
    model.connect(Map.of());
    session.filterProperty().set(ModelFilter.NONE.withMultiplyAdds(5));
    assertEquals(List.of(), names(), "nothing is known of their cost");
    session
        .filterProperty()
        .set(ModelFilter.NONE.withPretrainingData(Set.of(first.pretrainingData())));
    assertFalse(names().isEmpty());
    assertTrue(
        model.rows().stream()
            .allMatch(r -> r.ranked().model().pretrainingData().equals(first.pretrainingData())));
    int counted = model.facetsProperty().get().pretrainingData().get(first.pretrainingData());
    assertEquals(counted, names().size());
    assertTrue(
        ModelFilter.NONE.withMultiplyAdds(5).accepts(first, OptionalLong.of(5_000_000_000L)));
    assertFalse(
        ModelFilter.NONE.withMultiplyAdds(5).accepts(first, OptionalLong.of(5_000_000_001L)));
  }

  @Test
  void hiddenColumnsAreRememberedExceptPlaceAndName() {
    SimpleObjectProperty<Settings> settings = new SimpleObjectProperty<>(Settings.DEFAULT);
    ReadOnlyObjectWrapper<Settings> kept = new ReadOnlyObjectWrapper<>(Settings.DEFAULT);
    kept.bind(settings);
    ColumnChoice choice = new ColumnChoice(kept.getReadOnlyProperty(), settings::set);
    choice.show(RankingColumn.META, false);
    choice.show(RankingColumn.MODEL, false);
    assertFalse(choice.isShown(RankingColumn.META));
    assertTrue(choice.isShown(RankingColumn.MODEL));
    assertEquals(List.of("meta"), settings.get().hiddenColumns());
    choice.show(RankingColumn.META, true);
    assertEquals(List.of(), settings.get().hiddenColumns());
  }
}
