package fennec.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.error.FennecException;
import fennec.evaluate.AlphaCurve;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlphaCurveReaderTest {

  @TempDir Path folder;

  @Test
  void theCurveThatComesWithTheProgramCoversTheSlider() throws FennecException {
    AlphaCurve curve = new AlphaCurveReader().read(Path.of("assets", "evaluation", "alpha.json"));
    assertEquals(0, curve.alphas().get(0));
    assertEquals(1, curve.alphas().get(curve.alphas().size() - 1));
    assertTrue(curve.quality().stream().allMatch(q -> q > 0 && q <= 100));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | FILE holds no alpha curve of schema 1.",
        "{\"schema\":1,\"alphas\":[0],\"quality\":[80]} | FILE holds no curve: a curve needs two"
            + " points or more.",
        "{\"schema\":1,\"alphas\":[0,1],\"quality\":[80]} | FILE holds no curve: a curve needs two"
            + " points or more."
      })
  void refusesWhatIsNoCurve(String text, String sentence) throws IOException {
    Path file = Files.writeString(folder.resolve("alpha.json"), text);
    assertEquals(
        sentence.replace("FILE", file.toString()),
        assertThrows(FennecException.class, () -> new AlphaCurveReader().read(file)).getMessage());
  }
}
