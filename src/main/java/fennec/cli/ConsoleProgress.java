package fennec.cli;

import fennec.progress.Progress;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Shows progress as one line that is written over, on a terminal only, and turns Ctrl+C into a wish
 * to stop: the program gets a few seconds to put away what it has.
 */
final class ConsoleProgress implements Progress, AutoCloseable {

  private static final long SHOW_EVERY_NANOS = 100_000_000;
  private static final long GRACE_SECONDS = 5;

  /** Keeps a line that is too long for the terminal from running on into the next one. */
  private static final String CUT_OFF = "\u001b[?7l";

  private static final String WRAP_AGAIN = "\u001b[?7h";
  private static final String CLEAR = "\r\u001b[K";

  private final PrintWriter terminal;
  private final boolean bytes;
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread onInterrupt = new Thread(this::interrupt, "interrupt");
  private long shownAt;
  private long phaseStart;
  private String phase = "";
  private boolean lineOpen;

  ConsoleProgress() {
    this(false);
  }

  private ConsoleProgress(boolean bytes) {
    this.terminal = Terminal.console().map(Console::writer).orElse(null);
    this.bytes = bytes;
    Runtime.getRuntime().addShutdownHook(onInterrupt);
  }

  /** For work that counts bytes; they are shown as megabytes. */
  static ConsoleProgress ofBytes() {
    return new ConsoleProgress(true);
  }

  private void interrupt() {
    cancelled.set(true);
    try {
      if (!finished.await(GRACE_SECONDS, TimeUnit.SECONDS) && terminal != null) {
        terminal.println();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized void step(long done, long total, String what) {
    if (terminal == null) {
      return;
    }
    long now = System.nanoTime();
    if (!what.equals(phase)) {
      phase = what;
      phaseStart = now;
      shownAt = 0;
    }
    if (shownAt != 0 && now - shownAt < SHOW_EVERY_NANOS && done < total) {
      return;
    }
    shownAt = now;
    terminal.print(CLEAR + CUT_OFF + line(done, total, (now - phaseStart) / 1e9) + WRAP_AGAIN);
    terminal.flush();
    lineOpen = true;
  }

  private String line(long done, long total, double seconds) {
    if (total <= 0) {
      return phase + " " + done;
    }
    double rate = seconds > 0 ? done / seconds : 0;
    String left =
        rate > 0 && done < total
            ? String.format(Locale.ROOT, ", %s/s, %.0f s left", amount(rate), (total - done) / rate)
            : "";
    return phase + " " + amount((double) done) + " of " + amount((double) total) + left;
  }

  private String amount(double count) {
    return bytes
        ? String.format(Locale.ROOT, "%.1f MB", count / 1e6)
        : String.format(Locale.ROOT, "%.0f", count);
  }

  @Override
  public boolean isCancelled() {
    return cancelled.get();
  }

  /** Clears the line, so that something else can be written there. */
  synchronized void hide() {
    if (lineOpen) {
      terminal.print(CLEAR);
      terminal.flush();
      lineOpen = false;
    }
  }

  /** Clears the line and lets an interrupted program end. */
  @Override
  public synchronized void close() {
    hide();
    finished.countDown();
    if (!cancelled.get()) {
      Runtime.getRuntime().removeShutdownHook(onInterrupt);
    }
  }
}
