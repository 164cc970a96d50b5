package fennec.encoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fennec.embedding.DecodedImage;
import fennec.embedding.ImageDecoder;
import fennec.embedding.PreparedImage;
import fennec.error.EncoderUnavailableException;
import fennec.error.FennecException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The built-in encoder against its reference outputs, and what is wrong with bad folders. */
class TorchScriptEncoderTest {

  private static final Path BUILT_IN = Path.of("assets/encoders/built-in");
  private static final Path IMAGES = Path.of("src/test/resources/golden/images");

  @TempDir Path folder;

  @Test
  void givesTheReferenceOutputsInAnyBatch() throws Exception {
    JsonNode expected =
        new ObjectMapper()
            .readTree(Path.of("src/test/resources/encoders/built-in-expected.json").toFile())
            .get("expected");
    assertEquals(13, expected.size());
    try (TorchScriptEncoder encoder = TorchScriptEncoder.open(BUILT_IN, Devices.choose("cpu"))) {
      assertEquals(672, encoder.dimension());
      assertTrue(encoder.id().startsWith("built-in:e5fd484fb5bc-"), encoder.id());
      List<PreparedImage> batch = new ArrayList<>();
      for (Map.Entry<String, JsonNode> image : expected.properties()) {
        Path file = IMAGES.resolve(image.getKey());
        DecodedImage decoded = new ImageDecoder().decode(image.getKey(), Files.readAllBytes(file));
        batch.add(encoder.prepare(decoded));
      }
      float[][] vectors = encoder.encode(batch);
      int row = 0;
      for (Map.Entry<String, JsonNode> image : expected.properties()) {
        float[] reference = new float[672];
        for (int i = 0; i < reference.length; i++) {
          reference[i] = (float) image.getValue().get(i).asDouble();
        }
        assertArrayEquals(reference, vectors[row], 1e-4f, image.getKey());
        float[] alone = encoder.encode(List.of(batch.get(row)))[0];
        assertArrayEquals(vectors[row], alone, image.getKey() + " alone, to the last bit");
        row++;
      }
      assertEquals(0, encoder.encode(List.of()).length);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"schema\": 1 | \"schema\": 2 | \"schema\" must be 1, not 2.",
        "\"dimension\": 672 | \"dimension\": \"x\" | \"dimension\" must be a whole number above 0.",
        "pillow-bicubic | bilinear | \"preprocess.filter\" must be pillow-bicubic, not \"bilinear\".",
        "encoder.pt | ../encoder.pt | \"file\" must be a name in the same folder.",
        "\"centre_crop\": 64 | \"centre_crop\": 65 | \"preprocess\" does not go together: a crop of"
            + " 65 from a shorter side of 64 pixels.",
      })
  void badDescriptionIsNamed(String from, String to, String message) throws Exception {
    String json = Files.readString(BUILT_IN.resolve("encoder.json")).replace(from, to);
    Files.writeString(folder.resolve("encoder.json"), json);
    assertEquals(folder.resolve("encoder.json") + ": " + message, failure());
  }

  @Test
  void missingAndWrongFilesAreNamed() throws Exception {
    assertEquals(
        "The encoder's description "
            + folder.resolve("encoder.json")
            + " cannot be read: no such file or folder.",
        failure());
    Files.copy(BUILT_IN.resolve("encoder.json"), folder.resolve("encoder.json"));
    Path file = folder.resolve("encoder.pt");
    assertEquals("The encoder's file " + file + " is missing.", failure());
    Files.writeString(file, "not the weights");
    assertTrue(
        failure().startsWith(file + " is not the file its description means: its SHA-256 begins "));
  }

  @Test
  void wrongDimensionIsFoundBeforeTheFirstPicture() throws Exception {
    String json = Files.readString(BUILT_IN.resolve("encoder.json")).replace("672", "512");
    Files.writeString(folder.resolve("encoder.json"), json);
    Files.copy(BUILT_IN.resolve("encoder.pt"), folder.resolve("encoder.pt"));
    assertEquals(
        folder.resolve("encoder.pt") + " gives (8, 672) for 8 pictures, not (8, 512).", failure());
  }

  private String failure() {
    return assertThrows(
            EncoderUnavailableException.class,
            () -> TorchScriptEncoder.open(folder, Devices.choose("cpu")))
        .getMessage();
  }

  @Test
  void batchIsHalvedWhereMemoryEnds() throws FennecException {
    List<PreparedImage> batch = new ArrayList<>();
    for (int i = 0; i < 13; i++) {
      batch.add(new PreparedImage("p" + i, new float[] {i}));
    }
    List<Integer> sizes = new ArrayList<>();
    float[][] rows =
        BatchHalving.encode(
            "X",
            batch,
            part -> {
              sizes.add(part.size());
              if (part.size() > 4) {
                throw new IllegalStateException("CUDA out of memory. Tried to allocate 2 GiB");
              }
              return part.stream().map(PreparedImage::pixels).toArray(float[][]::new);
            });
    for (int i = 0; i < 13; i++) {
      assertEquals(i, rows[i][0]);
    }
    assertEquals(List.of(13, 6, 3, 3, 7, 3, 4), sizes);
  }
}
