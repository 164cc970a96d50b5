package fennec.ui;

import fennec.architecture.FlowDirection;
import fennec.ui.architecture.ArchitectureActions;
import fennec.ui.architecture.ArchitectureView;
import fennec.ui.architecture.ArchitectureViewModel;
import fennec.ui.clusters.ClusterRanking;
import fennec.ui.clusters.ClustersActions;
import fennec.ui.clusters.ClustersView;
import fennec.ui.clusters.ClustersViewModel;
import fennec.ui.evaluation.EvaluationActions;
import fennec.ui.evaluation.EvaluationView;
import fennec.ui.evaluation.EvaluationViewModel;
import fennec.ui.evaluation.PlotPicture;
import fennec.ui.export.ExportActions;
import fennec.ui.export.ExportViewModel;
import fennec.ui.fetch.EncoderFetchViewModel;
import fennec.ui.fetch.EncoderListViewModel;
import fennec.ui.fetch.FetchActions;
import fennec.ui.images.ImageMapView;
import fennec.ui.images.ImageMapViewModel;
import fennec.ui.images.ImagesActions;
import fennec.ui.ranking.AlphaSlider;
import fennec.ui.ranking.ColumnChoice;
import fennec.ui.ranking.RankingActions;
import fennec.ui.ranking.RankingView;
import fennec.ui.ranking.RankingViewModel;
import fennec.ui.settings.RankSettingsViewModel;
import fennec.ui.settings.SettingsActions;
import fennec.ui.target.StartPage;
import fennec.ui.target.TargetActions;
import fennec.ui.target.TargetView;
import fennec.ui.target.TargetViewModel;
import fennec.ui.tasks.TasksView;
import fennec.ui.tasks.TasksViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.stage.Window;

/** The parts of the window, wired: the tabs, one line each, and what stands beside and above. */
final class Panes {

  private final PaneContext context;
  private final Supplier<Window> owner;
  private final MainViewModel main;
  private final BooleanProperty whyShown = new SimpleBooleanProperty(true);
  private final TargetViewModel target;
  private final RankingViewModel ranking;
  private final ExportViewModel export;
  private final ArchitectureViewModel architecture;
  private final ClustersViewModel clusters;
  private final ClusterRanking clusterRanking;
  private final TasksViewModel history;
  private final ImageMapViewModel images;
  private final EvaluationViewModel evaluation;
  private EvaluationView evaluationView;

  Panes(PaneContext context, MainViewModel main, Supplier<Window> owner) {
    this.context = context;
    this.owner = owner;
    this.main = main;
    this.target =
        new TargetViewModel(
            context.session(),
            context.tasks(),
            context.messages(),
            main.settingsProperty(),
            main::change);
    this.ranking = new RankingViewModel(context.session(), context.tasks());
    this.export =
        new ExportViewModel(
            context.session(),
            target,
            context.tasks(),
            context.messages(),
            () -> context.services().get() == null ? null : context.services().get().export(),
            () -> main.settingsProperty().get());
    this.architecture =
        new ArchitectureViewModel(context.session(), context.tasks(), context.messages());
    rememberDirection();
    whenLoaded(services -> architecture.connect(services.architectures()));
    this.evaluation = new EvaluationViewModel(context.tasks(), context.messages(), target::encoder);
    this.clusters = new ClustersViewModel(context.session(), context.tasks());
    this.history = new TasksViewModel(context.session(), context.tasks());
    this.images =
        new ImageMapViewModel(context.session(), context.tasks(), context.messages(), target::open);
    this.clusterRanking = new ClusterRanking(context.session(), context.tasks());
    whenLoaded(
        services -> {
          target.connect(services.recommendation());
          ranking.connect(services.work());
          clusters.connect(services.clusters());
          clusterRanking.connect(services.recommendation());
          history.connect(services.tasks());
          evaluation.connect(services.evaluation());
        });
  }

  private void rememberDirection() {
    ObjectProperty<FlowDirection> direction = architecture.directionProperty();
    direction.set(FlowDirection.of(main.settingsProperty().get().graphDirection()));
    direction.addListener(
        (o, before, now) ->
            main.change(main.settingsProperty().get().withGraphDirection(now.label())));
  }

  /** Adds the actions of all panes. */
  void addActions(Consumer<String> browser) {
    TargetActions.add(context.actions(), target, owner);
    addEncoderActions();
    RankSettingsViewModel settings =
        new RankSettingsViewModel(main.settingsProperty(), main::change, context.session(), target);
    settings.useRemembered();
    SettingsActions.add(context.actions(), settings, context.services(), owner);
    ExportActions.add(context.actions(), export, context.session(), owner);
    RankingActions.add(context.actions(), ranking, context.messages(), browser, whyShown);
    context.actions().add(GraphComparison.action(context.session(), architecture));
    ArchitectureActions.add(
        context.actions(),
        architecture,
        context.session(),
        context.appearance().darkProperty(),
        owner);
    ClustersActions.add(context.actions(), clusters, context.tasks(), context.messages(), owner);
    ImagesActions.add(context.actions(), images, owner);
    EvaluationActions.add(context.actions(), evaluation, this::savePlot, owner);
  }

  private void addEncoderActions() {
    EncoderListViewModel list =
        new EncoderListViewModel(
            context.tasks(), context.messages(), target::keeping, target::refreshEncoders);
    EncoderFetchViewModel fetch =
        new EncoderFetchViewModel(
            context.tasks(),
            target::downloads,
            target::encoders,
            () -> {
              target.refreshEncoders();
              list.refresh();
            });
    FetchActions.add(context.actions(), fetch, target::wanted, context.services(), owner);
    FetchActions.addList(context.actions(), list, fetch, context.services(), owner);
  }

  /** Writes the curves of the sweep that is shown to a picture. */
  void savePlot(Path file) {
    context.session().paneProperty().set("evaluation");
    PlotPicture.save(
        evaluationView.chart(),
        context.appearance().darkProperty().get(),
        file,
        evaluation,
        new PlotPicture.Target(context.tasks(), context.messages()));
  }

  /** The tabs from left to right. */
  List<Pane> all() {
    return List.of(
        new Pane("ranking", "Ranking", "fth-bar-chart-2", this::ranking),
        new Pane("architecture", "Architecture", "fth-git-merge", this::graphs),
        new Pane("clusters", "Clusters", "fth-share-2", this::clusters),
        new Pane("tasks", "Tasks", "fth-layers", this::tasks),
        new Pane("evaluation", "Evaluation", "fth-activity", this::evaluation));
  }

  /** The task pane on the left. */
  Node task(MainViewModel main) {
    return new TargetView(target, main.deviceProperty(), context.actions());
  }

  /** The alpha slider above the tabs. */
  Node slider() {
    AlphaSlider slider =
        new AlphaSlider(
            context.session().alphaProperty(), context.session().defaultAlphaProperty());
    whenLoaded(services -> slider.setCurve(services.qualityCurve()));
    return slider;
  }

  private Node evaluation() {
    evaluationView = new EvaluationView(evaluation, context.actions());
    return evaluationView;
  }

  private Node ranking() {
    return new RankingView(
        ranking,
        context.actions(),
        context.animations(),
        whyShown,
        new ColumnChoice(main.settingsProperty(), main::change),
        new StartPage(target, context.actions().find("file.open-folder").orElseThrow()));
  }

  private Node graphs() {
    return new ArchitectureView(
        architecture, context.actions(), context.appearance().darkProperty());
  }

  private Node clusters() {
    return new ClustersView(
        clusters,
        context.actions(),
        context.appearance().darkProperty(),
        clusterRanking.busyProperty());
  }

  private Node tasks() {
    return new TasksView(
        history,
        () ->
            new ImageMapView(
                images,
                context.actions(),
                () -> target.images().thumbnails(),
                context.appearance().darkProperty()),
        context.appearance().darkProperty());
  }

  /** Calls {@code then} once the program is loaded, or at once if it is. */
  void whenLoaded(Consumer<Services> then) {
    if (context.services().get() != null) {
      then.accept(context.services().get());
    }
    context
        .services()
        .addListener(
            (o, before, now) -> {
              if (now != null) {
                then.accept(now);
              }
            });
  }

  /** The task pane's state. */
  TargetViewModel target() {
    return target;
  }

  /** Exports and sessions. */
  ExportViewModel export() {
    return export;
  }

  /** The architecture pane's state. */
  ArchitectureViewModel architecture() {
    return architecture;
  }

  /** The evaluation pane's state. */
  EvaluationViewModel evaluated() {
    return evaluation;
  }

  /** The ranking pane's state. */
  RankingViewModel ranked() {
    return ranking;
  }

  /** The tasks pane's state. */
  TasksViewModel history() {
    return history;
  }

  /** The map of the user's images. */
  ImageMapViewModel imageMap() {
    return images;
  }

  /** The clusters pane's state. */
  ClustersViewModel clustered() {
    return clusters;
  }

  /** Whether the reasons are shown. */
  BooleanProperty whyShownProperty() {
    return whyShown;
  }
}
