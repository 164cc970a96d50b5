package fennec.ui.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;

class CommandPaletteViewModelTest {

  private final ActionRegistry registry = new ActionRegistry();
  private final SimpleBooleanProperty possible = new SimpleBooleanProperty(true);
  private final CommandPaletteViewModel model;

  CommandPaletteViewModelTest() {
    registry.add(
        Action.of("a", "File", "Export ranking", "Shortcut+E", "", () -> {}).when(possible));
    registry.add(Action.of("b", "View", "Light theme", "", "", () -> {}));
    registry.add(Action.of("c", "Ranking", "Open page", "", "", () -> {}));
    model = new CommandPaletteViewModel(registry);
  }

  private String first() {
    return model.resultsProperty().get().get(0).id();
  }

  @Test
  void lettersInOrderAreEnough() {
    model.queryProperty().set("lt");
    assertEquals("b", first());
    model.queryProperty().set("er");
    assertEquals("a", first());
    model.queryProperty().set("zz");
    assertTrue(model.resultsProperty().get().isEmpty());
  }

  @Test
  void whatCannotBeDoneNowComesLast() {
    possible.set(false);
    model.reset();
    assertEquals("b", first());
    assertEquals("a", model.resultsProperty().get().get(2).id());
  }

  @Test
  void idsAndShortcutsAreTakenOnce() {
    assertThrows(
        IllegalArgumentException.class,
        () -> registry.add(Action.of("d", "File", "Edit", "Shortcut+E", "", () -> {})));
    assertThrows(
        IllegalArgumentException.class,
        () -> registry.add(Action.of("a", "File", "Other", "", "", () -> {})));
    assertThrows(
        IllegalArgumentException.class,
        () -> registry.add(Action.of("e", "Nowhere", "Other", "", "", () -> {})));
  }
}
