package fennec.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.testing.PlantedTasks;
import fennec.zoo.PretrainedModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecommendationTest {

  private static PretrainedModel named(String name) {
    return new PretrainedModel(
        name, "", "", OptionalLong.empty(), OptionalInt.empty(), "", OptionalDouble.empty(), "");
  }

  private static Recommendation of(double[] transfer, double[][] draws, double[] meta) {
    List<PretrainedModel> models =
        List.of(named("a"), named("b"), named("c"), named("d")).subList(0, transfer.length);
    return new Recommendation(
        TargetTask.of("folder", PlantedTasks.task(0, 4, 3, 1), 4),
        models,
        new TransferPrediction(transfer, draws, List.of(), new double[0]),
        new MetaPrediction(meta, 0.1, i -> List.of()),
        new boolean[transfer.length]);
  }

  private static List<String> names(Ranking ranking) {
    return ranking.models().stream().map(row -> row.model().name()).toList();
  }

  @Test
  void alphaMergesTheTwoScores() {
    double[] transfer = {0.9, 0.5, 0.1};
    Recommendation recommendation =
        of(transfer, new double[][] {transfer}, new double[] {0.2, 0.4, 0.8});
    assertEquals(List.of("a", "b", "c"), names(recommendation.ranking(0)));
    assertEquals(List.of("c", "b", "a"), names(recommendation.ranking(1)));
    Ranking quarter = recommendation.ranking(0.25);
    assertEquals(0.75 * 0.9 + 0.25 * 0.2, quarter.models().get(0).score(), 1e-15);
    assertEquals(1, quarter.models().get(0).rank());
    assertEquals(0.9, quarter.models().get(0).transfer());
    assertEquals(0.2, quarter.models().get(0).meta());
  }

  @Test
  void rowsMadeWhenAskedForAreTheRowsOfTheirPlaces() {
    double[] transfer = {0.1, 0.9, 0.5};
    double[] meta = {0.8, 0.2, 0.4};
    Ranking ranking = of(transfer, new double[][] {transfer, meta}, meta).ranking(0.25);

    assertEquals(List.of("b", "c", "a"), names(ranking));
    assertEquals(new Ranking(0.25, new ArrayList<>(ranking.models())), ranking);
    for (int place = 0; place < 3; place++) {
      assertEquals(place + 1, ranking.models().get(place).rank());
      assertEquals(ranking.models().get(place).index(), ranking.candidate(place));
    }
    assertThrows(UnsupportedOperationException.class, () -> ranking.models().remove(0));
  }

  @Test
  void equalScoresRankByName() {
    double[] equal = {0.5, 0.5, 0.5, 0.5};
    assertEquals(
        List.of("a", "b", "c", "d"), names(of(equal, new double[][] {equal}, equal).ranking(0.5)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
  void alphaOutsideItsRangeIsRefused(double alpha) {
    double[] scores = {0.5, 0.4};
    Recommendation recommendation = of(scores, new double[][] {scores}, scores);
    assertThrows(IllegalArgumentException.class, () -> recommendation.ranking(alpha));
  }

  @Test
  void placesSpreadWhereDrawsDisagreeAndOnlyThere() {
    double[][] draws = new double[20][];
    for (int s = 0; s < draws.length; s++) {
      draws[s] = s % 2 == 0 ? new double[] {0.9, 0.5, 0.4} : new double[] {0.9, 0.4, 0.5};
    }
    double[] mean = {0.9, 0.45, 0.45};
    Recommendation recommendation = of(mean, draws, new double[] {0.5, 0.5, 0.5});
    List<RankInterval> places = recommendation.rankIntervals(0);
    assertEquals(new RankInterval(1, 1), places.get(0));
    assertEquals(new RankInterval(2, 3), places.get(1));
    assertEquals(new RankInterval(2, 3), places.get(2));
  }

  @Test
  void ownPlaceIsAmongThePlacesThoughDrawsPutOthersFirst() {
    double[][] draws = new double[20][];
    for (int s = 0; s < draws.length; s++) {
      draws[s] = new double[] {0.5, 0.6, 0.4};
      draws[s][s % 2 == 0 ? 1 : 2] = 0.7;
    }
    Recommendation recommendation =
        of(new double[] {0.56, 0.55, 0.54}, draws, new double[] {0.5, 0.5, 0.5});

    RankInterval places = recommendation.rankIntervals(0).get(0);

    assertEquals(1, recommendation.ranking(0).models().get(0).rank());
    assertEquals("a", recommendation.ranking(0).models().get(0).model().name());
    assertEquals(new RankInterval(1, 3), places);
  }

  @Test
  void theIntervalHoldsTheScoreAndNarrowsToNothingWithoutDoubt() {
    double[] scores = {0.6, 0.5};
    double[][] draws = {{0.5, 0.5}, {0.7, 0.5}};
    Ranking ranking = of(scores, draws, scores).ranking(0);
    RankedModel doubtful = ranking.models().get(0);
    assertTrue(doubtful.low() < 0.6 && doubtful.high() > 0.6, doubtful.toString());
    assertEquals(0.5, ranking.models().get(1).low());
  }

  @Test
  void anIntervalEndsWhereAccuraciesDo() {
    double[] scores = {0.98, 0.02};
    double[][] draws = {{0.7, 0.3}, {1.2, -0.3}};

    Ranking ranking = of(scores, draws, scores).ranking(0);

    assertEquals(1, ranking.models().get(0).high());
    assertEquals(0, ranking.models().get(1).low());
  }

  @Test
  void candidatesOutOfOrderAreRefused() {
    double[] scores = {0.5, 0.4};
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Recommendation(
                TargetTask.of("folder", PlantedTasks.task(0, 4, 3, 1), 4),
                Arrays.asList(named("b"), named("a")),
                new TransferPrediction(scores, new double[][] {scores}, List.of(), new double[0]),
                new MetaPrediction(scores, 0, i -> List.of()),
                new boolean[2]));
  }
}
