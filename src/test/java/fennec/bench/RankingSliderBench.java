package fennec.bench;

import fennec.embedding.EmbeddedImage;
import fennec.io.Settings;
import fennec.recommend.Provenance;
import fennec.recommend.RecommenderSettings;
import fennec.ui.FakeProgram;
import fennec.ui.action.ActionRegistry;
import fennec.ui.message.WindowMessages;
import fennec.ui.ranking.ColumnChoice;
import fennec.ui.ranking.RankingView;
import fennec.ui.ranking.RankingViewModel;
import fennec.ui.session.Session;
import fennec.ui.session.TargetRun;
import fennec.ui.task.BackgroundTaskRunner;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/**
 * Milliseconds that one move of the alpha slider takes on the window's thread for 10,000 models:
 * merge, sort, rows, and the styles and layout of the pulse that shows them; painting is the
 * renderer's, on a thread of its own.
 */
public final class RankingSliderBench {

  private static final int MODELS = 10_000;
  private static final int WARM_UP = 100;
  private static final int MOVES = 200;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private RankingSliderBench() {}

  /** Runs the bench on whatever display there is. */
  public static void main(String[] args) {
    Platform.startup(() -> {});
    // not inside startup, which fails when the toolkit has exited before it returns
    Platform.runLater(() -> run(new Stage()));
  }

  private static void run(Stage stage) {
    Session session = new Session();
    RankingViewModel model =
        new RankingViewModel(session, new BackgroundTaskRunner(new WindowMessages()));
    RankingView view =
        new RankingView(
            model,
            new ActionRegistry(),
            new SimpleBooleanProperty(true),
            new SimpleBooleanProperty(true),
            new ColumnChoice(new SimpleObjectProperty<>(Settings.DEFAULT), settings -> {}),
            new Region());
    stage.setScene(new Scene(view, 1200, 800));
    stage.show();
    Provenance provenance =
        new Provenance(
            "bench",
            "17",
            "e",
            "E",
            "w",
            "CPU",
            "f",
            "f",
            1,
            0,
            List.of(),
            RecommenderSettings.DEFAULT,
            0.5,
            Instant.EPOCH);
    session
        .runProperty()
        .set(
            new TargetRun(
                List.of(Path.of("f")),
                "auto",
                FakeProgram.recommendation("f", List.of(new EmbeddedImage("a", "", 1, 1)), MODELS),
                provenance,
                List.of()));
    new Moves(session, stage.getScene()).start();
  }

  /** One move in each pulse, timed from the move to the end of the pulse's styles and layout. */
  private static final class Moves {
    private final Session session;
    private final Scene scene;
    private final double[] milliseconds = new double[MOVES];
    private final double[] processor = new double[MOVES];
    private final Runnable move = this::move;
    private final Runnable laidOut = this::laidOut;
    private int count = -WARM_UP;
    private long started;
    private long startedProcessor;

    Moves(Session session, Scene scene) {
      this.session = session;
      this.scene = scene;
    }

    void start() {
      scene.addPreLayoutPulseListener(move);
      scene.addPostLayoutPulseListener(laidOut);
      Platform.requestNextPulse();
    }

    private void move() {
      started = System.nanoTime();
      startedProcessor = THREADS.getCurrentThreadCpuTime();
      session.alphaProperty().set(Math.floorMod(count * 7, 101) / 100.0);
    }

    private void laidOut() {
      if (count >= 0) {
        milliseconds[count] = (System.nanoTime() - started) / 1e6;
        processor[count] = (THREADS.getCurrentThreadCpuTime() - startedProcessor) / 1e6;
      }
      count++;
      if (count < MOVES) {
        Platform.requestNextPulse();
      } else {
        scene.removePreLayoutPulseListener(move);
        scene.removePostLayoutPulseListener(laidOut);
        print("of time", milliseconds);
        print("of processor time", processor);
        // not within the pulse, whose end still needs the toolkit
        Platform.runLater(Platform::exit);
      }
    }
  }

  private static void print(String what, double[] milliseconds) {
    Arrays.sort(milliseconds);
    System.out.printf(
        Locale.ROOT,
        "%,d models, milliseconds %s: median %.1f, 95th percentile %.1f, worst %.1f%n",
        MODELS,
        what,
        milliseconds[MOVES / 2],
        milliseconds[MOVES * 95 / 100],
        milliseconds[MOVES - 1]);
  }
}
