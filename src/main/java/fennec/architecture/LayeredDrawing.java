package fennec.architecture;

import fennec.architecture.GraphLayout.Box;
import fennec.architecture.GraphLayout.Point;
import fennec.architecture.GraphLayout.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.CrossingMinimizationStrategy;
import org.eclipse.elk.alg.layered.options.FixedAlignment;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** One layout: the graph as the Eclipse Layout Kernel wants it, and back. */
final class LayeredDrawing {

  /** Edges over more layers than this run along the side. */
  static final int LONGEST_SPAN = 20;

  /** Up to as many parts the placement that draws chains straight is quick, and narrow enough. */
  private static final int STRAIGHT = 150;

  private static final double HEADER = 24;
  private static final double LINE = 15;
  private static final double MARGIN = 24;

  /** Between layers one below the other; a shape beside a line is 12 high. */
  private static final double BELOW = 34;

  /** Letters of a shape are at most that wide. */
  private static final double LETTER = 6.9;

  private static final double LONGEST_SHAPE = 110;

  static {
    // registers the types of the kernel's options; without it their defaults cannot be copied
    LayoutMetaDataService.getInstance();
  }

  private final FoldedGraph graph;
  private final FlowDirection direction;
  private final Map<String, ElkNode> elkNodes = new LinkedHashMap<>();
  private final Map<FoldedEdge, ElkEdge> elkEdges = new HashMap<>();
  private final Map<String, NodeFace> faces = new HashMap<>();

  LayeredDrawing(FoldedGraph graph, FlowDirection direction) {
    this.graph = graph;
    this.direction = direction;
  }

  GraphLayout layout() {
    ElkNode root = ElkGraphUtil.createGraph();
    root.setProperty(
        LayeredOptions.DIRECTION,
        direction == FlowDirection.DOWN ? Direction.DOWN : Direction.RIGHT);
    root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    root.setProperty(LayeredOptions.RANDOM_SEED, 1);
    root.setProperty(
        LayeredOptions.NODE_PLACEMENT_STRATEGY,
        graph.items().size() <= STRAIGHT
            ? NodePlacementStrategy.BRANDES_KOEPF
            : NodePlacementStrategy.LINEAR_SEGMENTS);
    root.setProperty(LayeredOptions.NODE_PLACEMENT_BK_FIXED_ALIGNMENT, FixedAlignment.BALANCED);
    root.setProperty(
        LayeredOptions.CROSSING_MINIMIZATION_STRATEGY, CrossingMinimizationStrategy.LAYER_SWEEP);
    root.setProperty(LayeredOptions.SPACING_NODE_NODE, 40.0);
    root.setProperty(LayeredOptions.SPACING_EDGE_NODE, 16.0);
    root.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 12.0);
    root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, betweenLayers());
    root.setProperty(LayeredOptions.PADDING, new ElkPadding(MARGIN));
    for (FoldedItem item : graph.items()) {
      NodeFace face = NodeFace.of(item);
      faces.put(item.id(), face);
      ElkNode node = ElkGraphUtil.createNode(root);
      node.setDimensions(
          width(face), HEADER + (face.lines().isEmpty() ? 0 : 6) + LINE * face.lines().size());
      elkNodes.put(item.id(), node);
    }
    Map<String, Integer> layers =
        GraphLayers.longestPath(graph.items().stream().map(FoldedItem::id).toList(), graph.edges());
    for (FoldedEdge edge : graph.edges()) {
      if (layers.get(edge.to()) - layers.get(edge.from()) <= LONGEST_SPAN) {
        elkEdges.put(
            edge,
            ElkGraphUtil.createSimpleEdge(elkNodes.get(edge.from()), elkNodes.get(edge.to())));
      }
    }
    new LayeredLayoutProvider().layout(root, new BasicProgressMonitor());
    return collected(root.getWidth(), root.getHeight());
  }

  /** Room between layers: for a line of text if they go down, else for the longest shape. */
  private double betweenLayers() {
    if (direction == FlowDirection.DOWN) {
      return BELOW;
    }
    double longest =
        graph.edges().stream()
            .flatMap(edge -> edge.shape().stream())
            .mapToDouble(shape -> LETTER * shape.toString().length())
            .max()
            .orElse(0);
    return BELOW + Math.min(LONGEST_SHAPE, longest);
  }

  private GraphLayout collected(double width, double height) {
    Map<String, Box> boxes = new LinkedHashMap<>();
    elkNodes.forEach(
        (id, node) ->
            boxes.put(
                id,
                new Box(
                    node.getX(), node.getY(), node.getWidth(), node.getHeight(), faces.get(id))));
    List<Route> routes = new ArrayList<>();
    SideRail rail =
        new SideRail(direction, boxes.values(), direction.across(width, height) - MARGIN);
    for (FoldedEdge edge : graph.edges()) {
      ElkEdge drawn = elkEdges.get(edge);
      List<Point> points =
          drawn == null ? rail.route(boxes.get(edge.from()), boxes.get(edge.to())) : points(drawn);
      routes.add(new Route(edge.from(), edge.to(), edge.shape(), points, drawn == null));
    }
    boolean down = direction == FlowDirection.DOWN;
    double right = down ? Math.max(rail.end() + MARGIN, labelled(routes)) : width;
    double bottom = down ? height : rail.end() + MARGIN;
    return new GraphLayout(graph, boxes, routes, right, bottom, direction);
  }

  /** Right end of the shapes that stand on the right of lines that go down. */
  private static double labelled(List<Route> routes) {
    return routes.stream()
        .filter(route -> route.shape().isPresent() && !route.rail())
        .mapToDouble(
            route ->
                route.points().stream().mapToDouble(Point::x).max().orElse(0)
                    + 14
                    + LETTER * route.shape().get().toString().length())
        .max()
        .orElse(0);
  }

  private static List<Point> points(ElkEdge edge) {
    List<Point> points = new ArrayList<>();
    for (ElkEdgeSection section : edge.getSections()) {
      points.add(new Point(section.getStartX(), section.getStartY()));
      for (ElkBendPoint bend : section.getBendPoints()) {
        points.add(new Point(bend.getX(), bend.getY()));
      }
      points.add(new Point(section.getEndX(), section.getEndY()));
    }
    return points;
  }

  /** Width for the longest text, at 8.1 pixels a bold letter of 12 and 6.2 a plain one of 11. */
  private static double width(NodeFace face) {
    double longest = face.title().length() * 8.1 + (face.foldable() ? 18 : 0);
    for (String line : face.lines()) {
      longest = Math.max(longest, line.length() * 6.2);
    }
    return Math.max(80, Math.rint(longest + 22));
  }
}
