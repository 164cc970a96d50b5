package fennec.evaluate;

import fennec.recommend.ArchitectureFact;
import fennec.recommend.RecommenderSettings;
import fennec.recommend.TransferMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The methods that an evaluation sets side by side. */
public final class Methods {

  /** Label of the method that rankings are made by unless another is asked for. */
  public static final String DEFAULT = "fennec";

  /** Label of the similarity process alone. */
  public static final String SIMILARITY = "similarity";

  /** Label of Fennec as published. */
  public static final String PAPER = "paper";

  /** Label of the published transfer score alone. */
  public static final String PAPER_TRANSFER = "paper-transfer";

  /** Label of the meta score alone. */
  public static final String META = "meta";

  private Methods() {}

  /** Settings of the similarity method; number of factors and trees do not touch it. */
  static RecommenderSettings similarity() {
    RecommenderSettings paper = RecommenderSettings.PUBLISHED;
    return new RecommenderSettings(
        TransferMethod.SIMILARITY,
        paper.latentSize(),
        paper.trees(),
        paper.penalty(),
        paper.seed());
  }

  /**
   * {@link #DEFAULT} (similarity process and a little meta score), its transfer score alone, Fennec
   * as published, its transfer score alone, the meta score alone, and the {@link Baseline}s.
   *
   * @param architectures graph facts for the meta regressor, by name of the architecture
   */
  public static List<EvaluationMethod> all(Map<String, ArchitectureFact> architectures) {
    MethodParts parts = new MethodParts(architectures);
    RecommenderSettings paper = RecommenderSettings.PUBLISHED;
    List<EvaluationMethod> methods = new ArrayList<>();
    methods.add(merged(DEFAULT, parts, similarity()));
    methods.add(new MergedMethod(SIMILARITY, parts, similarity(), 0));
    methods.add(merged(PAPER, parts, paper));
    methods.add(new MergedMethod(PAPER_TRANSFER, parts, paper, 0));
    methods.add(new MergedMethod(META, parts, paper, 1));
    methods.addAll(List.of(Baseline.values()));
    return methods;
  }

  /** Transfer and meta score as a ranking by these settings merges them. */
  private static EvaluationMethod merged(
      String label, MethodParts parts, RecommenderSettings settings) {
    return new MergedMethod(label, parts, settings, settings.method().defaultAlpha());
  }

  /** The labels of {@link #all}, in its order. */
  public static List<String> labels() {
    return all(Map.of()).stream().map(EvaluationMethod::label).toList();
  }
}
