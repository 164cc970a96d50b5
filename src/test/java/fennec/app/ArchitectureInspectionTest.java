package fennec.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fennec.error.FennecException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ArchitectureInspectionTest {

  private static final Path ASSETS = Path.of("assets");

  @Test
  void nameEndingAndFileStandForTheSameGraph() throws FennecException {
    ArchitectureInspection inspection = new ArchitectureInspection(ASSETS);
    ArchitectureInspection.Facts byName =
        ArchitectureInspection.facts(inspection.find("torchvision.resnet50"));
    assertEquals(byName, ArchitectureInspection.facts(inspection.find("resnet50")));
    assertEquals(
        byName,
        ArchitectureInspection.facts(
            inspection.find("assets/architectures/torchvision.resnet50.onnx.gz")));
    assertEquals(25_557_032, byName.parameters());
    assertEquals(54, byName.layers());
    assertEquals(53, byName.operations().get("Conv"));
    assertEquals(0, byName.uncounted());
  }

  @Test
  void nameThatStandsForNothingIsSaid() throws FennecException {
    ArchitectureInspection inspection = new ArchitectureInspection(ASSETS);
    FennecException e = assertThrows(FennecException.class, () -> inspection.find("no such thing"));
    assertEquals(
        "'no such thing' is neither a file, nor an architecture, nor a model of the history.",
        e.getMessage());
  }
}
