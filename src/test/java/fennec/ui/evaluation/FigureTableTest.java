package fennec.ui.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import fennec.evaluate.EvaluationReport;
import fennec.evaluate.EvaluationRow;
import fennec.evaluate.Methods;
import fennec.evaluate.RankingMeasure;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTableTest {

  private static FigureTable table(List<EvaluationRow> rows) {
    return FigureTable.of(new EvaluationReport(rows, List.of()), "pack", RankingMeasure.PEARSON);
  }

  @Test
  void oneOfTheMethodsIsOurDefault() {
    List<EvaluationRow> rows = new ArrayList<>();
    for (String method : Methods.labels()) {
      rows.add(EvaluationRow.computed("pack", method, "task", RankingMeasure.PEARSON, 50));
    }

    List<String> standard =
        table(rows).rows().stream()
            .filter(FigureTable.Row::isDefault)
            .map(FigureTable.Row::name)
            .toList();

    assertEquals(List.of("fennec"), standard);
  }

  @Test
  void aPublishedMethodOfThatNameIsNot() {
    String measure = RankingMeasure.PEARSON.label();
    FigureTable table =
        table(List.of(new EvaluationRow("pack", Methods.DEFAULT, "task", measure, 50, true)));

    assertFalse(table.rows().get(0).isDefault());
  }
}
