package fennec.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.architecture.GraphNode;
import fennec.architecture.TensorShape;
import fennec.architecture.Weight;
import fennec.error.FennecException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StateDictReaderTest {

  private static final Path FIXTURES = Path.of("src/test/resources/fennec/io/torch");

  @Test
  void pickleAndSafetensorsHoldTheSameTensors() throws FennecException {
    StateDictReader reader = new StateDictReader();
    StateDictReader.Checkpoint pickle = reader.read(FIXTURES.resolve("state.pth"));
    assertEquals(pickle, reader.read(FIXTURES.resolve("state.safetensors")));
    assertEquals(TensorShape.of(4, 3, 3, 3), pickle.tensors().get("stem.weight"));
    assertEquals(426, pickle.parameters());
    assertEquals(304L, pickle.moduleTree().get("layer1"));
    assertEquals(426L, pickle.moduleTree().get(""));
  }

  @Test
  void weightsOfAKnownNetworkNameIt() throws FennecException {
    ArchitectureAtlas atlas = ArchitectureAtlas.open(Path.of("assets/architectures"));
    SortedMap<String, TensorShape> tensors = new TreeMap<>();
    for (GraphNode node : atlas.graph("torchvision.resnet50").nodes()) {
      for (Weight weight : node.weights()) {
        tensors.put(weight.name(), weight.shape());
      }
    }
    StateDictReader.Checkpoint checkpoint = new StateDictReader.Checkpoint(tensors, 25_557_032);
    StateDictReader.Match match = new StateDictReader().match(checkpoint, atlas).orElseThrow();
    assertEquals("torchvision.resnet50", match.name());
    assertEquals(1.0, match.share());
    assertTrue(match.sameNames() > 0.99);
  }

  @Test
  void unknownNetworkMatchesNothing() throws FennecException {
    ArchitectureAtlas atlas = ArchitectureAtlas.open(Path.of("assets/architectures"));
    StateDictReader reader = new StateDictReader();
    assertEquals(Optional.empty(), reader.match(reader.read(FIXTURES.resolve("state.pth")), atlas));
  }
}
