package fennec.ui.architecture;

import fennec.architecture.FlowDirection;
import fennec.architecture.GraphLayout;
import fennec.progress.Work;
import fennec.ui.task.TaskRunner;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** Two graphs side by side, scrolled, zoomed and selected together; and the colours of both. */
final class GraphPair {

  private final GraphViewModel first;
  private final GraphViewModel second;
  private final TaskRunner tasks;
  private final ReadOnlyObjectWrapper<SideBySide> comparison = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<ColourBy> colourBy = new SimpleObjectProperty<>(ColourBy.KIND);
  private final ReadOnlyObjectWrapper<Colouring> firstColours =
      new ReadOnlyObjectWrapper<>(Colouring.NONE);
  private final ReadOnlyObjectWrapper<Colouring> secondColours =
      new ReadOnlyObjectWrapper<>(Colouring.NONE);
  private final ReadOnlyObjectWrapper<NodeMetric> metric = new ReadOnlyObjectWrapper<>();
  private Alignment alignment;
  private boolean following;

  GraphPair(GraphViewModel first, GraphViewModel second, TaskRunner tasks) {
    this.first = first;
    this.second = second;
    this.tasks = tasks;
    colourBy.addListener(o -> colour());
    comparison.addListener(o -> colour());
    metric.addListener(o -> colour());
    for (GraphViewModel each : List.of(first, second)) {
      each.sheetProperty()
          .addListener(
              o -> {
                colour();
                align();
              });
    }
    first.camera().viewportProperty().addListener(o -> followView(first, second));
    second.camera().viewportProperty().addListener(o -> followView(second, first));
    first.selectedProperty().addListener(o -> followSelection(first, second, true));
    second.selectedProperty().addListener(o -> followSelection(second, first, false));
  }

  /** Opens a graph by {@code opening} and puts it beside the first. */
  void compare(String title, Work<OpenGraph> opening) {
    OpenGraph left = first.graphProperty().get();
    tasks.run(
        title,
        progress -> SideBySide.of(left, opening.run(progress)),
        made -> {
          if (left.equals(first.graphProperty().get())) {
            show(made);
          }
        });
  }

  private void show(SideBySide made) {
    boolean same = made.right().equals(second.graphProperty().get());
    comparison.set(made);
    if (!colourBy.get().comparing()) {
      colourBy.set(ColourBy.DIFFERENCE);
    }
    if (same) {
      align();
    } else {
      second.show(made.right());
    }
  }

  /** Compares the second graph with the first, which is another now. */
  void again() {
    if (comparison.get() != null) {
      OpenGraph right = comparison.get().right();
      compare("Comparing with " + right.graph().name(), progress -> right);
    }
  }

  /** Takes the second graph away. */
  void stop() {
    comparison.set(null);
    second.clear();
    alignment = null;
    if (colourBy.get().comparing()) {
      colourBy.set(ColourBy.KIND);
    }
  }

  private Optional<ComparedSide> side(GraphViewModel graph) {
    SideBySide made = comparison.get();
    boolean current =
        made != null
            && made.left().equals(first.graphProperty().get())
            && made.right().equals(second.graphProperty().get());
    return current ? Optional.of(graph == first ? made.first() : made.second()) : Optional.empty();
  }

  private void colour() {
    firstColours.set(colouring(first));
    secondColours.set(colouring(second));
  }

  private Colouring colouring(GraphViewModel graph) {
    return graph.sheetProperty().get() == null
        ? Colouring.NONE
        : Colours.of(
            graph.sheetProperty().get(),
            graph.graphProperty().get(),
            colourBy.get(),
            side(graph),
            metric());
  }

  private void align() {
    GraphSheet left = first.sheetProperty().get();
    GraphSheet right = second.sheetProperty().get();
    alignment =
        left == null || right == null || left.layout().direction() != right.layout().direction()
            ? null
            : side(first).map(s -> Alignment.of(left, right, s.partner())).orElse(null);
    followView(first, second);
  }

  private void followView(GraphViewModel leader, GraphViewModel follower) {
    if (following || alignment == null || follower.sheetProperty().get() == null) {
      return;
    }
    following = true;
    try {
      Viewport view = leader.camera().viewportProperty().get();
      GraphLayout here = leader.layout();
      GraphLayout there = follower.layout();
      FlowDirection flow = here.direction();
      double place = flow.along(view.centreX(), view.centreY());
      double along = leader == first ? alignment.across(place) : alignment.back(place);
      double aside = flow.across(view.centreX(), view.centreY()) - here.breadth() / 2;
      double across = there.breadth() / 2 + aside;
      Viewport next = follower.camera().viewportProperty().get().at(view.scale());
      follower
          .camera()
          .look(
              flow == FlowDirection.DOWN
                  ? next.centredOn(across, along)
                  : next.centredOn(along, across));
    } finally {
      following = false;
    }
  }

  private void followSelection(GraphViewModel leader, GraphViewModel follower, boolean fromFirst) {
    SideBySide made = comparison.get();
    GraphSheet here = leader.sheetProperty().get();
    GraphSheet there = follower.sheetProperty().get();
    if (following || made == null || here == null || there == null) {
      return;
    }
    following = true;
    try {
      ComparedSide side = fromFirst ? made.first() : made.second();
      follower.select(
          here.item(leader.selectedProperty().get())
              .flatMap(
                  item ->
                      item.nodes()
                          .map(node -> side.partner().get(node.id()))
                          .filter(partner -> partner != null)
                          .findFirst())
              .flatMap(there::itemOf)
              .orElse(""));
    } finally {
      following = false;
    }
  }

  /** Colours both graphs by {@code figures}. */
  void colour(NodeMetric figures) {
    metric.set(figures);
    colourBy.set(ColourBy.FILE);
  }

  /** Figures of operations from a file, if one was opened. */
  Optional<NodeMetric> metric() {
    return Optional.ofNullable(metric.get());
  }

  /** The same, to be watched; null without a file. */
  ReadOnlyObjectProperty<NodeMetric> metricProperty() {
    return metric.getReadOnlyProperty();
  }

  GraphViewModel second() {
    return second;
  }

  /** The comparison; null while there is one graph. */
  ReadOnlyObjectProperty<SideBySide> comparisonProperty() {
    return comparison.getReadOnlyProperty();
  }

  ObjectProperty<ColourBy> colourByProperty() {
    return colourBy;
  }

  /** Colours of one of the two. */
  ReadOnlyObjectProperty<Colouring> coloursOf(GraphViewModel side) {
    return (side == first ? firstColours : secondColours).getReadOnlyProperty();
  }
}
