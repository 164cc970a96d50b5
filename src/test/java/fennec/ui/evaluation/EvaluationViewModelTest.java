package fennec.ui.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.evaluate.EvaluationReport;
import fennec.evaluate.EvaluationRow;
import fennec.evaluate.RankingMeasure;
import fennec.evaluate.SweepReport;
import fennec.io.EvaluationFormat;
import fennec.ui.FakeEvaluation;
import fennec.ui.evaluation.FigureTable.Row;
import fennec.ui.message.RecordingMessages;
import fennec.ui.task.CurrentThreadTaskRunner;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationViewModelTest {

  @TempDir Path folder;

  private final CurrentThreadTaskRunner tasks = new CurrentThreadTaskRunner();
  private final RecordingMessages messages = new RecordingMessages();
  private final FakeEvaluation program = new FakeEvaluation();
  private final EvaluationViewModel model =
      new EvaluationViewModel(tasks, messages, () -> "built-in");

  private EvaluationViewModel connected() {
    model.connect(program);
    return model;
  }

  private static List<String> texts(Row row) {
    return row.cells().stream().map(FigureTable.Cell::text).toList();
  }

  @Test
  void aTableIsAskedForAsChosenAndShownByPackAndMeasure() {
    connected();
    model.choosePack("first", true);
    model.drawsProperty().set(2);
    model.sizeKnownProperty().set(false);
    model.run();

    assertEquals(List.of("first", "second"), program.asked.packs());
    assertEquals(List.of("ours", "chance"), program.asked.methods());
    assertEquals(2, program.asked.settings().draws());
    assertFalse(program.asked.settings().sizeKnown());
    assertEquals("built-in", program.asked.encoder());
    FigureTable table = model.tableProperty().get();
    assertEquals(List.of("mean", "birds", "cars"), table.columns());
    assertEquals(List.of("84.5", "85.0", "84.0"), texts(table.rows().get(0)));
    assertTrue(table.rows().get(0).cells().stream().allMatch(FigureTable.Cell::best));

    model.caseProperty().set("second (no model left out)");
    Row theirs = model.tableProperty().get().rows().get(2);
    assertEquals("theirs", theirs.name());
    assertTrue(theirs.published());
    assertEquals(List.of("99.0", "99.0", ""), texts(theirs));
    assertFalse(theirs.cells().stream().anyMatch(FigureTable.Cell::best), "copied is never best");

    model.measureProperty().set(RankingMeasure.KENDALL.label());
    assertEquals(2, model.tableProperty().get().rows().size(), "no published figures of it");
  }

  @Test
  void aSweepBringsItsOwnMethodsAndIsTabulatedBySetting() {
    connected();
    model.sweepProperty().set(Optional.of("domains"));
    model.run();

    assertEquals(List.of(), program.asked.methods());
    assertEquals(List.of("pearson_x100", "top1_regret"), model.measures());
    FigureTable table = model.tableProperty().get();
    assertEquals(List.of("ours", "chance"), table.columns());
    assertEquals("without domain 0", table.rows().get(0).name());
    assertTrue(table.rows().get(4).cells().get(0).best());
    model.measureProperty().set("top1_regret");
    assertTrue(model.tableProperty().get().rows().get(0).cells().get(0).best(), "low is good");
    assertEquals(5, SweepCurves.of(model.plotted().orElseThrow(), "top1_regret").settings().size());
  }

  @Test
  void settingsThatAreNumbersMakeANumericAxis() {
    connected();
    model.sweepProperty().set(Optional.of("alpha"));
    model.run();
    SweepReport sweep = model.plotted().orElseThrow();
    assertEquals(Map.of(), SweepCurves.of(sweep, "pearson_x100").settings());
    assertEquals(
        List.of("ours", "chance"),
        List.copyOf(SweepCurves.of(sweep, "pearson_x100").curves().keySet()));
  }

  @Test
  void whatIsSavedIsWhatTheTerminalWrites() throws IOException {
    connected();
    model.run();
    for (EvaluationFormat format : EvaluationFormat.values()) {
      Path file = folder.resolve("figures." + format.name().toLowerCase(java.util.Locale.ROOT));
      model.save(file);
      StringWriter expected = new StringWriter();
      format.write(model.shownProperty().get().report(), List.of(), expected);
      assertEquals(expected.toString(), Files.readString(file));
    }
    model.save(folder.resolve("figures.pdf"));
    assertEquals(1, tasks.failures.size());
    model.savePlot(folder.resolve("plot.svg"), true);
    assertEquals(
        "warning|Save plot|There is no sweep to plot yet.",
        messages.said.get(messages.said.size() - 1));
  }

  @Test
  void aPlotIsADrawingOfItsOwn() throws IOException {
    connected();
    model.sweepProperty().set(Optional.of("alpha"));
    model.run();
    Path file = folder.resolve("plot.svg");
    model.savePlot(file, true);
    String svg = Files.readString(file);
    assertTrue(
        svg.startsWith("<svg viewBox") && svg.contains("xmlns=\"http://www.w3.org/2000/svg\""));
    assertTrue(svg.contains("second: ours") && svg.contains("what is swept: alpha"));
  }

  @Test
  void earlierFiguresStayAndCanBeShownAgain() {
    connected();
    model.run();
    model.sweepProperty().set(Optional.of("alpha"));
    model.run();
    assertEquals(2, model.results().size());
    assertEquals("Sweep of alpha on second", model.shownProperty().get().title());
    model.shownProperty().set(model.results().get(1));
    assertEquals(List.of("mean", "birds", "cars"), model.tableProperty().get().columns());
  }

  @Test
  void saysWhatIsMissing() {
    model.run();
    assertEquals("The history is still being loaded.", model.noteProperty().get());
    connected();
    model.choosePack("second", false);
    model.run();
    assertEquals("Choose a history pack.", model.noteProperty().get());
    model.choosePack("first", true);
    model.chooseMethod("ours", false);
    model.chooseMethod("chance", false);
    model.run();
    assertEquals("Choose a method.", model.noteProperty().get());
    assertNull(program.asked);
  }

  @Test
  void aFailureIsShownInThePane() {
    model.connect(
        new EvaluationService() {
          @Override
          public List<PackChoice> packs() {
            return program.packs();
          }

          @Override
          public List<String> methods() {
            return program.methods();
          }

          @Override
          public List<String> sweeps() {
            return program.sweeps();
          }

          @Override
          public EvaluationResult evaluate(
              EvaluationRequest request, fennec.progress.Progress progress)
              throws fennec.error.FennecException {
            throw new fennec.error.FennecException("The history has no images.");
          }
        });
    model.run();
    assertEquals("The history has no images.", model.noteProperty().get());
    assertNull(model.runningProperty().get());
  }

  @Test
  void lowRegretIsBest() {
    EvaluationReport report =
        new EvaluationReport(
            List.of(
                EvaluationRow.computed("p", "a", "t", RankingMeasure.TOP1_REGRET, 0.2),
                EvaluationRow.computed("p", "b", "t", RankingMeasure.TOP1_REGRET, 0.1)),
            List.of());
    FigureTable table = FigureTable.of(report, "p", RankingMeasure.TOP1_REGRET);
    assertFalse(table.rows().get(0).cells().get(0).best());
    assertTrue(table.rows().get(1).cells().get(0).best());
  }
}
