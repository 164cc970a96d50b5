package fennec.architecture;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fennec.error.FennecException;
import fennec.io.ArchitectureAtlas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Costs of the atlas beside what torchvision's documentation states per published weights. */
class TorchvisionReferenceTest {

  private static final Path FOLDER = Path.of("assets/architectures");

  /**
   * Side at which torchvision evaluates weights, where it is not the graph's own; from the
   * preprocessing that comes with the weights (torchvision 0.28).
   */
  private static final Map<String, Integer> EVALUATION_SIZE =
      Map.ofEntries(
          Map.entry("torchvision.efficientnet_b1", 240),
          Map.entry("torchvision.efficientnet_b2", 288),
          Map.entry("torchvision.efficientnet_b3", 300),
          Map.entry("torchvision.efficientnet_b4", 380),
          Map.entry("torchvision.efficientnet_b5", 456),
          Map.entry("torchvision.efficientnet_b6", 528),
          Map.entry("torchvision.efficientnet_b7", 600),
          Map.entry("torchvision.efficientnet_v2_m", 480),
          Map.entry("torchvision.efficientnet_v2_l", 480),
          Map.entry("torchvision.regnet_y_16gf IMAGENET1K_SWAG_E2E_V1", 384),
          Map.entry("torchvision.regnet_y_32gf IMAGENET1K_SWAG_E2E_V1", 384));

  /**
   * Weights whose cost cannot be had from the graph: evaluated at another size (256, 384 and 512)
   * than the graph's 224, which is built into its Reshape targets.
   */
  private static final Set<String> OTHER_SIZE =
      Set.of(
          "torchvision.swin_v2_b IMAGENET1K_V1",
          "torchvision.swin_v2_s IMAGENET1K_V1",
          "torchvision.swin_v2_t IMAGENET1K_V1",
          "torchvision.vit_b_16 IMAGENET1K_SWAG_E2E_V1",
          "torchvision.vit_l_16 IMAGENET1K_SWAG_E2E_V1");

  /**
   * Parameters stated and not in the graph: the auxiliary classifier that only training uses, and
   * the longer position embedding of the larger evaluation size.
   */
  private static final Map<String, Long> NOT_IN_THE_GRAPH =
      Map.of(
          "torchvision.inception_v3 IMAGENET1K_V1", 3_326_696L,
          "torchvision.vit_b_16 IMAGENET1K_SWAG_E2E_V1", 291_840L,
          "torchvision.vit_l_16 IMAGENET1K_SWAG_E2E_V1", 847_872L);

  @Test
  void parametersAreEqualAndMultiplyAddsWithinTwoPercent() throws IOException, FennecException {
    ArchitectureAtlas atlas = ArchitectureAtlas.open(FOLDER);
    Set<String> off = new TreeSet<>();
    int compared = 0;
    for (String line : Files.readAllLines(FOLDER.resolve("torchvision_reference.csv"))) {
      String[] cells = line.split(",");
      if (!atlas.entries().containsKey(cells[0])) {
        continue;
      }
      compared++;
      String weights = cells[0] + " " + cells[1];
      GraphCost cost = costAtEvaluationSize(atlas, cells[0], weights);
      assertEquals(0, cost.unknown().size(), weights);
      long absent = NOT_IN_THE_GRAPH.getOrDefault(weights, 0L);
      assertEquals(Long.parseLong(cells[2]), cost.parameters() + absent, weights);
      double stated = Double.parseDouble(cells[3]);
      if (Math.abs(cost.multiplyAdds() / 1e9 / stated - 1) > 0.02) {
        off.add(weights);
      }
    }
    int rows = compared;
    assertAll(() -> assertEquals(new TreeSet<>(OTHER_SIZE), off), () -> assertEquals(ROWS, rows));
  }

  private static final int ROWS = 111;

  private static GraphCost costAtEvaluationSize(
      ArchitectureAtlas atlas, String name, String weights) throws FennecException {
    ArchitectureGraph graph = atlas.graph(name);
    for (String key : List.of(name, weights)) {
      Integer side = EVALUATION_SIZE.get(key);
      if (side != null) {
        return GraphCost.of(OtherInputs.atInputSize(graph, side));
      }
    }
    return GraphCost.of(graph);
  }
}
