package fennec.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
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

  @Test
  void stepsOfTheirOwnAreNeverOneStep() {
    List<String> calls = new ArrayList<>();
    history.add(this, "unfolding", () -> calls.add("fold"), () -> calls.add("unfold"));
    history.add(this, "folding", () -> calls.add("unfold again"), () -> calls.add("fold again"));
    assertEquals("folding", history.undoNameProperty().get());
    history.undo();
    history.undo();
    history.redo();
    assertEquals(List.of("unfold again", "fold", "unfold"), calls);
    assertEquals("folding", history.redoNameProperty().get());
    alpha.set(0.9);
    assertEquals("", history.redoNameProperty().get(), "a new change forgets redo");
  }

  @Test
  void forgottenStepsAreGoneFromBothSides() {
    Runnable never = () -> fail("it was forgotten");
    alpha.set(0.6);
    history.add("first", "unfolding", never, never);
    history.add("second", "folding", never, () -> {});
    filter.set("vit");
    history.undo();
    history.forget("second");
    assertEquals("unfolding", history.undoNameProperty().get());
    history.forget("first");
    assertEquals("alpha", history.undoNameProperty().get());
    history.redo();
    assertEquals("vit", filter.get());
    history.undo();
    history.undo();
    assertEquals(0.5, alpha.get());
  }

  @Test
  void silenceInSilenceLastsToTheEnd() {
    history.silently(
        () -> {
          history.silently(() -> alpha.set(0.9));
          filter.set("vit");
          history.add(this, "unfolding", () -> {}, () -> {});
        });
    assertEquals("", history.undoNameProperty().get());
  }

  @Test
  void selectionsInARowAreOneStep() {
    Session session = new Session(clock::get);
    session.undo().clear();
    for (String model : List.of("first", "second", "third")) {
      clock.addAndGet(1_500_000_000L);
      session.selectedModelProperty().set(model);
    }
    clock.addAndGet(3_000_000_000L);
    session.selectedModelProperty().set("much later");
    assertEquals("selected model", session.undo().undoNameProperty().get());
    session.undo().undo();
    assertEquals("third", session.selectedModelProperty().get());
    session.undo().undo();
    assertEquals("", session.selectedModelProperty().get());
    session.undo().redo();
    assertEquals("third", session.selectedModelProperty().get());
  }
}
