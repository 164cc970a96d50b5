package fennec.ui.architecture;

import fennec.app.ArchitectureInspection.Facts;
import fennec.ui.architecture.Inspection.Link;
import fennec.ui.architecture.Inspection.Row;
import fennec.ui.architecture.Inspection.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says what is known of a whole graph. */
final class GraphInspection {

  private GraphInspection() {}

  /** The facts of {@code graph}, as far as they are known yet. */
  static Inspection of(
      OpenGraph graph,
      Optional<Standing> standing,
      List<Row> prediction,
      Optional<SideBySide> comparison) {
    List<Section> sections = new ArrayList<>();
    sections.add(
        Section.ofRows("Note", graph.notes().stream().map(note -> new Row("", note)).toList()));
    sections.add(Section.ofRows("Predicted score", prediction));
    comparison.ifPresent(each -> sections.add(Section.ofRows("Side by side", compared(each))));
    sections.add(Section.ofRows("Size", size(graph.facts())));
    standing.ifPresent(
        each -> {
          sections.add(
              Section.ofRows(
                  "Among the architectures",
                  List.of(
                      new Row(
                          "Cluster",
                          each.cluster() + ", with " + each.members() + " architectures"))));
          sections.add(
              Section.ofLinks(
                  "Nearest architectures",
                  each.nearest().stream()
                      .map(
                          n ->
                              new Link(
                                  n.name(),
                                  String.format(Locale.ROOT, "%.3f", n.similarity()),
                                  Link.Kind.GRAPH,
                                  n.name()))
                      .toList()));
        });
    sections.add(
        Section.ofRows(
            "Operations",
            graph.facts().operations().entrySet().stream()
                .map(each -> new Row(each.getKey(), each.getValue().toString()))
                .toList()));
    return new Inspection(graph.graph().name(), "", List.of(), sections);
  }

  private static List<Row> size(Facts facts) {
    List<Row> rows = new ArrayList<>();
    rows.add(new Row("Parameters", Quantity.inFull(facts.parameters())));
    rows.add(new Row("Multiply-adds", Quantity.inFull(facts.multiplyAdds())));
    if (facts.uncounted() > 0) {
      rows.add(new Row("Not counted", facts.uncounted() + " operations of unknown size"));
    }
    rows.add(new Row("Operations", Quantity.inFull(facts.nodes())));
    rows.add(new Row("Tensors", Quantity.inFull(facts.edges())));
    rows.add(new Row("Weight layers", Quantity.inFull(facts.layers())));
    rows.add(new Row("Longest path", Quantity.inFull(facts.depth()) + " operations"));
    return rows;
  }

  private static List<Row> compared(SideBySide comparison) {
    var counts = comparison.comparison();
    return List.of(
        new Row(
            "Subtrees in common",
            String.format(Locale.ROOT, "%.1f %%", 100 * counts.commonSubtrees())),
        new Row("Same in both", Quantity.inFull(counts.same().size())),
        new Row("Changed", Quantity.inFull(counts.changed().size())),
        new Row("Only in the first", Quantity.inFull(counts.removed().size())),
        new Row("Only in the second", Quantity.inFull(counts.added().size())));
  }
}
