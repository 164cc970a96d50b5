package fennec.ui.session;

import java.util.Set;

/**
 * Models picked elsewhere, for example by a lasso; the table shows only these.
 *
 * @param title where they come from, for people, for example {@code lasso in Clusters}
 * @param models names
 */
public record ModelSubset(String title, Set<String> models) {

  /** Copies the names. */
  public ModelSubset {
    models = Set.copyOf(models);
  }
}
