package fennec.bench;

import fennec.app.ArchitectureInspection;
import fennec.architecture.Archi2Vec;
import fennec.architecture.ArchitectureGraph;
import fennec.error.FennecException;
import fennec.progress.Progress;
import fennec.ui.action.ActionRegistry;
import fennec.ui.architecture.ArchitectureActions;
import fennec.ui.architecture.ArchitectureService;
import fennec.ui.architecture.ArchitectureView;
import fennec.ui.architecture.ArchitectureViewModel;
import fennec.ui.architecture.FakeArchitectures;
import fennec.ui.architecture.GraphViewModel;
import fennec.ui.architecture.OpenGraph;
import fennec.ui.architecture.Standing;
import fennec.ui.message.WindowMessages;
import fennec.ui.session.Session;
import fennec.ui.session.TargetRun;
import fennec.ui.task.BackgroundTaskRunner;
import fennec.ui.theme.Appearance;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * Milliseconds from frame to frame while a graph is panned, painting and rendering included, as
 * fast as they can be made, and those that the threads of the window and of rendering computed in
 * the mean, which others on the machine change less: a folded graph, the largest of the atlas
 * unfolded, and one of 2,704 operations, each at three scales. Software rendering: {@code
 * -Dprism.order=sw}; an uncapped frame rate is asked for here.
 */
public final class PanningBench {

  private static final int WARM_UP = 60;
  private static final int FRAMES = 240;
  private static final Set<String> THREADS =
      Set.of("JavaFX Application Thread", "QuantumRenderer-0");
  private static final String MADE = "made";

  private final Session session = new Session();
  private final BackgroundTaskRunner tasks = new BackgroundTaskRunner(new WindowMessages());
  private final ArchitectureViewModel model =
      new ArchitectureViewModel(session, tasks, new WindowMessages());
  private final GraphViewModel graph = model.first();
  private final Deque<Runnable> steps = new ArrayDeque<>();
  private final double[] milliseconds = new double[FRAMES];
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Map<Long, Long> computed = new HashMap<>();
  private int frame = FRAMES;
  private long last;
  private String title = "";

  private PanningBench() {}

  /** Runs the bench on whatever display there is; {@code args}: an architecture of the atlas. */
  public static void main(String[] args) {
    System.setProperty("javafx.animation.fullspeed", "true");
    String largest = args.length > 0 ? args[0] : "hf.swin_large_patch4_window12_384";
    Platform.startup(() -> new PanningBench().start(new Stage(), largest));
  }

  private void start(Stage stage, String largest) {
    ActionRegistry actions = new ActionRegistry();
    ArchitectureActions.add(actions, model, session, new SimpleBooleanProperty(), () -> stage);
    Appearance appearance = new Appearance(tasks);
    Scene scene =
        new Scene(new ArchitectureView(model, actions, appearance.darkProperty()), 1440, 900);
    appearance.apply(scene);
    stage.setScene(scene);
    stage.show();
    session.paneProperty().set(ArchitectureViewModel.PANE);
    model.connect(new Graphs());
    for (String each : List.of(largest, MADE)) {
      steps.add(() -> model.open(each));
      measure(each + " folded");
      steps.add(graph::unfoldAll);
      measure(each + " unfolded");
    }
    new AnimationTimer() {
      @Override
      public void handle(long now) {
        tick();
      }
    }.start();
  }

  private void measure(String what) {
    steps.add(graph::actualSize);
    steps.add(() -> begin(what + ", 100 %"));
    steps.add(() -> graph.camera().zoom(0.3, 400, 300));
    steps.add(() -> begin(what + ", 30 %"));
    steps.add(graph.camera()::fit);
    steps.add(() -> begin(what + ", whole"));
  }

  private void begin(String what) {
    title = what;
    frame = -WARM_UP;
  }

  private void tick() {
    long now = System.nanoTime();
    if (frame < FRAMES) {
      if (frame == 0) {
        computed();
      }
      if (frame >= 0) {
        milliseconds[frame] = (now - last) / 1e6;
      }
      frame++;
      last = now;
      int turn = Math.floorMod(frame, 120) < 60 ? 1 : -1;
      graph.camera().pan(turn * 3, -turn * 17);
      if (frame == FRAMES) {
        report();
      }
    } else if (tasks.tasks().isEmpty()) {
      Runnable step = steps.poll();
      if (step == null) {
        Platform.exit();
      } else {
        step.run();
      }
    }
  }

  /** Milliseconds that the threads computed since this was last asked. */
  private double computed() {
    double sum = 0;
    for (ThreadInfo each : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (each != null && THREADS.contains(each.getThreadName())) {
        long now = threads.getThreadCpuTime(each.getThreadId());
        Long before = computed.put(each.getThreadId(), now);
        sum += (now - (before == null ? 0 : before)) / 1e6;
      }
    }
    return sum;
  }

  private void report() {
    double work = computed() / FRAMES;
    double[] sorted = milliseconds.clone();
    Arrays.sort(sorted);
    System.out.printf(
        Locale.ROOT,
        "%-55s %5d parts  scale %6.3f  median %6.1f ms  95th percentile %6.1f ms  worst %6.1f  computed %5.1f%n",
        title,
        graph.layout().boxes().size(),
        graph.camera().viewportProperty().get().scale(),
        sorted[FRAMES / 2],
        sorted[FRAMES * 95 / 100],
        sorted[FRAMES - 1],
        work);
  }

  /** The atlas, and a residual network of 2,704 operations. */
  private static final class Graphs implements ArchitectureService {

    @Override
    public List<String> names() {
      return List.of(MADE);
    }

    @Override
    public OpenGraph open(String given, Progress progress) throws FennecException {
      return OpenGraph.of(
          given,
          given.equals(MADE)
              ? new ArchitectureInspection.Found(
                  FakeArchitectures.residual(MADE, 540, 8), List.of())
              : new ArchitectureInspection(Path.of("assets")).look(given));
    }

    @Override
    public Standing standing(ArchitectureGraph graph, Progress progress) {
      return new Standing(0, 1, List.of(new Archi2Vec.Neighbour("none", 0)));
    }

    @Override
    public TargetRun rankWith(TargetRun run, Path file, Progress progress) {
      return run;
    }
  }
}
