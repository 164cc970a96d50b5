package fennec.ui.architecture;

import fennec.architecture.FoldedEdge;
import fennec.architecture.FoldedItem;
import fennec.architecture.GraphNode;
import fennec.architecture.NodeCost;
import fennec.architecture.TensorShape;
import fennec.architecture.Weight;
import fennec.ui.architecture.Inspection.Link;
import fennec.ui.architecture.Inspection.Row;
import fennec.ui.architecture.Inspection.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says what is known of one part of a graph. */
final class PartInspection {

  private static final String UNKNOWN = "not known";

  private final OpenGraph graph;
  private final GraphSheet sheet;
  private final FoldedItem item;
  private final Optional<ComparedSide> side;

  private PartInspection(
      OpenGraph graph, GraphSheet sheet, FoldedItem item, Optional<ComparedSide> side) {
    this.graph = graph;
    this.sheet = sheet;
    this.item = item;
    this.side = side;
  }

  /** The facts of {@code item}, which is the selected part of {@code here}. */
  static Inspection of(
      GraphViewModel here,
      FoldedItem item,
      Optional<ComparedSide> side,
      Optional<NodeMetric> metric) {
    OpenGraph graph = here.graphProperty().get();
    GraphSheet sheet = here.sheetProperty().get();
    List<String> around = here.around();
    PartInspection made = new PartInspection(graph, sheet, item, side);
    List<Section> sections = new ArrayList<>();
    metric.ifPresent(
        each ->
            sections.add(
                Section.ofRows(
                    "From the file", List.of(new Row(each.name(), each.text(each.of(item)))))));
    if (item.node().isPresent()) {
      made.node(item.node().get(), sections);
    } else {
      made.block(sections);
    }
    sections.add(
        Section.ofLinks("Comes from", made.links(sheet.incoming(item.id()), FoldedEdge::from)));
    sections.add(Section.ofLinks("Goes to", made.links(sheet.outgoing(item.id()), FoldedEdge::to)));
    return new Inspection(
        sheet.box(item.id()).face().title(),
        item.node().map(GraphNode::name).orElse(""),
        around.stream().map(id -> new Link(label(graph, id), "", Link.Kind.BLOCK, id)).toList(),
        sections);
  }

  /** Label of a block, seen or not. */
  private static String label(OpenGraph graph, String id) {
    return find(graph.folding().roots(), id)
        .map(block -> block.repeats() > 1 ? block.label() + " × " + block.repeats() : block.label())
        .orElse(id);
  }

  private static Optional<FoldedItem> find(List<FoldedItem> items, String id) {
    for (FoldedItem item : items) {
      Optional<FoldedItem> found = item.id().equals(id) ? Optional.of(item) : Optional.empty();
      found = found.or(() -> find(item.children(), id));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private void node(GraphNode node, List<Section> sections) {
    NodeCost cost = graph.cost().of(node);
    List<Row> size = new ArrayList<>();
    size.add(new Row("Parameters", Quantity.inFull(cost.parameters())));
    size.add(
        new Row(
            "Multiply-adds",
            cost.multiplyAdds() < 0 ? UNKNOWN : Quantity.inFull(cost.multiplyAdds())));
    difference(node).ifPresent(size::add);
    sections.add(Section.ofRows("Size", size));
    GraphNode shaped = graph.shaped().node(node.id());
    List<Row> shapes = new ArrayList<>();
    graph
        .shaped()
        .incoming(shaped)
        .forEach(edge -> shapes.add(new Row("Input " + edge.input(), shape(edge.shape()))));
    for (int i = 0; i < shaped.outputs().size(); i++) {
      shapes.add(new Row("Output " + i, shape(shaped.outputs().get(i))));
    }
    sections.add(Section.ofRows("Shapes", shapes));
    sections.add(
        Section.ofRows(
            "Attributes",
            node.attributes().entrySet().stream()
                .map(each -> new Row(each.getKey(), each.getValue()))
                .toList()));
    sections.add(
        Section.ofRows("Weights", node.weights().stream().map(PartInspection::weight).toList()));
  }

  private static Row weight(Weight weight) {
    return new Row(
        weight.name(),
        (weight.shape().dimensions().isEmpty() ? "scalar" : weight.shape().toString())
            + (weight.parameter() ? "" : ", constant"));
  }

  private Optional<Row> difference(GraphNode node) {
    return side.map(
        compared -> {
          Difference difference = compared.differences().get(node.id());
          String words = compared.words().getOrDefault(node.id(), "");
          return new Row("Compared", difference.meaning() + (words.isEmpty() ? "" : ": " + words));
        });
  }

  private void block(List<Section> sections) {
    int repeats = item.repeats();
    long operations = item.nodes().count();
    long parameters = item.parameters();
    long multiplyAdds = graph.multiplyAdds(item);
    List<Row> size = new ArrayList<>();
    if (repeats > 1) {
      size.add(new Row("Repeats", repeats + " blocks alike"));
    }
    size.add(new Row("Operations", Quantity.inFull(operations)));
    size.add(new Row("Parameters", Quantity.inFull(parameters)));
    size.add(new Row("Multiply-adds", Quantity.inFull(multiplyAdds)));
    if (repeats > 1) {
      size.add(new Row("Parameters each", "about " + Quantity.of(parameters / repeats)));
      size.add(new Row("Multiply-adds each", "about " + Quantity.of(multiplyAdds / repeats)));
    }
    side.ifPresent(compared -> size.add(new Row("Compared", compared.difference(item).meaning())));
    sections.add(Section.ofRows("Size", size));
    Map<String, Long> counts =
        item.nodes()
            .collect(
                Collectors.groupingBy(GraphNode::operation, TreeMap::new, Collectors.counting()));
    sections.add(
        Section.ofRows(
            "Operations inside",
            counts.entrySet().stream()
                .map(each -> new Row(each.getKey(), each.getValue().toString()))
                .toList()));
  }

  private List<Link> links(List<FoldedEdge> edges, Function<FoldedEdge, String> end) {
    return edges.stream()
        .map(
            edge -> {
              String id = end.apply(edge);
              return new Link(
                  sheet.nameOf(id),
                  edge.shape().map(TensorShape::toString).orElse(""),
                  Link.Kind.PART,
                  id);
            })
        .toList();
  }

  private static String shape(Optional<TensorShape> shape) {
    return shape.map(s -> s.dimensions().isEmpty() ? "scalar" : s.toString()).orElse(UNKNOWN);
  }
}
