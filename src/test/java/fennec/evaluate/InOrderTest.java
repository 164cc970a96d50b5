package fennec.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fennec.error.FennecException;
import fennec.progress.Progress;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InOrderTest {

  private final List<Integer> things = IntStream.range(0, 40).boxed().toList();

  @Test
  void theLastToEndKeepsItsPlace() throws FennecException {
    CountDownLatch secondIsDone = new CountDownLatch(1);

    List<String> results =
        InOrder.of(
            List.of(0, 1),
            2,
            Progress.NONE,
            (thing, progress) -> {
              if (thing == 0) {
                await(secondIsDone);
              } else {
                secondIsDone.countDown();
              }
              return "result " + thing;
            });

    assertThat(results).containsExactly("result 0", "result 1");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aFailureIsPassedOnAndTellsTheRestToStop() {
    CountDownLatch secondRuns = new CountDownLatch(1);
    AtomicBoolean told = new AtomicBoolean();

    assertThatThrownBy(
            () ->
                InOrder.of(
                    List.of(0, 1),
                    2,
                    Progress.NONE,
                    (thing, progress) -> {
                      if (thing == 0) {
                        await(secondRuns);
                        throw new FennecException("Task 0 has no scores.");
                      }
                      secondRuns.countDown();
                      while (!progress.isCancelled()) {
                        Thread.onSpinWait();
                      }
                      told.set(true);
                      return thing;
                    }))
        .isInstanceOf(FennecException.class)
        .hasMessage("Task 0 has no scores.");
    assertThat(told).isTrue();
  }

  @Test
  void nothingBeginsOnceTheWatcherAskedToStop() {
    AtomicBoolean stop = new AtomicBoolean();
    AtomicInteger begun = new AtomicInteger();
    Progress watcher =
        new Progress() {
          @Override
          public void step(long done, long total, String what) {}

          @Override
          public boolean isCancelled() {
            return stop.get();
          }
        };

    assertThatThrownBy(
            () ->
                InOrder.of(
                    things,
                    3,
                    watcher,
                    (thing, progress) -> {
                      begun.incrementAndGet();
                      stop.set(true);
                      progress.checkCancelled();
                      return thing;
                    }))
        .isInstanceOf(CancellationException.class);
    assertThat(begun.get()).isBetween(1, 3);
  }
}
