package fennec.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.progress.Work;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Whatever runs, the window keeps its content in sight. */
class StatusBarTest extends WindowJourney {

  private final CountDownLatch end = new CountDownLatch(1);

  @Override
  protected Work<Services> services() {
    FakeProgram program = new FakeProgram(5, List.of());
    return progress -> program.services();
  }

  @Test
  void manyTasksDoNotWidenTheWindow() throws Exception {
    try {
      fx(
          () -> {
            for (int i = 0; i < 6; i++) {
              window
                  .context()
                  .tasks()
                  .run(
                      "Drawing the network of neighbours of all architectures, part " + i,
                      progress -> {
                        progress.step(3, 1000, "laying out a long name of a phase");
                        while (end.getCount() > 0) {
                          LockSupport.parkNanos(5_000_000);
                        }
                        return null;
                      },
                      outcome -> {});
            }
          });
      until("six tasks shown", () -> robot.lookup("#cancel-task").queryAll().size() == 6);

      double bar = robot.lookup("#status-bar").query().getLayoutBounds().getWidth();
      double scene = robot.lookup("#status-bar").query().getScene().getWidth();
      double memory =
          robot.lookup("#status-memory").query().localToScene(0, 0).getX()
              + robot.lookup("#status-memory").query().getLayoutBounds().getWidth();
      assertTrue(bar <= scene + 1, bar + " of " + scene);
      assertTrue(memory <= scene + 1, memory + " of " + scene);
    } finally {
      end.countDown();
    }
  }
}
