package fennec.ui.architecture;

import fennec.architecture.FoldedItem;
import fennec.architecture.GraphLayout.Route;
import fennec.architecture.TensorShape;
import fennec.ui.architecture.Inspection.Link;
import fennec.ui.architecture.Inspection.Row;
import fennec.ui.architecture.Inspection.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Says what is known of what is selected in a drawing: a line, several parts, or one. */
final class SelectionInspection {

  private SelectionInspection() {}

  /** The facts of the selection of {@code here}; empty if nothing is selected. */
  static Optional<Inspection> of(
      GraphViewModel here, Optional<ComparedSide> side, Optional<NodeMetric> metric) {
    OpenGraph graph = here.graphProperty().get();
    GraphSheet sheet = here.sheetProperty().get();
    if (graph == null || sheet == null) {
      return Optional.empty();
    }
    GraphSelection selection = here.selection();
    if (selection.lineProperty().get() != null) {
      return Optional.of(line(sheet, selection.lineProperty().get()));
    }
    List<FoldedItem> group =
        sheet.order().stream()
            .filter(selection.groupProperty().get()::contains)
            .flatMap(id -> sheet.item(id).stream())
            .toList();
    if (group.size() > 1) {
      return Optional.of(group(graph, sheet, group, metric));
    }
    return sheet
        .item(selection.partProperty().get())
        .map(item -> PartInspection.of(here, item, side, metric));
  }

  private static Inspection line(GraphSheet sheet, Route line) {
    return new Inspection(
        "Tensor " + line.shape().map(TensorShape::toString).orElse("of unknown shape"),
        "",
        List.of(),
        List.of(
            Section.ofLinks("Comes from", List.of(link(sheet, line.from()))),
            Section.ofLinks("Goes to", List.of(link(sheet, line.to()))),
            Section.ofRows(
                "Path",
                List.of(
                    new Row(
                        "Parts",
                        Quantity.inFull(sheet.path(line.from(), line.to()).size())
                            + " lead to it or from it")))));
  }

  private static Inspection group(
      OpenGraph graph, GraphSheet sheet, List<FoldedItem> parts, Optional<NodeMetric> metric) {
    List<Row> size =
        new ArrayList<>(
            List.of(
                new Row("Parameters", Quantity.inFull(sum(parts, graph::parameters))),
                new Row("Multiply-adds", Quantity.inFull(sum(parts, graph::multiplyAdds))),
                new Row("Operations", Quantity.inFull(sum(parts, item -> item.nodes().count())))));
    metric.ifPresent(each -> size.add(new Row(each.name(), each.text(each.of(parts)))));
    return new Inspection(
        parts.size() + " parts together",
        "",
        List.of(),
        List.of(
            Section.ofRows("Size", size),
            Section.ofLinks("Parts", parts.stream().map(item -> link(sheet, item.id())).toList())));
  }

  private static long sum(List<FoldedItem> parts, ToLongFunction<FoldedItem> number) {
    return parts.stream().mapToLong(number).sum();
  }

  /** A link to a part by what stands on its box. */
  static Link link(GraphSheet sheet, String id) {
    return new Link(sheet.nameOf(id), "", Link.Kind.PART, id);
  }
}
