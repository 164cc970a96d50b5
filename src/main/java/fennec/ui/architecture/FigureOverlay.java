package fennec.ui.architecture;

import fennec.io.NodeFiguresReader;
import fennec.ui.message.UserMessages;
import fennec.ui.task.TaskRunner;
import java.nio.file.Path;
import java.util.Locale;

/** Colours a graph by figures of its operations that a file holds. */
public final class FigureOverlay {

  private final GraphViewModel first;
  private final GraphPair pair;
  private final TaskRunner tasks;
  private final UserMessages messages;

  FigureOverlay(GraphViewModel first, GraphPair pair, TaskRunner tasks, UserMessages messages) {
    this.first = first;
    this.pair = pair;
    this.tasks = tasks;
    this.messages = messages;
  }

  /** Whether a file of this name is taken for figures. */
  static boolean takes(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(".csv") || name.endsWith(".json");
  }

  /** Colours the graph by the figures in {@code file}, CSV or JSON keyed by names of operations. */
  public void open(Path file) {
    OpenGraph graph = first.graphProperty().get();
    if (graph == null) {
      messages.warning("Figures from a file", "Open a graph first; the file colours its parts.");
      return;
    }
    tasks.run(
        "Reading " + file.getFileName(),
        progress -> NodeFiguresReader.read(file),
        figures -> {
          long known =
              graph.graph().nodes().stream()
                  .filter(node -> figures.values().containsKey(node.name()))
                  .count();
          if (known == 0) {
            messages.warning(
                "Figures from a file",
                file.getFileName()
                    + " names no operation of "
                    + graph.graph().name()
                    + "; the inspector shows how operations are named.");
          } else {
            pair.colour(new NodeMetric(figures.title(), figures.values()));
          }
        });
  }
}
