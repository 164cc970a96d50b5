package fennec.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fennec.architecture.ArchitectureGraph;
import fennec.architecture.GraphNode;
import fennec.architecture.Weight;
import fennec.error.FennecException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ArchitectureAtlasTest {

  /** Parameters that the frameworks count and the dataflow does not show. */
  private static final Map<String, Long> UNSEEN =
      Map.of(
          "timm.sam2_hiera_small", 6144L,
          "timm.sam2_hiera_tiny", 6144L);

  private static ArchitectureAtlas atlas;

  @BeforeAll
  static void open() throws FennecException {
    atlas = ArchitectureAtlas.open(Path.of("assets/architectures"));
  }

  @Test
  void everyGraphHasTheNodesAndParametersThatTheListStates() throws FennecException {
    assertEquals(277, atlas.entries().size());
    for (ArchitectureAtlas.Entry entry : atlas.entries().values()) {
      ArchitectureGraph graph = atlas.graph(entry.name());
      assertEquals(entry.name(), graph.name());
      long bodies =
          graph.nodes().stream().filter(n -> n.name().matches(".*/(then|else)_branch/.*")).count();
      long ends = graph.nodes().stream().filter(n -> n.operation().matches("Input|Output")).count();
      assertEquals(entry.nodes(), graph.nodes().size() - ends - bodies, entry.name());
      long unseen = UNSEEN.getOrDefault(entry.name(), 0L);
      assertEquals(entry.parameters(), parameters(graph) + unseen, entry.name());
    }
  }

  private static long parameters(ArchitectureGraph graph) {
    Map<String, Long> counted = new HashMap<>();
    for (GraphNode node : graph.nodes()) {
      for (Weight weight : node.weights()) {
        if (weight.parameter()) {
          counted.put(weight.name(), weight.shape().elements());
        }
      }
    }
    return counted.values().stream().mapToLong(Long::longValue).sum();
  }

  @Test
  void nameWithoutFrameworkResolvesWhereItIsUnique() throws FennecException {
    assertEquals(Optional.of("torchvision.resnet50"), atlas.resolve("resnet50"));
    assertEquals(Optional.of("torchvision.resnet50"), atlas.resolve("torchvision.resnet50"));
    assertEquals(Optional.empty(), atlas.resolve("no_such_network"));
    FennecException several =
        assertThrows(FennecException.class, () -> atlas.resolve("beit_base_patch16_224"));
    assertEquals(
        "'beit_base_patch16_224' stands for several architectures: hf.beit_base_patch16_224,"
            + " timm.beit_base_patch16_224.",
        several.getMessage());
  }
}
