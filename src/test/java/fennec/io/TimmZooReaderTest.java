package fennec.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.error.FennecException;
import fennec.zoo.BenchmarkedModel;
import fennec.zoo.ModelZoo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    List<BenchmarkedModel> models = new TimmZooReader().read(Path.of("assets/zoo/timm.csv"));
    ModelZoo zoo = new ModelZoo(models.stream().map(BenchmarkedModel::pretrained).toList());
    assertEquals(1556, zoo.size());
    assertEquals(224, zoo.find("convnext_atto.d2_in1k").orElseThrow().inputSize().orElseThrow());
    assertEquals(
        288, zoo.find("convnext_atto.d2_in1k@288").orElseThrow().inputSize().orElseThrow());
    BenchmarkedModel eva = models.get(0);
    assertEquals("EVA02", eva.pretrained().family());
    assertEquals(305_080_000L, eva.pretrained().parameters().orElseThrow());
    assertEquals(362.33e9, eva.multiplyAdds().orElseThrow(), 1);
    assertEquals(0.90056, eva.pretrained().sourceAccuracy().orElseThrow(), 1e-12);
    assertEquals(0.88627, eva.accuracies().get("imagenet_a"), 1e-12);
    assertTrue(models.stream().noneMatch(m -> m.pretrained().family().isEmpty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,a,in1k,0,1,1,50 | line 2: the input_size must be a whole number above 0, it is \"0\".",
        "a,a,in1k,224,x,1,50 | line 2: the parameters_m must be a number not below 0, it is \"x\".",
        "a,a,in1k,224,1,-1,50 | line 2: the gmacs must be a number not below 0, it is \"-1\".",
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
