package fennec.ui.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.ui.FakeProgram;
import fennec.ui.FakeTasks;
import fennec.ui.session.Session;
import fennec.ui.task.CurrentThreadTaskRunner;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TasksViewModelTest {

  private final Session session = new Session(() -> 0L);
  private final TasksViewModel model = new TasksViewModel(session, new CurrentThreadTaskRunner());

  @BeforeEach
  void rank() {
    model.connect(new FakeTasks());
    model.open();
    assertEquals(List.of(), model.rowsProperty().get());
    session.runProperty().set(FakeProgram.run(40));
  }

  @Test
  void theNewTaskStandsFirstAndTheOthersByShare() {
    List<TaskRow> rows = model.rowsProperty().get();
    assertTrue(rows.get(0).isNew());
    assertEquals("flowers", rows.get(0).title());
    assertEquals(
        List.of("Invented pets", "Invented dogs", "Invented flowers", "Invented cars"),
        rows.stream().skip(1).map(TaskRow::title).toList());
    assertEquals(0.38, rows.get(1).share());
    assertEquals(40, rows.get(1).classes().getAsInt());
  }

  @Test
  void factorsAddUpToTheMeanScoreOfTheSpace() {
    for (TaskRow row : model.rowsProperty().get()) {
      double sum = Arrays.stream(row.factors()).sum();
      assertTrue(sum > 0.4 && sum < 0.8, row.title() + " has " + sum);
    }
    assertEquals(5, model.mapProperty().get().titles().size());
    model.mapKindProperty().set(TaskMap.Kind.IMAGES);
    assertEquals(TaskMap.EMPTY, model.mapProperty().get(), "no task has images");
  }

  @Test
  void rowsGoByTheFinalScoreAndFollowAlpha() {
    HeatMap byFinal = model.matrixProperty().get();
    String best =
        session.runProperty().get().recommendation().ranking(0.1).models().get(0).model().name();
    assertEquals(best, byFinal.rowName(0));
    session.alphaProperty().set(1);
    best = session.runProperty().get().recommendation().ranking(1).models().get(0).model().name();
    assertEquals(best, model.matrixProperty().get().rowName(0));
    model.rowOrderProperty().set(RowOrder.NAME);
    assertEquals("convnext_00000.in1k", model.matrixProperty().get().rowName(0));
    assertEquals("Invented pets", model.matrixProperty().get().columnName(0));
    model.columnOrderProperty().set(ColumnOrder.NAME);
    assertEquals("Invented cars", model.matrixProperty().get().columnName(0));
  }

  @Test
  void aRowSelectsItsModel() {
    model.choose(7);
    assertEquals(model.matrixProperty().get().rowName(7), session.selectedModelProperty().get());
    assertEquals(7, model.current());
  }

  @Test
  void residualsAreComputedWhenAskedForAndGoAgain() {
    double score = model.matrixProperty().get().at(3, 0);
    assertTrue(Double.isNaN(model.errorProperty().get()));
    model.residualsProperty().set(true);
    assertTrue(model.showsResiduals());
    HeatMap residuals = model.matrixProperty().get();
    double square = 0;
    int count = 0;
    for (int r = 0; r < 40; r++) {
      for (int c = 0; c < 4; c++) {
        if (!Double.isNaN(residuals.at(r, c))) {
          square += residuals.at(r, c) * residuals.at(r, c);
          count++;
        }
      }
    }
    assertEquals(144, count, "missing scores have no residual");
    assertEquals(model.errorProperty().get(), Math.sqrt(square / count), 1e-9);
    model.residualsProperty().set(false);
    assertFalse(model.showsResiduals());
    assertEquals(score, model.matrixProperty().get().at(3, 0));
  }
}
