package fennec.ui.architecture;

import fennec.architecture.FlowDirection;
import fennec.architecture.LayeredLayout;
import fennec.ui.architecture.Inspection.Link;
import fennec.ui.architecture.Inspection.Row;
import fennec.ui.message.UserMessages;
import fennec.ui.session.Session;
import fennec.ui.session.TargetRun;
import fennec.ui.task.RunningTask;
import fennec.ui.task.TaskRunner;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;

/**
 * The architecture pane: the graph of the selected model, or of a file, alone or beside another.
 * Nothing is read before the pane is shown.
 */
public final class ArchitectureViewModel {

  /** Id of the pane. */
  public static final String PANE = "architecture";

  private final Session session;
  private final TaskRunner tasks;
  private final UserMessages messages;
  private final GraphViewModel first;
  private final GraphPair pair;
  private final DrawingExport export;
  private final FigureOverlay figures;
  private final ReadOnlyObjectWrapper<GraphViewModel> active;
  private final ReadOnlyObjectWrapper<GraphSearch> search =
      new ReadOnlyObjectWrapper<>(GraphSearch.NOTHING);
  private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Inspection> inspection = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<FlowDirection> direction =
      new SimpleObjectProperty<>(this, "direction", FlowDirection.DOWN);
  private final GraphReading reading;
  private final BooleanBinding shown;
  private final BooleanBinding usable;
  private ArchitectureService service;
  private String ranking = "";

  /** Creates the pane; it can read nothing before {@link #connect}. */
  public ArchitectureViewModel(Session session, TaskRunner tasks, UserMessages messages) {
    this.session = session;
    this.tasks = tasks;
    this.messages = messages;
    LayeredLayout layouts = new LayeredLayout();
    this.first = new GraphViewModel(tasks, layouts, direction, session.undo());
    this.pair =
        new GraphPair(first, new GraphViewModel(tasks, layouts, direction, session.undo()), tasks);
    this.active = new ReadOnlyObjectWrapper<>(first);
    this.export = new DrawingExport(active.getReadOnlyProperty(), tasks, messages);
    this.figures = new FigureOverlay(first, pair, tasks, messages);
    this.shown = session.paneProperty().isEqualTo(PANE);
    this.reading = new GraphReading(tasks, shown, this::opened, this::failed);
    this.usable = Bindings.and(shown, first.graphProperty().isNotNull());
    session.selectedModelProperty().addListener((o, before, now) -> wantModel(now));
    session.openedArchitectureProperty().addListener((o, before, now) -> wantFile(now));
    session.runProperty().addListener(o -> rankNewcomer());
    session.alphaProperty().addListener(o -> inspect());
    for (GraphViewModel each : List.of(first, pair.second())) {
      each.selectedProperty().addListener(o -> inspect());
      each.selection().lineProperty().addListener(o -> inspect());
      each.selection().groupProperty().addListener(o -> inspect());
      each.sheetProperty().addListener(o -> inspect());
    }
    pair.metricProperty().addListener(o -> inspect());
    pair.comparisonProperty()
        .addListener(
            (o, before, now) -> {
              if (now == null) {
                active.set(first);
              }
              inspect();
            });
    active.addListener(o -> find(search.get().text()));
    wantModel(session.selectedModelProperty().get());
    wantFile(session.openedArchitectureProperty().get());
  }

  /** Connects the program once it is loaded. */
  public void connect(ArchitectureService connected) {
    service = connected;
    reading.connect(connected);
  }

  private void wantModel(String model) {
    if (!model.isEmpty()) {
      reading.want(Prediction.graphOf(session.runProperty().get(), model));
    }
  }

  private void wantFile(Path file) {
    if (file != null) {
      reading.ask(file);
    }
  }

  /** Shows the graph of a file, an architecture or a model. */
  public void open(String given) {
    if (!given.isBlank()) {
      reading.ask(given.strip());
    }
  }

  /** Shows the graph of a file that was dropped or chosen. */
  public void open(Path file) {
    session.openedArchitectureProperty().set(null);
    session.openedArchitectureProperty().set(file);
  }

  private void opened(OpenGraph graph) {
    standing.set(null);
    search.set(GraphSearch.NOTHING);
    first.show(graph);
    pair.again();
    inspect();
    ArchitectureService asked = service;
    tasks.runQuietly(
        progress -> asked.standing(graph.graph(), progress),
        found -> {
          if (graph.equals(first.graphProperty().get())) {
            standing.set(found);
            inspect();
          }
        });
    rankNewcomer();
  }

  private void failed() {
    pair.stop();
    first.clear();
  }

  /** Ranks a file that is shown beside the candidates, unless it is among them. */
  private void rankNewcomer() {
    inspect();
    TargetRun run = session.runProperty().get();
    OpenGraph graph = first.graphProperty().get();
    if (run == null || graph == null || !graph.fromFile() || !shown.get() || service == null) {
      return;
    }
    String given = graph.given();
    String asking = given + " in " + run.provenance();
    if (Prediction.knows(run, given) || ranking.equals(asking)) {
      return;
    }
    ranking = asking;
    ArchitectureService asked = service;
    tasks.run(
        "Ranking " + GraphReading.shortened(given) + " beside the others",
        progress -> asked.rankWith(run, Path.of(given), progress),
        added -> {
          if (run.equals(session.runProperty().get())) {
            session.runProperty().set(added);
            session
                .undo()
                .silently(() -> session.selectedModelProperty().set(GraphReading.shortened(given)));
          }
        });
  }

  private void inspect() {
    GraphViewModel here = active.get();
    OpenGraph graph = here.graphProperty().get();
    if (graph == null) {
      inspection.set(null);
      return;
    }
    Optional<SideBySide> compared = Optional.ofNullable(pair.comparisonProperty().get());
    Optional<ComparedSide> side =
        compared.map(each -> here == first ? each.first() : each.second());
    Optional<Inspection> selected = SelectionInspection.of(here, side, pair.metric());
    if (selected.isPresent()) {
      inspection.set(selected.get());
      return;
    }
    List<Row> prediction =
        Prediction.rows(
            session.runProperty().get(),
            session.alphaProperty().get(),
            graph.given(),
            graph.graph().name());
    Optional<Standing> known =
        here == first ? Optional.ofNullable(standing.get()) : Optional.empty();
    inspection.set(GraphInspection.of(graph, known, prediction, compared));
  }

  /** Searches the graph at hand for {@code text}; finds nothing for an empty one. */
  public void find(String text) {
    OpenGraph graph = active.get().graphProperty().get();
    search.set(graph == null ? GraphSearch.NOTHING : GraphSearch.of(graph.graph(), text));
    for (GraphViewModel each : List.of(first, pair.second())) {
      each.selection()
          .mark(each == active.get() ? new HashSet<>(search.get().nodes()) : new HashSet<>());
    }
  }

  /** Goes to the next (1) or previous (-1) operation found. */
  public void findNext(int direction) {
    search.set(search.get().step(direction));
    active.get().selection().scatter();
    search.get().current().ifPresent(active.get()::reveal);
  }

  /** Follows a link of the inspector. */
  void follow(Link link) {
    switch (link.kind()) {
      case PART -> {
        active.get().selection().scatter();
        active.get().goTo(link.target());
      }
      case BLOCK -> active.get().fold(link.target());
      case GRAPH -> open(link.target());
    }
  }

  /** Makes one of the two graphs the one that keys, search and inspector are about. */
  void activate(GraphViewModel side) {
    active.set(side);
    inspect();
  }

  /** Puts the graph of {@code given} beside this one. */
  public void compareWith(String given) {
    if (service == null || first.graphProperty().get() == null || given.isBlank()) {
      return;
    }
    ArchitectureService asked = service;
    pair.compare(
        "Reading " + GraphReading.shortened(given),
        progress -> asked.open(given.strip(), progress));
  }

  /** Puts another graph beside this one, the likeliest first; or takes it away again. */
  public void toggleCompare() {
    if (pair.comparisonProperty().get() != null) {
      pair.stop();
      return;
    }
    String given = reading.loaded();
    Optional<String> other =
        session.comparedProperty().get().stream()
            .map(name -> Prediction.graphOf(session.runProperty().get(), name))
            .filter(name -> !name.equals(given))
            .findFirst()
            .or(
                () ->
                    Optional.ofNullable(standing.get())
                        .flatMap(s -> s.nearest().stream().map(n -> n.name()).findFirst()));
    other.ifPresentOrElse(
        this::compareWith,
        () -> messages.info("Compare", "Type the name of the other model beside \"Compare\"."));
  }

  /** Writes the drawing at hand. */
  public DrawingExport export() {
    return export;
  }

  /** Colours by figures from a file. */
  public FigureOverlay figures() {
    return figures;
  }

  /** The graph of the selected model or file. */
  public GraphViewModel first() {
    return first;
  }

  /** Both graphs. */
  GraphPair pair() {
    return pair;
  }

  /** The graph that keys, search and inspector are about. */
  ReadOnlyObjectProperty<GraphViewModel> activeProperty() {
    return active.getReadOnlyProperty();
  }

  /** What was searched for and found. */
  ReadOnlyObjectProperty<GraphSearch> searchProperty() {
    return search.getReadOnlyProperty();
  }

  /** What is said of the selected part or the graph; null without a graph. */
  ReadOnlyObjectProperty<Inspection> inspectionProperty() {
    return inspection.getReadOnlyProperty();
  }

  /** Why there is no graph, in a sentence; empty if there is one or none is wanted. */
  public ReadOnlyStringProperty problemProperty() {
    return reading.problemProperty();
  }

  /** Name of the model or file; empty before the first. */
  public ReadOnlyStringProperty titleProperty() {
    return reading.titleProperty();
  }

  /** The reading under way; null if there is none. */
  ReadOnlyObjectProperty<RunningTask> readingProperty() {
    return reading.readingProperty();
  }

  /** Names that can be opened. */
  ObservableList<String> names() {
    return reading.names();
  }

  /** Whether the pane is shown with a graph. */
  public BooleanBinding usable() {
    return usable;
  }

  /** Where the drawings flow to. */
  public ObjectProperty<FlowDirection> directionProperty() {
    return direction;
  }

  /** What colours tell. */
  public ObjectProperty<ColourBy> colourByProperty() {
    return pair.colourByProperty();
  }
}
