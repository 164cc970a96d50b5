package fennec.ui.target;

import fennec.ui.action.Action;
import fennec.ui.action.ActionNodes;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the ranking pane shows before the first ranking: what will happen, and where to begin. */
public final class StartPage extends ScrollPane {

  private static final double EXAMPLE = 49;
  private static final double STEP_WIDTH = 194;
  private static final double GAP = 14;
  private static final double PADDING = 24;
  private static final int SHOWN_RECENT = 5;

  private final TargetViewModel model;
  private final FlowPane samples = new FlowPane(8, 8);
  private final VBox recent = new VBox(2);
  private final Label samplesHeading = section("Or try a sample task");
  private final Label recentHeading = section("Opened last");

  /** Creates the page; {@code openFolder} asks for a folder. */
  public StartPage(TargetViewModel model, Action openFolder) {
    this.model = model;
    setId("ranking-empty");
    getStyleClass().addAll("edge-to-edge", "start-page");
    setFitToWidth(true);
    setFitToHeight(true);
    Label heading = new Label("Which pre-trained model suits your images?");
    heading.getStyleClass().add("start-heading");
    heading.setWrapText(true);
    FlowPane steps = new FlowPane(GAP, GAP);
    steps
        .getChildren()
        .addAll(
            step(
                "1",
                "Drop a folder of images",
                "A few dozen are enough. Labels are not needed; sub-folders count as classes."),
            step(
                "2",
                "They are embedded",
                "On this computer, in seconds to minutes. Nothing is sent anywhere or trained."),
            step(
                "3",
                "Read the ranking",
                "Each model with a score, how sure it is, and why. Export it as a report."));
    Button open = ActionNodes.button(openFolder);
    open.setId("start-open");
    open.getStyleClass().add("accent");
    samples.setId("start-samples");
    recent.setId("start-recent");
    // samples are found a moment after the window is up; below, they move nothing under the mouse
    VBox box =
        new VBox(
            18, heading, steps, open, group(recentHeading, recent), group(samplesHeading, samples));
    box.getStyleClass().add("start-content");
    box.setMaxWidth(3 * STEP_WIDTH + 2 * GAP + 2 * PADDING);
    HBox centred = new HBox(box);
    HBox.setHgrow(box, Priority.ALWAYS);
    centred.setAlignment(Pos.CENTER);
    setContent(centred);
    model.samples().addListener((InvalidationListener) o -> showSamples());
    model.settingsProperty().addListener(o -> showRecent());
    showSamples();
    showRecent();
  }

  private static Label section(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("section");
    return label;
  }

  private static Node group(Label heading, Region content) {
    VBox box = new VBox(8, heading, content);
    box.visibleProperty().bind(heading.visibleProperty());
    box.managedProperty().bind(heading.visibleProperty());
    return box;
  }

  private static Node step(String number, String title, String text) {
    Label badge = new Label(number);
    badge.getStyleClass().add("step-number");
    badge.setMinWidth(Region.USE_PREF_SIZE);
    Label name = new Label(title);
    name.getStyleClass().add("strong");
    name.setWrapText(true);
    HBox head = new HBox(8, badge, name);
    head.setAlignment(Pos.CENTER_LEFT);
    Label words = new Label(text);
    words.getStyleClass().add("muted");
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    VBox box = new VBox(6, head, words);
    box.getStyleClass().add("step");
    box.setPrefWidth(STEP_WIDTH);
    return box;
  }

  private void showSamples() {
    samples.getChildren().setAll(model.samples().stream().map(this::sample).toList());
    samplesHeading.setVisible(!model.samples().isEmpty());
  }

  private Node sample(SampleTask task) {
    GridPane examples = new GridPane();
    examples.setHgap(3);
    examples.setVgap(3);
    for (int i = 0; i < task.examples().size(); i++) {
      String address = task.examples().get(i).toUri().toString();
      ImageView view = new ImageView(new Image(address, EXAMPLE, EXAMPLE, true, true, true));
      view.setFitWidth(EXAMPLE);
      view.setFitHeight(EXAMPLE);
      view.setPreserveRatio(true);
      examples.add(view, i % 2, i / 2);
    }
    Label title = new Label(task.title());
    title.getStyleClass().add("strong");
    Label size = new Label(task.images() + " images");
    size.getStyleClass().add("muted");
    Button card = new Button(null, new VBox(6, examples, new VBox(title, size)));
    card.setId("start-sample-" + Sources.fileName(task.folder()));
    card.getStyleClass().addAll("flat", "sample-card");
    card.setAccessibleText("Rank for the sample task " + task.title() + ", " + task.size());
    card.setOnAction(e -> model.open(List.of(task.folder())));
    return card;
  }

  private void showRecent() {
    List<String> last = model.settingsProperty().get().recent();
    recent
        .getChildren()
        .setAll(
            last.stream()
                .limit(SHOWN_RECENT)
                .map(each -> (Node) RecentMenu.button(model, each, each))
                .toList());
    recentHeading.setVisible(!last.isEmpty());
  }
}
