package fennec.ui.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import fennec.progress.Work;
import fennec.ui.task.CurrentThreadTaskRunner;
import fennec.ui.task.Outcome;
import fennec.ui.task.RunningTask;
import fennec.ui.task.TaskRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;

/** Drawings that are made when they are asked for, kept, and given up where they cannot be made. */
class MapDrawingsTest {

  private enum Way {
    QUICK,
    SLOW
  }

  /** Keeps work until it is let go. */
  private static final class Held implements TaskRunner {
    private final CurrentThreadTaskRunner tasks = new CurrentThreadTaskRunner();
    private final List<Runnable> waiting = new ArrayList<>();

    @Override
    public <T> RunningTask run(String title, Work<T> work, Outcome<T> outcome) {
      waiting.add(() -> tasks.run(title, work, outcome));
      return new RunningTask(title);
    }

    @Override
    public <T> RunningTask runQuietly(Work<T> work, Outcome<T> outcome) {
      return run("", work, outcome);
    }

    @Override
    public ObservableList<RunningTask> tasks() {
      return tasks.tasks();
    }

    void letGo() {
      waiting.remove(0).run();
    }
  }

  private final Held tasks = new Held();
  private final MapDrawings<Way, String> drawings =
      new MapDrawings<>(tasks, Way.QUICK, way -> "Drawing " + way);

  @Test
  void aDrawingIsMadeOnceAndTheOneBeforeStaysUntilThen() {
    drawings.draw(way -> progress -> way + " of first");
    assertNull(drawings.drawingProperty().get());
    tasks.letGo();
    assertEquals("QUICK of first", drawings.drawingProperty().get());
    drawings.kindProperty().set(Way.SLOW);
    assertEquals("QUICK of first", drawings.drawingProperty().get());
    assertEquals(Way.QUICK, drawings.shownProperty().get());
    tasks.letGo();
    assertEquals("SLOW of first", drawings.drawingProperty().get());
    drawings.kindProperty().set(Way.QUICK);
    assertEquals("QUICK of first", drawings.drawingProperty().get());
    assertEquals(0, tasks.waiting.size());
  }

  @Test
  void otherPointsAreSeenQuicklyFirst() {
    drawings.draw(way -> progress -> way + " of first");
    tasks.letGo();
    drawings.kindProperty().set(Way.SLOW);
    drawings.draw(way -> progress -> way + " of second");
    tasks.letGo();
    assertNull(drawings.drawingProperty().get(), "the slow drawing of the first is late");
    tasks.letGo();
    assertEquals("QUICK of second", drawings.drawingProperty().get());
    tasks.letGo();
    assertEquals("SLOW of second", drawings.drawingProperty().get());
  }

  @Test
  void whatIsCancelledGivesWayToWhatIsShown() {
    drawings.draw(
        way ->
            progress -> {
              if (way == Way.SLOW) {
                throw new CancellationException();
              }
              return "quick";
            });
    tasks.letGo();
    drawings.kindProperty().set(Way.SLOW);
    tasks.letGo();
    assertEquals(Way.QUICK, drawings.kindProperty().get());
    assertEquals("quick", drawings.drawingProperty().get());
  }
}
