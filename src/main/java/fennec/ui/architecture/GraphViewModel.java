package fennec.ui.architecture;

import fennec.architecture.BlockFolding;
import fennec.architecture.FlowDirection;
import fennec.architecture.FoldedItem;
import fennec.architecture.GraphLayout;
import fennec.architecture.GraphLayout.Box;
import fennec.architecture.GraphNode;
import fennec.architecture.LayeredLayout;
import fennec.ui.session.UndoHistory;
import fennec.ui.task.Outcome;
import fennec.ui.task.RunningTask;
import fennec.ui.task.TaskRunner;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;

/** One graph as it is seen: what is unfolded, where it is looked at, which part is selected. */
public final class GraphViewModel {

  private static final String UNFOLDING = "unfolding a block";
  private static final String NO_STEP = "";

  private final TaskRunner tasks;
  private final LayeredLayout layouts;
  private final ReadOnlyObjectProperty<FlowDirection> direction;
  private final UndoHistory history;
  private final ReadOnlyObjectWrapper<OpenGraph> graph = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<GraphSheet> sheet = new ReadOnlyObjectWrapper<>();
  private final GraphCamera camera = new GraphCamera(sheet.getReadOnlyProperty());
  private final GraphSelection selection = new GraphSelection(sheet.getReadOnlyProperty());
  private Set<String> open = Set.of();
  private Set<String> asked = Set.of();
  private RunningTask running;

  /**
   * Shows no graph yet.
   *
   * @param direction where drawings flow to
   * @param history remembers what is folded and unfolded
   */
  GraphViewModel(
      TaskRunner tasks,
      LayeredLayout layouts,
      ReadOnlyObjectProperty<FlowDirection> direction,
      UndoHistory history) {
    this.tasks = tasks;
    this.layouts = layouts;
    this.direction = direction;
    this.history = history;
    direction.addListener(o -> relay(asked, NO_STEP));
  }

  /** Shows {@code next} with its repeated blocks folded. */
  void show(OpenGraph next) {
    clear();
    graph.set(next);
    camera.open();
    lay(next.folding().openAtFirst(), Optional.empty(), NO_STEP, () -> {});
  }

  /** Shows nothing. */
  void clear() {
    if (running != null) {
      running.cancel();
    }
    history.forget(this);
    graph.set(null);
    sheet.set(null);
    selection.clear();
    selection.mark(Set.of());
  }

  /**
   * Lays out with {@code next} unfolded; {@code anchor} stays where it is on the screen, and {@code
   * step} is what the history calls it.
   */
  private void lay(Set<String> next, Optional<GraphNode> anchor, String step, Runnable then) {
    OpenGraph shown = graph.get();
    FlowDirection flow = direction.get();
    asked = Set.copyOf(next);
    if (running != null) {
      running.cancel();
    }
    RunningTask[] self = new RunningTask[1];
    self[0] =
        tasks.run(
            "Laying out " + shown.graph().name(),
            progress -> new GraphSheet(layouts.layout(shown.folding().view(next), flow, progress)),
            new Outcome<GraphSheet>() {
              @Override
              public void done(GraphSheet laid) {
                if (shown.equals(graph.get()) && (running == self[0] || running == null)) {
                  running = null;
                  remember(step, Set.copyOf(next));
                  accept(laid, anchor);
                  then.run();
                }
              }

              @Override
              public void cancelled() {
                running = running == self[0] ? null : running;
              }
            });
    if (!self[0].stateProperty().get().isOver()) {
      running = self[0];
    }
  }

  private void remember(String step, Set<String> next) {
    Set<String> before = open;
    open = next;
    if (!step.equals(NO_STEP) && !before.equals(next)) {
      history.add(this, step, () -> relay(before, NO_STEP), () -> relay(next, NO_STEP));
    }
  }

  private void accept(GraphSheet laid, Optional<GraphNode> anchor) {
    GraphSheet before = sheet.get();
    // a new sheet may make a graph beside this one move the view
    Viewport view = camera.viewportProperty().get();
    Optional<GraphNode> chosen =
        before == null
            ? Optional.empty()
            : before.item(selected()).flatMap(item -> item.nodes().findFirst());
    sheet.set(laid);
    if (laid.item(selected()).isEmpty()) {
      selection.set(chosen.flatMap(node -> laid.itemOf(node.id())).orElse(""));
    }
    if (before == null) {
      camera.follow(view);
    } else if (turned(before, laid)
        && view.showsAll(before.layout().width(), before.layout().height())) {
      camera.follow(view.fitted(laid.layout().width(), laid.layout().height()));
    } else {
      camera.follow(anchor.map(node -> Anchor.kept(view, before, laid, node)).orElse(view));
    }
  }

  private static boolean turned(GraphSheet before, GraphSheet now) {
    return before.layout().direction() != now.layout().direction();
  }

  /** Shows 100 %, around the selected part if there is one. */
  public void actualSize() {
    Viewport view = camera.viewportProperty().get();
    if (sheet.get() != null && !selected().isEmpty()) {
      Box box = sheet.get().box(selected());
      camera.look(view.at(1).centredOn(box.middleX(), box.middleY()));
    } else {
      camera.look(view.at(1));
    }
  }

  /** Selects the part; an empty id selects none. */
  public void select(String id) {
    selection.select(id);
  }

  /** Selects the part and brings it into view. */
  void goTo(String id) {
    select(id);
    if (!selected().isEmpty()) {
      camera.show(sheet.get().box(id));
    }
  }

  /** Unfolds the block, in place. */
  public void unfold(String id) {
    Optional<FoldedItem> item = sheet.get() == null ? Optional.empty() : sheet.get().item(id);
    if (item.isPresent() && item.get().foldable()) {
      Set<String> next = new TreeSet<>(open);
      next.add(id);
      lay(next, item.get().nodes().findFirst(), UNFOLDING, () -> {});
    }
  }

  /** Unfolds the selected block or, if an operation is selected, folds the block around it. */
  void toggleSelected() {
    if (sheet.get() == null || selected().isEmpty()) {
      return;
    }
    if (sheet.get().item(selected()).filter(FoldedItem::foldable).isPresent()) {
      unfold(selected());
    } else {
      foldAround();
    }
  }

  /** Folds the innermost open block around the selected part. */
  public void foldAround() {
    List<String> around = around();
    if (!around.isEmpty()) {
      fold(around.get(around.size() - 1));
    }
  }

  /** Folds the open block with this id and selects it. */
  void fold(String id) {
    Optional<GraphNode> inside =
        sheet.get().item(selected()).flatMap(item -> item.nodes().findFirst());
    Set<String> next = new TreeSet<>(open);
    next.remove(id);
    lay(next, inside, "folding a block", () -> goTo(id));
  }

  /** Ids of the open blocks around the selected part, outermost first. */
  List<String> around() {
    if (sheet.get() == null) {
      return List.of();
    }
    return sheet
        .get()
        .item(selected())
        .flatMap(item -> item.nodes().findFirst())
        .map(node -> graph.get().folding().around(node.id()))
        .orElse(List.of())
        .stream()
        .filter(open::contains)
        .toList();
  }

  /** Folds every block. */
  public void foldAll() {
    relay(Set.of(), "folding all blocks");
  }

  /** Unfolds every block. */
  public void unfoldAll() {
    relay(graph.get() == null ? Set.of() : graph.get().folding().blocks(), "unfolding all blocks");
  }

  /** Folds repeated blocks, as at first. */
  public void foldRepeated() {
    relay(
        graph.get() == null ? Set.of() : graph.get().folding().openAtFirst(),
        "folding repeated blocks");
  }

  /**
   * Lays out anew; what the user looks at stays: the selected part if it is seen, or the middle.
   */
  private void relay(Set<String> next, String step) {
    if (graph.get() != null) {
      lay(next, sheet.get() == null ? Optional.empty() : lookedAt(), step, () -> {});
    }
  }

  private Optional<GraphNode> lookedAt() {
    Viewport view = camera.viewportProperty().get();
    GraphSheet now = sheet.get();
    return now.item(selected())
        .filter(item -> view.meets(now.box(item.id())))
        .or(() -> now.nearest(view.centreX(), view.centreY()))
        .flatMap(item -> item.nodes().findFirst());
  }

  /** Unfolds what lies around the operation, selects it and brings it into view. */
  void reveal(int node) {
    if (graph.get() == null || sheet.get() == null) {
      return;
    }
    BlockFolding folding = graph.get().folding();
    Set<String> next = new TreeSet<>(open);
    next.addAll(folding.around(node));
    Runnable go = () -> sheet.get().itemOf(node).ifPresent(this::goTo);
    if (next.equals(open)) {
      go.run();
    } else {
      lay(next, Optional.empty(), UNFOLDING, go);
    }
  }

  /** Goes to the first producer (-1) or consumer (1) of the selected part. */
  void along(int direction) {
    if (sheet.get() != null) {
      sheet.get().along(selected(), direction).ifPresent(this::goTo);
    }
  }

  /** Goes to the part before (-1) or after (1) the selected one in the order of computation. */
  void inOrder(int direction) {
    if (sheet.get() != null) {
      sheet.get().inOrder(selected(), direction).ifPresent(this::goTo);
    }
  }

  /** The graph; null if there is none. */
  public ReadOnlyObjectProperty<OpenGraph> graphProperty() {
    return graph.getReadOnlyProperty();
  }

  /** The graph as it is laid out; null before that. */
  ReadOnlyObjectProperty<GraphSheet> sheetProperty() {
    return sheet.getReadOnlyProperty();
  }

  /** Where the parts of the graph stand; null before it is laid out. */
  public GraphLayout layout() {
    return sheet.get() == null ? null : sheet.get().layout();
  }

  /** Which part of the drawing is seen. */
  public GraphCamera camera() {
    return camera;
  }

  /** Id of the selected part; empty if none. */
  public ReadOnlyStringProperty selectedProperty() {
    return selection.partProperty();
  }

  /** Whether what leads to and from the selected part is set off. */
  public BooleanProperty pathShownProperty() {
    return selection.pathShownProperty();
  }

  /** What is selected, gathered, on the path and found. */
  GraphSelection selection() {
    return selection;
  }

  private String selected() {
    return selection.partProperty().get();
  }

  /** Ids of the blocks that are unfolded. */
  Set<String> open() {
    return open;
  }
}
