package fennec.ui.architecture;

import fennec.ui.architecture.Inspection.Link;
import fennec.ui.architecture.Inspection.Row;
import fennec.ui.architecture.Inspection.Section;
import fennec.ui.control.Icons;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Says what is known of the selected part, or of the graph. */
final class InspectorView extends ScrollPane {

  private static final int MOST_ROWS = 60;

  private final ArchitectureViewModel model;
  private final VBox content = new VBox();

  InspectorView(ArchitectureViewModel model) {
    this.model = model;
    setId("inspector");
    getStyleClass().addAll("edge-to-edge", "inspector");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setAccessibleText("What is known of the selected part");
    content.getStyleClass().add("inspector-content");
    setContent(content);
    model.inspectionProperty().addListener((o, before, now) -> show(now));
    show(model.inspectionProperty().get());
  }

  private void show(Inspection inspection) {
    List<Node> nodes = new ArrayList<>();
    if (inspection != null) {
      Label title = new Label(inspection.title());
      title.setId("inspector-title");
      title.getStyleClass().add("heading");
      title.setWrapText(true);
      VBox head = new VBox(2, title);
      if (!inspection.name().isEmpty()) {
        Label name = new Label(inspection.name());
        name.setId("inspector-name");
        name.getStyleClass().add("muted");
        name.setWrapText(true);
        head.getChildren().add(name);
      }
      if (!inspection.around().isEmpty()) {
        head.getChildren().add(around(inspection.around()));
      }
      nodes.add(head);
      inspection.sections().forEach(section -> nodes.add(section(section)));
    }
    content.getChildren().setAll(nodes);
    setVvalue(0);
  }

  /** The open blocks around the part; each can be folded. */
  private Node around(List<Link> blocks) {
    FlowPane row = new FlowPane(6, 4);
    row.getChildren().add(new Label("Inside"));
    for (Link block : blocks) {
      Hyperlink link = new Hyperlink(block.text(), Icons.of("fth-minimize-2"));
      link.setTooltip(new Tooltip("Fold " + block.text() + "  (Backspace folds the innermost)"));
      link.setAccessibleText("Fold " + block.text());
      link.setOnAction(e -> model.follow(block));
      row.getChildren().add(link);
    }
    return row;
  }

  private Node section(Section section) {
    Label heading = new Label(section.heading());
    heading.getStyleClass().add("section");
    VBox box = new VBox(4, heading);
    if (!section.rows().isEmpty()) {
      box.getChildren().add(rows(section.rows()));
    }
    for (Link link : section.links()) {
      box.getChildren().add(link(link));
    }
    return box;
  }

  private static Node rows(List<Row> rows) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("facts");
    ColumnConstraints labels = new ColumnConstraints();
    labels.setMinWidth(90);
    labels.setMaxWidth(170);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    values.setHalignment(HPos.LEFT);
    grid.getColumnConstraints().setAll(labels, values);
    int line = 0;
    for (Row row : rows.subList(0, Math.min(MOST_ROWS, rows.size()))) {
      Label value = new Label(row.value());
      value.setWrapText(true);
      if (row.label().isEmpty()) {
        grid.add(value, 0, line++, 2, 1);
        continue;
      }
      Label label = new Label(row.label());
      label.getStyleClass().add("fact-label");
      label.setWrapText(true);
      grid.addRow(line++, label, value);
    }
    return grid;
  }

  private Node link(Link link) {
    Hyperlink node = new Hyperlink(link.text());
    node.setMaxWidth(Double.MAX_VALUE);
    node.setTooltip(new Tooltip(link.text()));
    node.setOnAction(e -> model.follow(link));
    if (link.detail().isEmpty()) {
      return node;
    }
    Label detail = new Label(link.detail());
    detail.getStyleClass().add("muted");
    detail.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setHgrow(node, Priority.ALWAYS);
    HBox both = new HBox(6, node, detail);
    both.setAlignment(Pos.CENTER_LEFT);
    return both;
  }
}
