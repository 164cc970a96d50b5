package fennec.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.error.FennecException;
import fennec.zoo.PretrainedModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimmZooReaderTest {

  private static final String HEADER =
      "model,architecture,pretraining,input_size,parameters_m,gmacs,imagenet_top1\n";

  @TempDir Path folder;

  @Test
  void readsTheZooWithOneNamePerWeightsAndSize() throws FennecException {
    List<PretrainedModel> models = new TimmZooReader().read(Path.of("assets/zoo/timm.csv"));
    Map<String, PretrainedModel> zoo =
        models.stream().collect(Collectors.toMap(PretrainedModel::name, model -> model));
    assertEquals(1556, zoo.size());
    assertEquals(224, zoo.get("convnext_atto.d2_in1k").inputSize().orElseThrow());
    assertEquals(288, zoo.get("convnext_atto.d2_in1k@288").inputSize().orElseThrow());
    PretrainedModel eva = models.get(0);
    assertEquals("EVA02", eva.family());
    assertEquals(305_080_000L, eva.parameters().orElseThrow());
    assertEquals(0.90056, eva.sourceAccuracy().orElseThrow(), 1e-12);
    assertTrue(models.stream().noneMatch(model -> model.family().isEmpty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,a,in1k,0,1,1,50 | line 2: the input_size must be a whole number above 0, it is \"0\".",
        "a,a,in1k,224,x,1,50 | line 2: the parameters_m must be a number not below 0, it is \"x\".",
        "a,a,in1k,224,-1,1,50 | line 2: the parameters_m must be a number not below 0, it is \"-1\".",
        "a,a,in1k,224,1,1,101 | line 2: the imagenet_top1 must be within 0 and 100, it is \"101\".",
        ",a,in1k,224,1,1,50 | line 2: the name of the model is empty."
      })
  void refusesBadRows(String row, String message) throws Exception {
    Path file = folder.resolve("timm.csv");
    Files.writeString(file, HEADER + row + "\n");
    FennecException e = assertThrows(FennecException.class, () -> new TimmZooReader().read(file));
    assertEquals(file + ", " + message, e.getMessage());
  }

  @Test
  void refusesTheSameWeightsTwiceAtOneSize() throws Exception {
    Path file = folder.resolve("timm.csv");
    Files.writeString(file, HEADER + "a,a,in1k,224,1,1,50\na,a,in1k,224,1,1,50\n");
    FennecException e = assertThrows(FennecException.class, () -> new TimmZooReader().read(file));
    assertEquals(file + ", line 3: a stands twice.", e.getMessage());
  }
}
