package fennec.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fennec.file.ContentHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Resize and crop against Pillow: every byte of eight shapes, and the pixels of the checkpoints.
 */
class ImagePreprocessingTest {

  private static final Path RESIZE = Path.of("src/test/resources/images/resize");
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<Arguments> shapes() throws IOException {
    Stream.Builder<Arguments> cases = Stream.builder();
    for (JsonNode c : JSON.readTree(RESIZE.resolve("expected.json").toFile()).get("cases")) {
      cases.add(
          Arguments.of(
              c.get("file").asText(),
              c.get("side").asInt(),
              c.get("crop").asInt(),
              c.get("sha256").asText()));
    }
    return cases.build();
  }

  @ParameterizedTest(name = "{0} to {1}, crop {2}")
  @MethodSource("shapes")
  void resizesAsPillowDoesBitForBit(String file, int side, int crop, String sha256)
      throws Exception {
    ImagePreprocessing preprocessing = plain(side, crop);
    assertEquals(sha256, ContentHash.of(preprocessing.levels(decode(RESIZE.resolve(file)))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"clip-tiny-patch8-32", "clip-tiny-gelu-patch14-56"})
  void preparesThePixelsOfTheReference(String checkpoint) throws Exception {
    Path folder = GOLDEN.resolve(checkpoint);
    JsonNode config = JSON.readTree(folder.resolve("preprocessor_config.json").toFile());
    int crop = config.get("crop_size").get("height").asInt();
    ImagePreprocessing preprocessing =
        new ImagePreprocessing(
            config.get("size").get("shortest_edge").asInt(),
            crop,
            1 / 255.0,
            numbers(config.get("image_mean")),
            numbers(config.get("image_std")));
    int compared = 0;
    int off = 0;
    JsonNode expected = JSON.readTree(folder.resolve("expected.json").toFile()).get("expected");
    for (Map.Entry<String, JsonNode> image : expected.properties()) {
      float[] pixels =
          preprocessing.prepare(decode(GOLDEN.resolve("images").resolve(image.getKey()))).pixels();
      for (JsonNode p : image.getValue().get("pixels")) {
        int at = (p.get(0).asInt() * crop + p.get(1).asInt()) * crop + p.get(2).asInt();
        compared++;
        off += Math.abs(pixels[at] - p.get(3).asDouble()) > 1e-5 ? 1 : 0;
      }
    }
    assertEquals(13 * 48, compared);
    assertEquals(0, off, "pixels that are a level off");
  }

  @Test
  void fingerprintTellsPreprocessingApart() {
    assertEquals(plain(64, 64).fingerprint(), plain(64, 64).fingerprint());
    assertEquals(plain(64, 64), plain(64, 64));
    assertNotEquals(plain(64, 64).fingerprint(), plain(72, 64).fingerprint());
    assertThrows(IllegalArgumentException.class, () -> plain(32, 64));
  }

  private static ImagePreprocessing plain(int side, int crop) {
    return new ImagePreprocessing(
        side, crop, 1 / 255.0, new float[] {0, 0, 0}, new float[] {1, 1, 1});
  }

  private static DecodedImage decode(Path file) throws Exception {
    return new ImageDecoder().decode(file.toString(), Files.readAllBytes(file));
  }

  private static float[] numbers(JsonNode array) {
    float[] numbers = new float[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) array.get(i).asDouble();
    }
    return numbers;
  }
}
