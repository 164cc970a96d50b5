package fennec.ui.architecture;

import java.util.List;

/**
 * What is said of a part or of a whole graph.
 *
 * @param title the operation, the block, or the network
 * @param name with module path; may be empty
 * @param around open blocks around it, outermost first
 * @param sections facts
 */
record Inspection(String title, String name, List<Link> around, List<Section> sections) {

  /**
   * Facts under a heading.
   *
   * @param heading short
   * @param rows label and value
   * @param links places to go
   */
  record Section(String heading, List<Row> rows, List<Link> links) {

    Section {
      rows = List.copyOf(rows);
      links = List.copyOf(links);
    }

    static Section ofRows(String heading, List<Row> rows) {
      return new Section(heading, rows, List.of());
    }

    static Section ofLinks(String heading, List<Link> links) {
      return new Section(heading, List.of(), links);
    }

    boolean isEmpty() {
      return rows.isEmpty() && links.isEmpty();
    }
  }

  /**
   * A fact.
   *
   * @param label what it is; empty for a sentence
   * @param value as text
   */
  record Row(String label, String value) {}

  /**
   * A place to go.
   *
   * @param text what stands on it
   * @param detail beside it, for example a shape
   * @param kind what {@code target} names
   * @param target id of a part, or name of an architecture
   */
  record Link(String text, String detail, Kind kind, String target) {

    /** What a link leads to. */
    enum Kind {
      /** A part that is seen. */
      PART,
      /** An open block, to be folded. */
      BLOCK,
      /** Another graph. */
      GRAPH
    }
  }

  Inspection {
    around = List.copyOf(around);
    sections = sections.stream().filter(section -> !section.isEmpty()).toList();
  }
}
