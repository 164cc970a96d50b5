package fennec.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.app.ArchitectureDrawing;
import fennec.app.ArchitectureInspection;
import fennec.app.FennecHome;
import fennec.architecture.FlowDirection;
import fennec.architecture.FoldedItem;
import fennec.architecture.GraphLayout;
import fennec.io.GraphSvgWriter;
import fennec.io.RankOptions;
import fennec.progress.Progress;
import fennec.progress.Work;
import fennec.ui.architecture.ArchitectureActions;
import fennec.ui.architecture.ArchitectureViewModel;
import fennec.ui.architecture.GraphViewModel;
import fennec.ui.session.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/**
 * One way through the architecture pane on the real program: the graph of a model of the history,
 * unfold by keyboard, search, inspect, export what the terminal draws, compare.
 */
class ArchitectureJourneyTest extends WindowJourney {

  private static final String MODEL = "resnet50";

  @Override
  protected Work<Services> services() {
    return new WorkbenchServices(RankOptions.DEFAULT);
  }

  private ArchitectureViewModel model() {
    return window.panes().architecture();
  }

  private GraphViewModel graph() {
    return model().first();
  }

  private void idle() throws Exception {
    until("nothing runs", () -> window.context().tasks().tasks().isEmpty());
  }

  @Test
  void openUnfoldSearchInspectExportCompare() throws Exception {
    Session session = window.context().session();
    fx(() -> session.selectedModelProperty().set(MODEL));
    fx(() -> session.paneProperty().set(ArchitectureViewModel.PANE));
    until("a graph is drawn", () -> graph().graphProperty().get() != null);
    idle();
    assertEquals("torchvision.resnet50", graph().graphProperty().get().graph().name());

    Path mine = folder.resolve("window.svg");
    fx(() -> model().export().svg(mine, false));
    until("exported", () -> Files.exists(mine));
    Path terminal = folder.resolve("terminal.svg");
    ArchitectureDrawing.svg(
        new ArchitectureInspection(FennecHome.find().folder().resolve("assets"))
            .look(MODEL)
            .graph(),
        true,
        FlowDirection.DOWN,
        GraphSvgWriter.Theme.LIGHT,
        terminal,
        Progress.NONE);
    assertEquals(Files.readString(terminal), Files.readString(mine));

    fx(() -> node("graph-first").requestFocus());
    GraphLayout folded = graph().layout();
    FoldedItem block =
        folded.graph().items().stream().filter(i -> i.repeats() > 1).findFirst().orElseThrow();
    for (int i = 0; i < 60 && !graph().selectedProperty().get().equals(block.id()); i++) {
      robot.press(KeyCode.ALT).type(KeyCode.DOWN).release(KeyCode.ALT);
    }
    assertEquals(block.id(), graph().selectedProperty().get(), "reached by keyboard");
    assertTrue(node("inspector-title", Label.class).getText().contains("× " + block.repeats()));
    robot.type(KeyCode.ENTER);
    idle();
    assertEquals(folded.boxes().size() + block.repeats() - 1, graph().layout().boxes().size());
    robot.type(KeyCode.BACK_SPACE);
    idle();
    assertEquals(folded.boxes().size(), graph().layout().boxes().size());

    fx(() -> node("architecture-search", TextField.class).setText("layer3.4/conv2"));
    assertEquals("1 found", node("architecture-count", Label.class).getText());
    fx(() -> node("architecture-search").requestFocus());
    robot.type(KeyCode.ENTER);
    idle();
    assertEquals("1 of 1", node("architecture-count", Label.class).getText());
    assertEquals("Conv", node("inspector-title", Label.class).getText());
    assertTrue(node("inspector-name", Label.class).getText().contains("layer3.4/conv2"));

    fx(() -> node("architecture-compare", TextField.class).setText("torchvision.resnet101"));
    fx(() -> node("architecture-compare").requestFocus());
    robot.type(KeyCode.ENTER);
    until("two graphs", () -> robot.lookup("#graph-second").tryQuery().isPresent());
    idle();
    Bounds below = node("graph-second").localToScene(node("graph-second").getLayoutBounds());
    assertEquals(
        node("graph-first").localToScene(0, 0).getY(), below.getMinY(), "side by side at first");
    fx(() -> node("graph-first").requestFocus());
    robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.D);
    robot.release(KeyCode.SHIFT, KeyCode.CONTROL);
    idle();
    assertEquals(FlowDirection.RIGHT, graph().layout().direction());
    assertTrue(node("architecture-direction", ToggleButton.class).isSelected());
    assertEquals(
        node("graph-first").localToScene(0, 0).getX(),
        node("graph-second").localToScene(0, 0).getX(),
        "one above the other");
    fx(() -> model().toggleCompare());
    assertFalse(robot.lookup("#graph-second").tryQuery().isPresent());
  }

  @Test
  void foldingIsUndoneAndDrawnToTheRightByKeys() throws Exception {
    fx(() -> window.context().session().selectedModelProperty().set(MODEL));
    fx(() -> window.context().session().paneProperty().set(ArchitectureViewModel.PANE));
    until("a graph is drawn", () -> graph().layout() != null);
    idle();
    GraphLayout folded = graph().layout();
    robot.clickOn("#architecture-direction");
    idle();
    assertEquals(FlowDirection.RIGHT, graph().layout().direction());
    assertEquals("right", window.model().settingsProperty().get().graphDirection());
    fx(() -> node("graph-first").requestFocus());
    robot.press(KeyCode.ALT).type(KeyCode.RIGHT, 2).release(KeyCode.ALT);
    String conv = graph().selectedProperty().get();
    assertEquals("Conv", node("inspector-title", Label.class).getText(), "along the data");
    robot.press(KeyCode.ALT).type(KeyCode.LEFT).type(KeyCode.DOWN).release(KeyCode.ALT);
    assertEquals(conv, graph().selectedProperty().get(), "back, and on in the order");

    MenuItem undo = menuItem("menu-edit", "edit.undo");
    fx(() -> graph().unfoldAll());
    idle();
    assertEquals(graph().graphProperty().get().graph().nodes().size(), boxes());
    assertEquals("Undo unfolding all blocks", undo.getText());
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    idle();
    assertEquals(folded.boxes().size(), boxes());
    assertEquals(conv, graph().selectedProperty().get());
    robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.Z);
    robot.release(KeyCode.SHIFT, KeyCode.CONTROL);
    idle();
    assertTrue(boxes() > folded.boxes().size());

    Path file = folder.resolve("right.svg");
    fx(() -> model().export().svg(file, true));
    until("exported", () -> Files.exists(file));
    assertTrue(
        Files.readString(file).contains("width=\"" + (int) Math.ceil(graph().layout().width())));
    robot.clickOn("#architecture-direction");
    idle();
    assertEquals(FlowDirection.DOWN, graph().layout().direction());
  }

  private int boxes() {
    return graph().layout().boxes().size();
  }

  private MenuItem menuItem(String menu, String id) {
    return node("menu-bar", MenuBar.class).getMenus().stream()
        .filter(each -> each.getId().equals(menu))
        .flatMap(each -> each.getItems().stream())
        .filter(each -> id.equals(each.getId()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aDroppedFileIsRankedBesideTheOthers() throws Exception {
    Session session = window.context().session();
    Path file = folder.resolve("mine.onnx.gz");
    Files.copy(FennecHome.find().architectures().resolve("torchvision.resnet18.onnx.gz"), file);
    fx(() -> window.panes().target().open(List.of(file)));
    until("it is drawn", () -> graph().layout() != null);
    assertEquals(ArchitectureViewModel.PANE, session.paneProperty().get());
    robot.clickOn("#sample-glyphs");
    until(
        "it is ranked",
        () ->
            session.runProperty().get() != null
                && window.panes().ranked().find("mine.onnx.gz").isPresent());
    idle();
    assertEquals("mine.onnx.gz", session.selectedModelProperty().get());
    assertTrue(window.panes().ranked().find("mine.onnx.gz").orElseThrow().estimated());
    assertTrue(
        window.panes().ranked().rows().stream().anyMatch(row -> row.name().equals("mine.onnx.gz")),
        "the ranking pane shows it too");
    until("it is drawn again", () -> graph().layout() != null);
    List<String> labels =
        robot.lookup("#inspector").lookup(".label").queryAllAs(Label.class).stream()
            .map(Label::getText)
            .toList();
    assertTrue(
        labels.stream().anyMatch(text -> text.matches("#\\d+ of \\d+,.*estimated")),
        "the inspector says its place: " + labels);
  }

  @Test
  void aPictureOfTheWholeIsWritten() throws Exception {
    fx(() -> window.context().session().selectedModelProperty().set(MODEL));
    fx(() -> window.context().session().paneProperty().set(ArchitectureViewModel.PANE));
    until("a graph is drawn", () -> graph().graphProperty().get() != null);
    idle();
    Path file = folder.resolve("window.png");
    fx(() -> ArchitectureActions.png(model(), file, true));
    until("exported", () -> Files.exists(file));
    var image = javax.imageio.ImageIO.read(file.toFile());
    assertEquals(Math.ceil(2 * graph().layout().width()), image.getWidth());
    assertEquals(Math.ceil(2 * graph().layout().height()), image.getHeight());
    assertTrue(
        java.util.stream.IntStream.range(0, image.getWidth())
                .map(x -> image.getRGB(x, 60))
                .distinct()
                .count()
            > 3,
        "there is a box at the top");
  }
}
