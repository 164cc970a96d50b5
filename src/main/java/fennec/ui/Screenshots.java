package fennec.ui;

import fennec.app.PlaneMap;
import fennec.architecture.FlowDirection;
import fennec.architecture.FoldedItem;
import fennec.error.FennecException;
import fennec.evaluate.Baseline;
import fennec.evaluate.Methods;
import fennec.io.RankOptions;
import fennec.io.SettingsFile;
import fennec.ui.architecture.ArchitectureViewModel;
import fennec.ui.architecture.ColourBy;
import fennec.ui.architecture.GraphViewModel;
import fennec.ui.clusters.MapKind;
import fennec.ui.evaluation.EvaluationViewModel;
import fennec.ui.evaluation.PackChoice;
import fennec.ui.images.ImageMapViewModel;
import fennec.ui.target.SampleTask;
import fennec.ui.tasks.TasksViewModel;
import fennec.ui.theme.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.SnapshotParameters;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import javafx.util.Duration;
import javax.imageio.ImageIO;

/**
 * Ranks the first sample task in the real window and saves a picture of each pane in both themes.
 * Needs a display, a virtual one or Monocle on the class path.
 */
public final class Screenshots extends Application {

  private static final Duration LOOK = Duration.millis(400);
  private static final int QUIET_LOOKS = 4;
  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;
  private static final String PACK = "imagenet-cnn";
  private static final String SWEEP = "alpha";
  private static final List<String> QUICK =
      List.of(
          Methods.DEFAULT,
          Methods.PAPER_TRANSFER,
          Methods.META,
          Baseline.MEAN_STANDARDISED.label(),
          Baseline.NEAREST_TASK.label(),
          Baseline.PARAMETERS.label());
  private static final double SMALL_WIDTH = 1024;
  private static final double SMALL_HEIGHT = 700;
  private static final AtomicReference<Path> TARGET = new AtomicReference<>();
  private static final AtomicReference<FennecException> FAILURE = new AtomicReference<>();

  private final Deque<Runnable> steps = new ArrayDeque<>();
  private MainWindow window;
  private int quiet;

  /**
   * Saves the pictures into {@code folder} and returns when they are written.
   *
   * @throws FennecException if there is no display or the folder cannot be written
   */
  public static void save(Path folder) throws FennecException {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new FennecException("The folder " + folder + " cannot be made; choose another.", e);
    }
    TARGET.set(folder);
    WindowLaunch.run(Screenshots.class);
    if (FAILURE.get() != null) {
      throw FAILURE.get();
    }
  }

  @Override
  public void start(Stage stage) throws IOException {
    WindowLaunch.started();
    Path folder = TARGET.get();
    Path settings = Files.createTempDirectory("fennec-screenshots");
    window = new MainWindow(stage, new SettingsFile(settings.resolve("settings.json")), page -> {});
    window.show(new WorkbenchServices(RankOptions.DEFAULT));
    size(stage, WIDTH, HEIGHT);
    theme(Theme.LIGHT);
    DialogPictures dialogs =
        new DialogPictures(
            window, stage, steps::add, name -> write(folder, name, DialogPictures.all(stage)));
    steps.add(() -> picture(folder, "start-light"));
    steps.add(() -> theme(Theme.DARK));
    steps.add(() -> picture(folder, "start-dark"));
    steps.add(() -> size(stage, SMALL_WIDTH, SMALL_HEIGHT));
    steps.add(() -> picture(folder, "start-small"));
    steps.add(() -> size(stage, WIDTH, HEIGHT));
    steps.add(() -> theme(Theme.LIGHT));
    steps.add(this::rank);
    steps.add(() -> evaluate(Optional.empty()));
    steps.add(() -> evaluate(Optional.of(SWEEP)));
    for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
      steps.add(() -> theme(theme));
      for (Pane pane : window.panes().all()) {
        steps.add(() -> window.context().session().paneProperty().set(pane.id()));
        steps.add(() -> picture(folder, pane.id() + "-" + theme.label()));
        if (pane.id().equals("clusters")) {
          maps(folder, theme.label());
        }
        if (pane.id().equals("tasks")) {
          images(folder, "-" + theme.label(), 1);
        }
        if (pane.id().equals("evaluation")) {
          steps.add(() -> showResult(1));
          steps.add(() -> picture(folder, "evaluation-table-" + theme.label()));
          steps.add(() -> showResult(0));
        }
      }
      architecture(folder, theme.label());
      dialogs.add("-" + theme.label());
    }
    steps.add(() -> size(stage, SMALL_WIDTH, SMALL_HEIGHT));
    for (Pane pane : window.panes().all()) {
      steps.add(() -> window.context().session().paneProperty().set(pane.id()));
      steps.add(() -> picture(folder, pane.id() + "-small"));
      steps.add(() -> picture(folder, pane.id() + "-small-200", 2));
      if (pane.id().equals("tasks")) {
        images(folder, "-small", 1);
      }
    }
    dialogs.add("-small");
    dialogs.addFailures("-small");
    Timeline clock = new Timeline(new KeyFrame(LOOK, e -> next()));
    clock.setCycleCount(Animation.INDEFINITE);
    clock.play();
  }

  /** The other two maps of the architectures. */
  private void maps(Path folder, String theme) {
    for (MapKind kind : List.of(MapKind.UMAP, MapKind.NEIGHBOURS)) {
      steps.add(() -> window.panes().clustered().drawing().kindProperty().set(kind));
      String name = "clusters-" + kind.name().toLowerCase(Locale.ROOT) + "-" + theme;
      steps.add(() -> picture(folder, name));
    }
    steps.add(() -> window.panes().clustered().drawing().kindProperty().set(MapKind.PCA));
  }

  /** The map of the images with a class selected. */
  private void images(Path folder, String end, double scale) {
    ImageMapViewModel images = window.panes().imageMap();
    steps.add(() -> window.panes().history().viewProperty().set(TasksViewModel.View.IMAGES));
    steps.add(() -> picture(folder, "images" + end, scale));
    steps.add(() -> images.wayProperty().set(PlaneMap.Way.UMAP));
    steps.add(() -> images.selectClassOf(0));
    steps.add(() -> picture(folder, "images-selected" + end, scale));
    steps.add(
        () -> {
          images.clearSelection();
          images.wayProperty().set(PlaneMap.Way.PCA);
          window.panes().history().viewProperty().set(TasksViewModel.View.PAST);
        });
  }

  /**
   * The architecture pane with a block unfolded, coloured by cost, and with two graphs both ways.
   */
  private void architecture(Path folder, String theme) {
    ArchitectureViewModel graphs = window.panes().architecture();
    steps.add(() -> window.context().session().paneProperty().set(ArchitectureViewModel.PANE));
    steps.add(() -> unfoldFirst(graphs.first()));
    steps.add(() -> picture(folder, "architecture-unfolded-" + theme));
    steps.add(
        () -> {
          graphs.first().unfoldAll();
          graphs.colourByProperty().set(ColourBy.MULTIPLY_ADDS);
        });
    steps.add(() -> graphs.first().camera().zoom(0.6, 400, 200));
    steps.add(() -> picture(folder, "architecture-cost-" + theme));
    steps.add(
        () -> {
          graphs.first().select("");
          graphs.first().foldRepeated();
          graphs.toggleCompare();
        });
    steps.add(graphs.first()::actualSize);
    steps.add(() -> picture(folder, "architecture-compared-" + theme));
    steps.add(() -> graphs.directionProperty().set(FlowDirection.RIGHT));
    steps.add(() -> picture(folder, "architecture-right-" + theme));
    steps.add(() -> graphs.directionProperty().set(FlowDirection.DOWN));
    steps.add(
        () -> {
          graphs.toggleCompare();
          graphs.colourByProperty().set(ColourBy.KIND);
        });
  }

  private static void unfoldFirst(GraphViewModel graph) {
    graph.graphProperty().get().folding().folded().items().stream()
        .filter(FoldedItem::foldable)
        .findFirst()
        .ifPresent(
            block -> {
              graph.select(block.id());
              graph.unfold(block.id());
            });
  }

  /** Takes the next step once nothing has been running for a while. */
  private void next() {
    boolean busy =
        window.context().services().get() == null || !window.context().tasks().tasks().isEmpty();
    quiet = busy ? 0 : quiet + 1;
    if (quiet < QUIET_LOOKS) {
      return;
    }
    quiet = 0;
    Runnable step = steps.poll();
    if (step == null) {
      Platform.exit();
    } else {
      step.run();
    }
  }

  private void rank() {
    List<SampleTask> samples = window.panes().target().samples();
    if (!samples.isEmpty()) {
      window.panes().target().open(List.of(samples.get(0).folder()));
    }
  }

  /** A small evaluation: one pack, one draw, methods that are quick. */
  private void evaluate(Optional<String> sweep) {
    EvaluationViewModel evaluation = window.panes().evaluated();
    for (PackChoice pack : evaluation.packs()) {
      evaluation.choosePack(pack.name(), pack.name().equals(PACK));
    }
    for (String method : evaluation.methods()) {
      evaluation.chooseMethod(method, QUICK.contains(method));
    }
    evaluation.drawsProperty().set(1);
    evaluation.sweepProperty().set(sweep);
    evaluation.run();
  }

  private void showResult(int index) {
    EvaluationViewModel evaluation = window.panes().evaluated();
    if (index < evaluation.results().size()) {
      evaluation.shownProperty().set(evaluation.results().get(index));
      evaluation.cases().stream().reduce((a, b) -> b).ifPresent(evaluation.caseProperty()::set);
    }
  }

  private void theme(Theme theme) {
    window.context().appearance().themeProperty().set(theme);
  }

  private void picture(Path folder, String name) {
    picture(folder, name, 1);
  }

  /** The window as a display with {@code scale} times the pixels would show it. */
  private void picture(Path folder, String name, double scale) {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(Transform.scale(scale, scale));
    BufferedImage image =
        SwingFXUtils.fromFXImage(window.scene().getRoot().snapshot(parameters, null), null);
    write(folder, name, image);
  }

  private static void size(Stage stage, double width, double height) {
    stage.setWidth(width);
    stage.setHeight(height);
  }

  private static void write(Path folder, String name, BufferedImage image) {
    try {
      ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
    } catch (IOException e) {
      FAILURE.set(
          new FennecException("The picture " + name + " cannot be written to " + folder + ".", e));
      Platform.exit();
    }
  }
}
