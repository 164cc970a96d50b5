package fennec.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.Test;

class UndoHistoryTest {

  private final AtomicLong clock = new AtomicLong();
  private final UndoHistory history = new UndoHistory(clock::get);
  private final SimpleDoubleProperty alpha = new SimpleDoubleProperty(0.5);
  private final SimpleStringProperty filter = new SimpleStringProperty("");

  UndoHistoryTest() {
    history.watch(alpha, "alpha");
    history.watch(filter, "filter");
  }

  @Test
  void aDragIsOneStep() {
    for (double value : new double[] {0.51, 0.6, 0.72}) {
      clock.addAndGet(50_000_000L);
      alpha.set(value);
    }
    history.undo();
    assertEquals(0.5, alpha.get());
    history.redo();
    assertEquals(0.72, alpha.get());
  }

  @Test
  void changesApartAreTwoSteps() {
    alpha.set(0.6);
    clock.addAndGet(2_000_000_000L);
    alpha.set(0.7);
    history.undo();
    assertEquals(0.6, alpha.get());
    history.undo();
    assertEquals(0.5, alpha.get());
    assertEquals("", history.undoNameProperty().get());
    assertEquals("alpha", history.redoNameProperty().get());
  }

  @Test
  void anotherPropertyEndsTheStepAndANewChangeForgetsRedo() {
    alpha.set(0.6);
    filter.set("vit");
    alpha.set(0.7);
    history.undo();
    assertEquals(0.6, alpha.get());
    assertEquals("filter", history.undoNameProperty().get());
    filter.set("swin");
    assertEquals("", history.redoNameProperty().get());
    history.undo();
    assertEquals("vit", filter.get());
  }

  @Test
  void silentChangesAreNoSteps() {
    history.silently(() -> alpha.set(0.9));
    assertEquals("", history.undoNameProperty().get());
  }
}
