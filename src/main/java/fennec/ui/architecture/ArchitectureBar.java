package fennec.ui.architecture;

import fennec.architecture.FlowDirection;
import fennec.ui.action.ActionNodes;
import fennec.ui.action.ActionRegistry;
import fennec.ui.control.Icons;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.controlsfx.control.textfield.AutoCompletionBinding;
import org.controlsfx.control.textfield.TextFields;

/** What can be done with the graph, above it. */
final class ArchitectureBar extends FlowPane {

  private static final int MOST_NAMES = 12;

  private final ArchitectureViewModel model;
  private final ActionRegistry actions;
  private final TextField search = new TextField();

  ArchitectureBar(ArchitectureViewModel model, ActionRegistry actions) {
    super(10, 6);
    this.model = model;
    this.actions = actions;
    getStyleClass().add("architecture-bar");
    TextField name = nameField("architecture-name", "Model, architecture or file", model::open);
    name.setPrefColumnCount(21);
    model.titleProperty().addListener((o, before, now) -> name.setText(now));
    name.setText(model.titleProperty().get());
    TextField other = nameField("architecture-compare", "Compare with", model::compareWith);
    other.setPrefColumnCount(10);
    model
        .pair()
        .comparisonProperty()
        .addListener(
            (o, before, now) -> other.setText(now == null ? "" : now.right().graph().name()));
    getChildren()
        .addAll(
            row(name, icon("architecture.open")),
            searching(),
            row(
                icon("architecture.fit"),
                icon("architecture.actual-size"),
                icon("architecture.fold"),
                icon("architecture.unfold-all"),
                path(),
                direction()),
            row(other, icon("architecture.compare")),
            row(icon("architecture.svg"), icon("architecture.png")));
  }

  private static HBox row(Node... nodes) {
    HBox row = new HBox(4, nodes);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Button icon(String id) {
    return actions
        .find(id)
        .map(ActionNodes::iconButton)
        .orElseThrow(() -> new IllegalStateException("there is no action " + id));
  }

  private TextField nameField(String id, String prompt, Consumer<String> chosen) {
    TextField field = new TextField();
    field.setId(id);
    field.setPromptText(prompt);
    field.setAccessibleText(prompt);
    field.setTooltip(new Tooltip(prompt + "; Enter shows it"));
    AutoCompletionBinding<String> completion =
        TextFields.bindAutoCompletion(field, request -> suggested(request.getUserText()));
    completion.setOnAutoCompleted(event -> chosen.accept(event.getCompletion()));
    completion.setVisibleRowCount(MOST_NAMES);
    field.setOnAction(event -> chosen.accept(field.getText()));
    return field;
  }

  private List<String> suggested(String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return model.names().stream()
        .filter(each -> each.toLowerCase(Locale.ROOT).contains(wanted) && !each.equals(text))
        .limit(MOST_NAMES)
        .toList();
  }

  private Node searching() {
    search.setId("architecture-search");
    search.setPromptText("Find operation");
    search.setAccessibleText("Find an operation by type or name");
    search.setPrefColumnCount(10);
    search.setTooltip(new Tooltip("Enter goes to the next, Shift+Enter to the one before"));
    search.textProperty().addListener((o, before, now) -> model.find(now));
    search.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            model.findNext(event.isShiftDown() ? -1 : 1);
            event.consume();
          }
        });
    model
        .searchProperty()
        .addListener(
            (o, before, now) -> {
              if (now.text().isEmpty() && !search.getText().isBlank()) {
                search.clear();
              }
            });
    Label count = new Label();
    count.setId("architecture-count");
    count.getStyleClass().add("muted");
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> model.searchProperty().get().count(), model.searchProperty()));
    count.setMinWidth(Region.USE_PREF_SIZE);
    count.managedProperty().bind(count.textProperty().isNotEmpty());
    Button before =
        Icons.button(
            "architecture-previous", "fth-chevron-up", "Previous", () -> model.findNext(-1));
    Button next =
        Icons.button("architecture-next", "fth-chevron-down", "Next", () -> model.findNext(1));
    return row(search, before, next, count);
  }

  private Node path() {
    ToggleButton path = new ToggleButton(null, Icons.of("fth-git-commit"));
    path.setId("architecture-path");
    path.getStyleClass().addAll("flat", "button-icon");
    path.setAccessibleText("Set off what leads to and from the selected part");
    path.setTooltip(new Tooltip("Set off what leads to and from the selected part  (P)"));
    path.selectedProperty().bindBidirectional(model.first().pathShownProperty());
    model.pair().second().pathShownProperty().bindBidirectional(model.first().pathShownProperty());
    return path;
  }

  private Node direction() {
    ToggleButton right = new ToggleButton(null, Icons.of("fth-arrow-right"));
    right.setId("architecture-direction");
    right.getStyleClass().addAll("flat", "button-icon");
    String told = "Draw from left to right";
    right.setAccessibleText(told);
    String keys =
        actions
            .find("architecture.direction")
            .map(a -> "  (" + ActionNodes.keys(a) + ")")
            .orElse("");
    right.setTooltip(new Tooltip(told + keys));
    right.setSelected(model.directionProperty().get() == FlowDirection.RIGHT);
    model
        .directionProperty()
        .addListener((o, before, now) -> right.setSelected(now == FlowDirection.RIGHT));
    right.setOnAction(
        event ->
            model
                .directionProperty()
                .set(right.isSelected() ? FlowDirection.RIGHT : FlowDirection.DOWN));
    return right;
  }

  TextField search() {
    return search;
  }
}
