package fennec.evaluate;

import fennec.recommend.ArchitectureFact;
import fennec.recommend.RecommenderSettings;
import fennec.recommend.TransferMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The methods that an evaluation sets side by side. */
public final class Methods {

  /** Weight of the meta score in the paper. */
  public static final double PAPER_ALPHA = 0.5;

  /**
   * Weight of the meta score beside the similarity process: on each pack, the one of 0, 0.1, 0.2
   * and so on to 1 with the best mean over the other packs is 0.1.
   */
  public static final double DEFAULT_ALPHA = 0.1;

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
   * Our default ({@code fennec}: similarity process and a little meta score), its transfer score
   * alone ({@code similarity}), Fennec as published ({@code paper}), its transfer score alone
   * ({@code paper-transfer}), the meta score alone ({@code meta}), and the {@link Baseline}s.
   *
   * @param architectures graph facts for the meta regressor, by name of the architecture
   */
  public static List<EvaluationMethod> all(Map<String, ArchitectureFact> architectures) {
    MethodParts parts = new MethodParts(architectures);
    RecommenderSettings paper = RecommenderSettings.PUBLISHED;
    List<EvaluationMethod> methods = new ArrayList<>();
    methods.add(new MergedMethod("fennec", parts, similarity(), DEFAULT_ALPHA));
    methods.add(new MergedMethod("similarity", parts, similarity(), 0));
    methods.add(new MergedMethod("paper", parts, paper, PAPER_ALPHA));
    methods.add(new MergedMethod("paper-transfer", parts, paper, 0));
    methods.add(new MergedMethod("meta", parts, paper, 1));
    methods.addAll(List.of(Baseline.values()));
    return methods;
  }
}
