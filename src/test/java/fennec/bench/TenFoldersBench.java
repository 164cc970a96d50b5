package fennec.bench;

import fennec.ui.RealWindow;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.SplittableRandom;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Duration;
import javax.imageio.ImageIO;

/**
 * Memory after each of twelve different folders of 60 random pictures, ranked one after another in
 * the real window with every pane shown each time. What is used after a full collection must not
 * grow: of the last ten the last may have 5 MB more than the first, or the exit code is 1. {@code
 * -Dfolders=N} ranks more. Set {@code -Dfennec.cache} to a new folder, so that pictures are
 * embedded, and see that there is a display.
 */
public final class TenFoldersBench {

  private static final int WARM_UP = 2;
  private static final int PICTURES = 60;
  private static final int SIDE = 160;
  private static final int CELL = 20;
  private static final int QUIET_LOOKS = 5;
  private static final double MEGABYTE = 1 << 20;
  private static final double MOST_GROWTH = 5;
  private static final int COLLECTIONS = 4;

  private final int folders = WARM_UP + Integer.getInteger("folders", 10);
  private final Deque<Runnable> steps = new ArrayDeque<>();
  private final RealWindow window;
  private final Path home;
  private int quiet;
  private double first;
  private double last;

  private TenFoldersBench(Path home) {
    this.home = home;
    this.window = new RealWindow(new Stage(), home);
    for (int i = 0; i < folders; i++) {
      int number = i;
      steps.add(() -> window.open(pictures(number)));
      for (String pane : window.panes()) {
        steps.add(() -> window.show(pane));
      }
      steps.add(() -> measure(number));
    }
  }

  /** Runs the bench on whatever display there is. */
  public static void main(String[] args) throws IOException {
    Path home = Files.createTempDirectory("fennec-ten-folders");
    Platform.startup(() -> {});
    // not inside startup, which fails when the toolkit has exited before it returns
    Platform.runLater(() -> new TenFoldersBench(home).run());
  }

  private void run() {
    Timeline clock = new Timeline(new KeyFrame(Duration.millis(100), e -> next()));
    clock.setCycleCount(Animation.INDEFINITE);
    clock.play();
  }

  private void next() {
    quiet = window.isBusy() ? 0 : quiet + 1;
    if (quiet < QUIET_LOOKS) {
      return;
    }
    quiet = 0;
    Runnable step = steps.poll();
    if (step != null) {
      step.run();
      return;
    }
    System.out.printf(Locale.ROOT, "growth over the last ten: %.1f MB%n", last - first);
    System.exit(last - first > MOST_GROWTH ? 1 : 0);
  }

  private void measure(int number) {
    if (!window.ranked().equals("folder" + number)) {
      throw new IllegalStateException("folder" + number + " was not ranked");
    }
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    last = (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
    if (number == WARM_UP) {
      first = last;
    }
    System.out.printf(Locale.ROOT, "folder %2d: %.1f MB used%n", number + 1, last);
  }

  /** Squares of random colours; another seed, other pictures. */
  private Path pictures(int seed) {
    Path folder = home.resolve("folder" + seed);
    SplittableRandom random = new SplittableRandom(seed);
    try {
      Files.createDirectories(folder);
      for (int i = 0; i < PICTURES; i++) {
        BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < SIDE; y += CELL) {
          for (int x = 0; x < SIDE; x += CELL) {
            paint(picture, x, y, random.nextInt(1 << 24));
          }
        }
        ImageIO.write(picture, "png", folder.resolve(i + ".png").toFile());
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return folder;
  }

  private static void paint(BufferedImage picture, int left, int top, int colour) {
    for (int y = top; y < top + CELL; y++) {
      for (int x = left; x < left + CELL; x++) {
        picture.setRGB(x, y, colour);
      }
    }
  }
}
