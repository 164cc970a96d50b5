package fennec.recommend;

import fennec.zoo.PretrainedModel;
import java.util.List;
import java.util.Map;

/**
 * Models without a history that are to be ranked beside those with one.
 *
 * @param models their facts
 * @param architectures graph facts of those whose graph is not among the history's
 * @param likeness how alike their architectures are to those of the history
 */
public record Newcomers(
    List<PretrainedModel> models,
    Map<String, ArchitectureFact> architectures,
    ArchitectureLikeness likeness) {

  /** Nobody. */
  public static final Newcomers NONE =
      new Newcomers(List.of(), Map.of(), ArchitectureLikeness.UNKNOWN);

  /** Copies the collections. */
  public Newcomers {
    models = List.copyOf(models);
    architectures = Map.copyOf(architectures);
  }
}
