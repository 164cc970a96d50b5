package fennec.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fennec.embedding.EmbeddedImage;
import fennec.error.FennecException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageMapWriterTest {

  @TempDir Path folder;

  @Test
  void oneLineAnImageThatASpreadsheetReadsAsItIs() throws Exception {
    Path file = folder.resolve("new").resolve("map.csv");
    ImageMapWriter.write(
        List.of(image("birds/a, b.jpg", "birds"), image("=1+1.png", "")),
        new double[][] {{0.5, -1}, {2, 1e-9}},
        file);
    assertEquals(
        """
        file,label,x,y
        "birds/a, b.jpg",birds,0.5,-1.0
        '=1+1.png,,2.0,1.0E-9
        """,
        Files.readString(file).replace("\r\n", "\n"));
  }

  @Test
  void whatCannotBeWrittenIsSaidAndLeavesNothing() throws Exception {
    Path file = Files.createDirectory(folder.resolve("map.csv"));
    Files.writeString(file.resolve("inside.txt"), "kept");
    FennecException e =
        assertThrows(
            FennecException.class, () -> ImageMapWriter.write(List.of(), new double[0][], file));
    assertEquals(true, e.getMessage().startsWith("Cannot write " + file + ": "), e.getMessage());
    try (var left = Files.list(folder)) {
      assertEquals(List.of(file), left.toList());
    }
  }

  private static EmbeddedImage image(String file, String label) {
    return new EmbeddedImage(file, label, 8, 8);
  }
}
