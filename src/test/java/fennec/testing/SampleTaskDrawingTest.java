package fennec.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleTaskDrawingTest {

  private static final Path FOLDER = Path.of("sample-tasks");
  private static final long MOST_BYTES = 3_000_000;

  static List<SampleTask> tasks() {
    return SampleTask.all();
  }

  /** Decoded, since encoders of JPEG may differ between Java versions. */
  @ParameterizedTest
  @MethodSource("tasks")
  void theSeedGivesThePicturesInTheRepository(SampleTask task) throws IOException {
    for (int c : new int[] {0, task.classes().size() - 1}) {
      Path file =
          FOLDER
              .resolve(task.name())
              .resolve(task.classes().get(c))
              .resolve(SampleTaskDrawing.fileName(1));
      double drawnAgain =
          difference(ImageIO.read(file.toFile()), task.draw(c, 1, SampleTaskDrawing.SEED));
      double another =
          difference(ImageIO.read(file.toFile()), task.draw(c, 1, SampleTaskDrawing.SEED + 1));
      assertTrue(drawnAgain < 6, file + " differs by " + drawnAgain + " grey levels");
      assertTrue(another > 1.5 * drawnAgain, "another seed draws another picture: " + another);
    }
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void theFolderHoldsEveryPictureAndNoOther(SampleTask task) throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER.resolve(task.name()))) {
      List<Path> pictures = files.filter(Files::isRegularFile).toList();
      assertEquals(task.classes().size() * task.imagesPerClass(), pictures.size());
      assertTrue(pictures.size() >= 60);
      assertTrue(pictures.stream().allMatch(p -> p.toString().endsWith(".jpg")));
    }
  }

  @Test
  void allTogetherStaySmall() throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.walk(FOLDER)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
    }
    assertTrue(bytes <= MOST_BYTES, bytes + " bytes");
  }

  private static double difference(BufferedImage a, BufferedImage b) {
    double sum = 0;
    for (int y = 0; y < SampleTask.SIZE; y++) {
      for (int x = 0; x < SampleTask.SIZE; x++) {
        for (int shift = 0; shift <= 16; shift += 8) {
          sum += Math.abs(((a.getRGB(x, y) >> shift) & 255) - ((b.getRGB(x, y) >> shift) & 255));
        }
      }
    }
    return sum / (3.0 * SampleTask.SIZE * SampleTask.SIZE);
  }
}
