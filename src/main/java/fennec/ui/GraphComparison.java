package fennec.ui;

import fennec.ui.action.Action;
import fennec.ui.architecture.ArchitectureViewModel;
import fennec.ui.architecture.OpenGraph;
import fennec.ui.architecture.Prediction;
import fennec.ui.session.Session;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;

/** Puts the graphs of the first two compared models that have one side by side. */
final class GraphComparison {

  private final Session session;
  private final ArchitectureViewModel graphs;
  private String second = "";
  private String first = "";
  private final ChangeListener<OpenGraph> follow = (o, before, now) -> shown(now);

  private GraphComparison(Session session, ArchitectureViewModel graphs) {
    this.session = session;
    this.graphs = graphs;
  }

  static Action action(Session session, ArchitectureViewModel graphs) {
    GraphComparison comparison = new GraphComparison(session, graphs);
    return Action.of(
            "ranking.compare-graphs",
            "Ranking",
            "Compare the graphs of the models side by side",
            "",
            "fth-git-merge",
            comparison::show)
        .when(session.comparedProperty().isNotEqualTo(List.of()));
  }

  private void show() {
    List<String> names =
        session.comparedProperty().get().stream()
            .map(model -> Prediction.graphOf(session.runProperty().get(), model))
            .distinct()
            .limit(2)
            .toList();
    if (names.isEmpty()) {
      return;
    }
    first = names.get(0);
    second = names.size() > 1 ? names.get(1) : "";
    session.paneProperty().set(ArchitectureViewModel.PANE);
    ObservableValue<OpenGraph> graph = graphs.first().graphProperty();
    graph.removeListener(follow);
    graph.addListener(follow);
    graphs.open(first);
    shown(graph.getValue());
  }

  /** The second can be put beside the first only once the first is there. */
  private void shown(OpenGraph graph) {
    if (graph == null || !graph.given().equals(first)) {
      return;
    }
    graphs.first().graphProperty().removeListener(follow);
    graphs.compareWith(second);
  }
}
