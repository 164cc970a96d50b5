package fennec.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.progress.Work;
import fennec.ui.evaluation.FigureTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.scene.chart.LineChart;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** One way through the evaluation: choose by keyboard, run, cancel, sweep, save. */
class EvaluationJourneyTest extends WindowJourney {

  private final FakeEvaluation evaluation = new FakeEvaluation();

  @Override
  protected Work<Services> services() {
    FakeProgram program = new FakeProgram(20, List.of());
    return progress -> {
      Services all = program.services();
      return new Services(
          all.recommendation(),
          all.export(),
          all.architectures(),
          all.clusters(),
          all.tasks(),
          all.work(),
          all.qualityCurve(),
          evaluation);
    };
  }

  @SuppressWarnings("unchecked") // the table holds rows of figures
  private TableView<FigureTable.Row> table() {
    return (TableView<FigureTable.Row>) node("evaluation-table");
  }

  @Test
  void chooseRunCancelSweepSave() throws Exception {
    fx(() -> window.context().session().paneProperty().set("evaluation"));
    assertTrue(node("evaluation-empty").isVisible());
    fx(() -> node("evaluation-pack-third").requestFocus());
    robot.type(KeyCode.SPACE);
    assertTrue(node("evaluation-pack-third", CheckBox.class).isSelected());

    evaluation.halfWay = new CountDownLatch(1);
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    until("under way", () -> window.panes().evaluated().runningProperty().get() != null);
    assertTrue(node("evaluation-progress").isVisible());
    robot.clickOn("#evaluation-cancel");
    until("cancelled", () -> window.panes().evaluated().runningProperty().get() == null);
    assertEquals(
        "Cancelled; figures of earlier evaluations are kept.",
        window.panes().evaluated().noteProperty().get());

    evaluation.halfWay = null;
    robot.clickOn("#evaluation-run");
    until("a table", () -> window.panes().evaluated().shownProperty().get() != null);
    assertEquals(List.of("second", "third"), evaluation.asked.packs());
    assertEquals(4, table().getColumns().size());
    fx(() -> window.panes().evaluated().caseProperty().set("second (no model left out)"));
    until("published", () -> robot.lookup("theirs  (published)").tryQuery().isPresent());

    fx(() -> window.panes().evaluated().sweepProperty().set(Optional.of("alpha")));
    robot.clickOn("#evaluation-run");
    until("a sweep", () -> window.panes().evaluated().plotted().isPresent());
    LineChart<?, ?> chart = robot.lookup("#evaluation-chart .chart").queryAs(LineChart.class);
    assertEquals("what is swept: alpha", chart.getXAxis().getLabel());
    assertEquals("Pearson correlation \u00d7 100", chart.getYAxis().getLabel());
    assertEquals(2, chart.getData().size());
    assertEquals(5, table().getItems().size());

    for (String name : List.of("plot.png", "plot.svg")) {
      Path file = folder.resolve(name);
      fx(() -> window.panes().savePlot(file));
      until("saved " + name, () -> Files.exists(file));
      assertTrue(Files.size(file) > 1000, name);
    }
  }
}
