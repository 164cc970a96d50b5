package fennec.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fennec.embedding.ImageEmbeddings;
import fennec.error.FennecException;
import fennec.progress.Progress;
import fennec.recommend.ArchitectureFact;
import fennec.recommend.PlantedHistory;
import fennec.recommend.TransferHistory;
import fennec.recommend.TransferMethod;
import fennec.zoo.PretrainedModel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every sweep on the planted history. */
class SweepsTest {

  private static final EvaluationSettings ONE = new EvaluationSettings(1, 16, 1, true, true);

  private final EvaluationCase planted =
      new EvaluationCase(
          "planted", PlantedHistory.of(12, 6, 20, 3), PlantedHistory.of(9, 6, 20, 4));

  private static double value(SweepReport report, String series, double x) {
    return report.of("pearson_x100").stream()
        .filter(p -> p.series().equals(series) && p.x() == x)
        .mapToDouble(SweepPoint::value)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> settings(SweepReport report) {
    return report.points().stream().map(SweepPoint::setting).distinct().toList();
  }

  @Test
  void methodsOfTheTableLieOnTheAlphaCurve() throws FennecException {
    SweepReport report = Sweeps.alpha(planted, ONE, Map.of()).run(Progress.NONE);
    List<EvaluationMethod> merged =
        Methods.all(Map.of()).stream().filter(m -> !(m instanceof Baseline)).toList();
    EvaluationReport table =
        new EvaluationReport(
            new LeaveOneTaskOut(ONE).run(planted, merged, Progress.NONE), List.of());

    assertThat(report.of("pearson_x100")).hasSize(2 * 21);
    double similarity = table.mean("planted", "similarity", RankingMeasure.PEARSON).getAsDouble();
    double meta = table.mean("planted", "meta", RankingMeasure.PEARSON).getAsDouble();
    assertThat(value(report, "similarity", 0)).isEqualTo(similarity);
    assertThat(value(report, "paper", 0))
        .isEqualTo(table.mean("planted", "paper-transfer", RankingMeasure.PEARSON).getAsDouble());
    assertThat(value(report, "similarity", 1)).isEqualTo(meta);
    assertThat(value(report, "paper", 1)).isEqualTo(meta);
    assertThat(value(report, "similarity", TransferMethod.SIMILARITY.defaultAlpha()))
        .isEqualTo(table.mean("planted", Methods.DEFAULT, RankingMeasure.PEARSON).getAsDouble());
    assertThat(value(report, "paper", TransferMethod.PAPER.defaultAlpha()))
        .isEqualTo(table.mean("planted", Methods.PAPER, RankingMeasure.PEARSON).getAsDouble());
    assertThat(similarity).as("only the images tell what was planted").isGreaterThan(meta);
  }

  @Test
  void moreFactorsRebuildTheHistoryBetter() throws FennecException {
    SweepReport report = Sweeps.latentSize(planted, ONE).run(Progress.NONE);
    List<SweepPoint> errors = report.of("reconstruction_error");

    assertThat(errors)
        .extracting(SweepPoint::x)
        .containsExactly(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0);
    assertThat(errors.get(2).value())
        .as("a mean, a cosine and a sine")
        .isLessThan(0.5 * errors.get(0).value());
    assertThat(report.of("pearson_x100")).hasSize(10);
  }

  @Test
  void partsOfTheHistoryGrowToTheWhole() throws FennecException {
    SweepReport models = Sweeps.models(planted, ONE).run(Progress.NONE);
    SweepReport tasks = Sweeps.tasks(planted, ONE).run(Progress.NONE);

    assertThat(settings(models)).containsExactly("5 models", "6 models", "9 models", "12 models");
    assertThat(settings(tasks)).containsExactly("2 tasks", "3 tasks", "4 tasks", "6 tasks");
    assertThat(value(tasks, "similarity", 6)).isEqualTo(value(models, "similarity", 12));
    assertThat(value(tasks, "similarity", 6)).isGreaterThan(value(tasks, "similarity", 2));
  }

  @Test
  void imagesDomainsAndProxies() throws FennecException {
    SweepReport images = Sweeps.images(planted, ONE).run(Progress.NONE);
    SweepReport domains = Sweeps.domains(planted, ONE).run(Progress.NONE);
    TreeMap<String, Map<String, ImageEmbeddings>> proxies = new TreeMap<>();
    proxies.put("own", planted.history().taskImages());
    SweepReport proxy = Sweeps.proxy(planted, ONE, proxies).run(Progress.NONE);

    assertThat(settings(images))
        .containsExactly("5 images", "10 images", "20 images", "50 images", "100 images");
    assertThat(settings(domains)).as("the planted tasks name none").containsExactly("all domains");
    assertThat(settings(proxy)).containsExactly("own");
    EvaluationCase seen =
        new EvaluationCase(
            "planted",
            planted.history(),
            planted.tuning().withTaskImages(planted.history().taskImages()));
    assertThat(value(proxy, "similarity", 0))
        .as("the other packs are seen through the proxy as well")
        .isEqualTo(value(Sweeps.domains(seen, ONE).run(Progress.NONE), "similarity", 0));
  }

  @Test
  void clustersAndEncodingsReachTheMetaScore() throws FennecException {
    TransferHistory half = PlantedHistory.of(12, 6, 20, 3);
    List<PretrainedModel> named =
        half.models().stream()
            .map(
                m ->
                    new PretrainedModel(
                        m.name(),
                        "",
                        "net." + m.name(),
                        m.parameters(),
                        m.inputSize(),
                        "",
                        m.sourceAccuracy(),
                        ""))
            .toList();
    TransferHistory history =
        new TransferHistory(
            half.performance(), named, half.packs(), half.tasks(), half.taskImages());
    EvaluationCase on = new EvaluationCase("planted", history, planted.tuning());
    // Told by its mean score which half a network is in, the meta score must profit.
    double[] means =
        IntStream.range(0, named.size())
            .mapToDouble(
                i ->
                    IntStream.range(0, history.tasks().size())
                        .mapToDouble(j -> history.performance().score(i, j))
                        .average()
                        .orElseThrow())
            .toArray();
    double middle = Arrays.stream(means).sorted().skip(means.length / 2).findFirst().orElseThrow();
    TreeMap<String, ArchitectureFact> one = new TreeMap<>();
    TreeMap<String, ArchitectureFact> two = new TreeMap<>();
    for (int i = 0; i < named.size(); i++) {
      one.put(named.get(i).architecture(), new ArchitectureFact(0, 10));
      two.put(named.get(i).architecture(), new ArchitectureFact(means[i] < middle ? 0 : 1, 10));
    }
    TreeMap<Integer, Sweeps.Clustering> clusterings = new TreeMap<>();
    clusterings.put(1, new Sweeps.Clustering(one, new TreeMap<>(Map.of("silhouette", 0.0))));
    clusterings.put(2, new Sweeps.Clustering(two, new TreeMap<>(Map.of("silhouette", 0.5))));
    SweepReport clusters = Sweeps.clusters(on, ONE, clusterings).run(Progress.NONE);
    assertThat(settings(clusters)).containsExactly("1", "2");
    assertThat(clusters.of("silhouette")).extracting(SweepPoint::value).containsExactly(0.0, 0.5);
    assertThat(value(clusters, "meta", 2)).isGreaterThan(value(clusters, "meta", 1) + 10);

    Map<String, Map<String, ArchitectureFact>> encodings = new LinkedHashMap<>();
    encodings.put("halves", two);
    encodings.put("family", Map.of());
    encodings.put("none", null);
    SweepReport encoding = Sweeps.encodings(on, ONE, encodings).run(Progress.NONE);
    assertThat(settings(encoding)).containsExactly("halves", "family", "none");
    assertThat(value(encoding, "meta", 0)).isEqualTo(value(clusters, "meta", 2));
    assertThat(value(encoding, "meta", 1))
        .as("no family is stated, so the family tells nothing")
        .isEqualTo(value(encoding, "meta", 2));
  }

  @Test
  void everySweepStopsWhenAsked() {
    Progress impatient =
        new Progress() {
          @Override
          public void step(long done, long total, String what) {}

          @Override
          public boolean isCancelled() {
            return true;
          }
        };

    for (EvaluationSweep sweep :
        List.of(
            Sweeps.alpha(planted, ONE, Map.of()),
            Sweeps.latentSize(planted, ONE),
            Sweeps.encodings(planted, ONE, Map.of("family", Map.of())),
            Sweeps.images(planted, ONE),
            Sweeps.tasks(planted, ONE))) {
      assertThatThrownBy(() -> sweep.run(impatient)).isInstanceOf(CancellationException.class);
    }
  }
}
