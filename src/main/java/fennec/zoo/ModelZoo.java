package fennec.zoo;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A set of pre-trained models, looked up by name and listed in the order of names. */
public final class ModelZoo {

  private final SortedMap<String, PretrainedModel> byName;

  /**
   * Collects {@code models}.
   *
   * @throws IllegalArgumentException if two models have the same name
   */
  public ModelZoo(Collection<PretrainedModel> models) {
    SortedMap<String, PretrainedModel> named = new TreeMap<>();
    for (PretrainedModel each : models) {
      if (named.put(each.name(), each) != null) {
        throw new IllegalArgumentException("two models are named " + each.name());
      }
    }
    this.byName = Collections.unmodifiableSortedMap(named);
  }

  /** All models in the order of their names. */
  public List<PretrainedModel> models() {
    return List.copyOf(byName.values());
  }

  /** The model with this name, if there is one. */
  public Optional<PretrainedModel> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Number of models. */
  public int size() {
    return byName.size();
  }
}
