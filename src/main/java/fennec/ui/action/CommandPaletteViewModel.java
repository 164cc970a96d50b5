package fennec.ui.action;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * Finds actions by a few letters: all letters of the query must occur in the title in that order;
 * letters that begin words and letters in a row weigh more.
 */
public final class CommandPaletteViewModel {

  private record Hit(Action action, int weight) {}

  private final ActionRegistry registry;
  private final StringProperty query = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<List<Action>> results =
      new ReadOnlyObjectWrapper<>(List.of());

  /** Creates a palette of the actions in {@code registry}. */
  public CommandPaletteViewModel(ActionRegistry registry) {
    this.registry = registry;
    query.addListener(o -> search());
    search();
  }

  /** What the user typed. */
  public StringProperty queryProperty() {
    return query;
  }

  /** Matching actions, the best first; those that cannot be done now come last. */
  public ReadOnlyObjectProperty<List<Action>> resultsProperty() {
    return results.getReadOnlyProperty();
  }

  /** Starts anew with an empty query. */
  public void reset() {
    query.set("");
    search();
  }

  private void search() {
    results.set(
        registry.actions().stream()
            .map(
                action ->
                    new Hit(
                        action, weight(query.get(), action.fullTitle()).orElse(Integer.MIN_VALUE)))
            .filter(hit -> hit.weight > Integer.MIN_VALUE)
            .sorted(
                Comparator.comparing((Hit hit) -> !hit.action.isEnabled())
                    .thenComparing(hit -> -hit.weight))
            .map(Hit::action)
            .toList());
  }

  /** How well {@code query} fits {@code title}; empty if a letter is missing. */
  static OptionalInt weight(String query, String title) {
    String wanted = query.toLowerCase(Locale.ROOT).replace(" ", "");
    String text = title.toLowerCase(Locale.ROOT);
    int weight = 0;
    int at = -1;
    for (int i = 0; i < wanted.length(); i++) {
      int next = text.indexOf(wanted.charAt(i), at + 1);
      if (next < 0) {
        return OptionalInt.empty();
      }
      boolean wordBegins = next == 0 || !Character.isLetterOrDigit(text.charAt(next - 1));
      weight += (wordBegins ? 8 : 0) + (next == at + 1 ? 5 : 0) - Math.min(3, next - at - 1);
      at = next;
    }
    return OptionalInt.of(weight);
  }
}
