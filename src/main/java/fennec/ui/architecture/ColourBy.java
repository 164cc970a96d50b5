package fennec.ui.architecture;

import java.util.Arrays;
import java.util.List;

/** What the colour of a part tells. */
public enum ColourBy {
  /** The sort of work. */
  KIND("Operation kind", false),
  /** Trained parameters. */
  PARAMETERS("Parameters", false),
  /** Multiply-adds. */
  MULTIPLY_ADDS("Multiply-adds", false),
  /** Figures from a file. */
  FILE("Figures from a file", false),
  /** Same, changed or only here. */
  DIFFERENCE("Differences", true),
  /** How deep the subtree at the node is found in the other graph too. */
  SUBTREES("Shared subtrees", true);

  private final String title;
  private final boolean comparing;

  ColourBy(String title, boolean comparing) {
    this.title = title;
    this.comparing = comparing;
  }

  /** What can be told of one graph or, if {@code comparing}, of two; with a file of figures. */
  static List<ColourBy> offered(boolean comparing, boolean figures) {
    return Arrays.stream(values())
        .filter(each -> (comparing || !each.comparing) && (figures || each != FILE))
        .toList();
  }

  /** Its name for people. */
  public String title() {
    return title;
  }

  /** Whether it needs a second graph. */
  public boolean comparing() {
    return comparing;
  }

  @Override
  public String toString() {
    return title;
  }
}
