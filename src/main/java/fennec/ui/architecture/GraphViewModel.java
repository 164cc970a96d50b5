package fennec.ui.architecture;

import fennec.architecture.BlockFolding;
import fennec.architecture.FoldedItem;
import fennec.architecture.GraphLayout;
import fennec.architecture.GraphLayout.Box;
import fennec.architecture.GraphNode;
import fennec.architecture.LayeredLayout;
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

  private final TaskRunner tasks;
  private final LayeredLayout layouts;
  private final ReadOnlyObjectWrapper<OpenGraph> graph = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<GraphSheet> sheet = new ReadOnlyObjectWrapper<>();
  private final GraphCamera camera = new GraphCamera(sheet.getReadOnlyProperty());
  private final GraphSelection selection = new GraphSelection(sheet.getReadOnlyProperty());
  private Set<String> open = Set.of();
  private RunningTask running;

  GraphViewModel(TaskRunner tasks, LayeredLayout layouts) {
    this.tasks = tasks;
    this.layouts = layouts;
  }

  /** Shows {@code next} with its repeated blocks folded. */
  void show(OpenGraph next) {
    clear();
    graph.set(next);
    camera.open();
    lay(next.folding().openAtFirst(), Optional.empty(), () -> {});
  }

  /** Shows nothing. */
  void clear() {
    if (running != null) {
      running.cancel();
    }
    graph.set(null);
    sheet.set(null);
    selection.clear();
    selection.mark(Set.of());
  }

  /** Lays out with {@code next} unfolded; {@code anchor} stays where it is on the screen. */
  private void lay(Set<String> next, Optional<GraphNode> anchor, Runnable then) {
    OpenGraph asked = graph.get();
    if (running != null) {
      running.cancel();
    }
    RunningTask[] self = new RunningTask[1];
    self[0] =
        tasks.run(
            "Laying out " + asked.graph().name(),
            progress -> new GraphSheet(layouts.layout(asked.folding().view(next), progress)),
            new Outcome<GraphSheet>() {
              @Override
              public void done(GraphSheet laid) {
                if (asked.equals(graph.get()) && (running == self[0] || running == null)) {
                  running = null;
                  open = Set.copyOf(next);
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

  private void accept(GraphSheet laid, Optional<GraphNode> anchor) {
    Optional<Box> before = anchor.flatMap(node -> boxOf(sheet.get(), node));
    Optional<Box> after = anchor.flatMap(node -> boxOf(laid, node));
    Optional<GraphNode> chosen =
        sheet.get() == null
            ? Optional.empty()
            : sheet.get().item(selected()).flatMap(item -> item.nodes().findFirst());
    sheet.set(laid);
    if (laid.item(selected()).isEmpty()) {
      selection.set(chosen.flatMap(node -> laid.itemOf(node.id())).orElse(""));
    }
    Viewport view = camera.viewportProperty().get();
    if (before.isPresent() && after.isPresent()) {
      double x = GraphSheet.middle(after.get()) - GraphSheet.middle(before.get());
      double y = after.get().y() - before.get().y();
      view = view.panned(-x * view.scale(), -y * view.scale());
    }
    camera.follow(view);
  }

  private static Optional<Box> boxOf(GraphSheet sheet, GraphNode node) {
    return sheet == null ? Optional.empty() : sheet.itemOf(node.id()).map(sheet::box);
  }

  /** Shows 100 %, around the selected part if there is one. */
  public void actualSize() {
    Viewport view = camera.viewportProperty().get();
    if (sheet.get() != null && !selected().isEmpty()) {
      Box box = sheet.get().box(selected());
      camera.look(view.at(1).centredOn(GraphSheet.middle(box), box.y() + box.height() / 2));
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
      lay(next, item.get().nodes().findFirst(), () -> {});
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
    lay(next, inside, () -> goTo(id));
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
    relay(Set.of());
  }

  /** Unfolds every block. */
  public void unfoldAll() {
    relay(graph.get() == null ? Set.of() : graph.get().folding().blocks());
  }

  /** Folds repeated blocks, as at first. */
  public void foldRepeated() {
    relay(graph.get() == null ? Set.of() : graph.get().folding().openAtFirst());
  }

  private void relay(Set<String> next) {
    if (graph.get() == null) {
      return;
    }
    Optional<GraphNode> anchor = Optional.empty();
    if (sheet.get() != null) {
      Viewport view = camera.viewportProperty().get();
      anchor =
          sheet
              .get()
              .item(selected())
              .or(() -> sheet.get().nearest(view.centreX(), view.centreY()))
              .flatMap(item -> item.nodes().findFirst());
    }
    lay(next, anchor, () -> {});
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
      lay(next, Optional.empty(), go);
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
