package fennec.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fennec.embedding.DecodedImage;
import fennec.embedding.ImageDecoder;
import fennec.embedding.ImageEncoder;
import fennec.embedding.PreparedImage;
import fennec.error.FennecException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Embeddings beside those of the reference implementation. */
class GoldenEmbeddingsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final Path CHECKPOINTS = Path.of("src/test/resources/checkpoints");
  private static final Placement CPU = new Placement(new Devices.Choice("cpu", "CPU", ""), false);

  /** The tolerance of half-precision files is that of rounding the weights, not the sums. */
  @ParameterizedTest
  @CsvSource({
    "clip-tiny-patch8-32, model.safetensors, 1e-4",
    "clip-tiny-patch8-32, model-fp16.safetensors, 1e-3",
    "clip-tiny-patch8-32, model-bf16.safetensors, 1e-2",
    "clip-tiny-gelu-patch14-56, model.safetensors, 1e-4",
    "dinov2-tiny, model.safetensors, 1e-4",
  })
  void wholeEmbeddingsAgree(String checkpoint, String weights, double tolerance) throws Exception {
    agree(GOLDEN.resolve(checkpoint), GOLDEN.resolve("images"), weights, tolerance);
  }

  /** Photographs of the historical tasks are not shipped. */
  @ParameterizedTest
  @CsvSource({
    "clip-tiny-patch8-32, model.safetensors, 1e-4",
    "clip-tiny-patch8-32, model-fp16.safetensors, 1e-3",
    "clip-tiny-patch8-32, model-bf16.safetensors, 1e-2",
    "clip-tiny-gelu-patch14-56, model.safetensors, 1e-4",
    "dinov2-tiny, model.safetensors, 1e-4",
  })
  void wholeEmbeddingsOfPhotographsAgree(String checkpoint, String weights, double tolerance)
      throws Exception {
    Path folder = Path.of("../shared/golden").resolve(checkpoint);
    assumeTrue(Files.isDirectory(folder), "NOT TESTED: " + folder + " is not here");
    agree(folder, folder.resolve("images"), weights, tolerance);
  }

  private static void agree(Path folder, Path images, String weights, double tolerance)
      throws Exception {
    JsonNode expected = JSON.readTree(folder.resolve("expected.json").toFile()).get("expected");
    try (ImageEncoder encoder = open(folder.resolve(weights))) {
      List<PreparedImage> batch = new ArrayList<>();
      List<String> names = new ArrayList<>();
      for (Map.Entry<String, JsonNode> image : expected.properties()) {
        names.add(image.getKey());
        batch.add(encoder.prepare(decode(images.resolve(image.getKey()))));
      }
      float[][] actual = encoder.encode(batch);
      double worst = 0;
      for (int i = 0; i < actual.length; i++) {
        double deviation = deviation(expected.get(names.get(i)).get("embedding"), actual[i]);
        assertTrue(deviation <= tolerance, names.get(i) + " is off by " + deviation);
        worst = Math.max(worst, deviation);
      }
      System.getLogger("golden")
          .log(
              System.Logger.Level.INFO,
              "{0} {1}: {2} pictures, largest deviation {3}",
              folder.getFileName(),
              weights,
              names.size(),
              Double.toString(worst));
      assertEquals(names.size(), actual.length);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "dinov2-stretched",
    "dinov2-shrunk",
    "dinov2-swiglu",
    "clip-vision-only",
    "openai-tiny",
    "openai-tiny/openai-tiny.pt",
    "openai-tiny/openai-tiny-state.pt"
  })
  void otherShapesOfCheckpointsAgree(String place) throws Exception {
    Path path = CHECKPOINTS.resolve(place);
    Path folder = place.endsWith(".pt") ? path.getParent() : path;
    JsonNode expected = JSON.readTree(folder.resolve("expected.json").toFile());
    int side = expected.get("side").intValue();
    try (ImageEncoder encoder = open(path)) {
      PreparedImage image = new PreparedImage("waves", waves(side));
      float[][] rows = encoder.encode(List.of(image, image));
      for (float[] row : rows) {
        double deviation = deviation(expected.get("embedding"), row);
        assertTrue(deviation <= 1e-4, place + " is off by " + deviation);
      }
    }
  }

  @Test
  void theOpenAiArchiveGivesTheEmbeddingsOfTheSafetensorsFile() throws Exception {
    PreparedImage image = new PreparedImage("waves", waves(24));
    Path folder = CHECKPOINTS.resolve("openai-tiny");
    try (ImageEncoder one = open(folder);
        ImageEncoder two = open(folder.resolve("openai-tiny.pt"))) {
      assertEquals(16, two.dimension());
      org.junit.jupiter.api.Assertions.assertArrayEquals(
          one.encode(List.of(image))[0], two.encode(List.of(image))[0]);
    }
  }

  @Test
  void batchingDoesNotMatter() throws Exception {
    Path folder = GOLDEN.resolve("clip-tiny-patch8-32");
    try (ImageEncoder encoder = open(folder)) {
      List<PreparedImage> batch = new ArrayList<>();
      for (int i = 0; i < 7; i++) {
        float[] pixels = waves(32);
        pixels[i] += i;
        batch.add(new PreparedImage("" + i, pixels));
      }
      float[][] together = encoder.encode(batch);
      for (int i = 0; i < 7; i++) {
        org.junit.jupiter.api.Assertions.assertArrayEquals(
            together[i], encoder.encode(batch.subList(i, i + 1))[0], 2e-6f);
      }
      assertEquals(0, encoder.encode(List.of()).length);
    }
  }

  private static ImageEncoder open(Path place) throws FennecException {
    return VisionCheckpoints.open(place, CPU);
  }

  private static float[] waves(int side) {
    float[] pixels = new float[3 * side * side];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (float) Math.sin((double) i * i * 0.001 + 0.3 * i);
    }
    return pixels;
  }

  private static double deviation(JsonNode expected, float[] actual) {
    assertEquals(expected.size(), actual.length);
    double worst = 0;
    for (int i = 0; i < actual.length; i++) {
      worst = Math.max(worst, Math.abs(expected.get(i).doubleValue() - actual[i]));
    }
    return worst;
  }

  private static DecodedImage decode(Path file) throws IOException, FennecException {
    return new ImageDecoder().decode(file.getFileName().toString(), Files.readAllBytes(file));
  }
}
