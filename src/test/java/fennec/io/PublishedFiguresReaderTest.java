package fennec.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.error.FennecException;
import fennec.evaluate.EvaluationRow;
import fennec.evaluate.PublishedFigures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishedFiguresReaderTest {

  @TempDir Path folder;

  private final PublishedFiguresReader reader = new PublishedFiguresReader();

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("p.csv"), text.replace(';', '\n'));
  }

  @Test
  void correlationsBecomeRowsTimesAHundred() throws Exception {
    PublishedFigures figures = reader.transferGraph(file("method,cars,dtd;theirs,0.5,-0.25;"));
    assertEquals("hf-finetune", figures.pack());
    assertEquals(
        List.of(
            new EvaluationRow("hf-finetune", "theirs", "cars", "pearson_x100", 50, true),
            new EvaluationRow("hf-finetune", "theirs", "dtd", "pearson_x100", -25, true)),
        figures.rows());
  }

  @Test
  void theFileThatComesWithTheProgramCoversEightTasks() throws Exception {
    PublishedFigures figures =
        reader.transferGraph(Path.of("assets", "reference", "transfergraph_pearson.csv"));
    assertEquals(8, figures.rows().stream().map(EvaluationRow::task).distinct().count());
    assertTrue(figures.rows().stream().allMatch(EvaluationRow::published));
    assertTrue(figures.rows().stream().allMatch(r -> r.value() > 0 && r.value() <= 100));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | FILE: the file is empty.",
        "method,cars | FILE: there are no rows below the header.",
        "method,cars;m,high | FILE, line 2: \"high\" is not a number.",
        "method,cars;m,0.1;n | FILE, line 3: 1 cells where the header has 2."
      })
  void malformedFiles(String text, String sentence) throws IOException {
    Path file = file(text);
    assertEquals(
        sentence.replace("FILE", file.toString()),
        assertThrows(FennecException.class, () -> reader.transferGraph(file)).getMessage());
  }
}
