package fennec.ui.architecture;

import fennec.architecture.FoldedItem;
import fennec.architecture.GraphNode;
import fennec.ui.architecture.Inspection.Link;
import fennec.ui.architecture.Inspection.Row;
import fennec.ui.architecture.Inspection.Section;
import fennec.ui.message.RecordingMessages;
import fennec.ui.session.Session;
import fennec.ui.task.CurrentThreadTaskRunner;
import java.util.List;

/** The pane of architectures without a window, on small made graphs. */
abstract class OpenedArchitecture {

  final Session session = new Session();
  final CurrentThreadTaskRunner tasks = new CurrentThreadTaskRunner();
  final RecordingMessages messages = new RecordingMessages();
  final FakeArchitectures graphs = new FakeArchitectures();
  final ArchitectureViewModel model = new ArchitectureViewModel(session, tasks, messages);
  final GraphViewModel first = model.first();

  void open(String name) {
    session.paneProperty().set(ArchitectureViewModel.PANE);
    model.connect(graphs);
    first.camera().resize(800, 600);
    session.selectedModelProperty().set(name);
  }

  GraphSheet sheet() {
    return first.sheetProperty().get();
  }

  String repeated() {
    return sheet().layout().graph().items().stream()
        .filter(item -> item.repeats() > 1)
        .map(FoldedItem::id)
        .findFirst()
        .orElseThrow();
  }

  String part(String name) {
    GraphNode node =
        first.graphProperty().get().graph().nodes().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow();
    return sheet().itemOf(node.id()).orElseThrow();
  }

  static List<Row> rows(Inspection inspection, String heading) {
    return inspection.sections().stream()
        .filter(section -> section.heading().equals(heading))
        .flatMap(section -> section.rows().stream())
        .toList();
  }

  static List<Link> links(Inspection inspection, String heading) {
    return inspection.sections().stream()
        .filter(section -> section.heading().equals(heading))
        .map(Section::links)
        .flatMap(List::stream)
        .toList();
  }
}
