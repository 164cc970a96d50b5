package fennec.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fennec.file.ContentHash;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every format against what Pillow makes of the same file, and every kind of bad file. */
class ImageDecoderTest {

  private static final Path FOLDER = Path.of("src/test/resources/images/decode");

  /** Largest difference in levels from Pillow where it is not 0. */
  private static final Map<String, Integer> TOLERANCE = new HashMap<>();

  static {
    TOLERANCE.put("lossy.webp", 26); // TwelveMonkeys repeats chroma where libwebp smooths it
  }

  static Stream<Arguments> files() throws IOException {
    JsonNode expected = new ObjectMapper().readTree(FOLDER.resolve("expected.json").toFile());
    Stream.Builder<Arguments> cases = Stream.builder();
    for (Map.Entry<String, JsonNode> file : expected.get("expected").properties()) {
      // Pillow cuts 16-bit grey off at 255; the upper 8 bits are the 8-bit picture
      String like = file.getKey().equals("grey16.png") ? "grey.png" : file.getKey();
      cases.add(Arguments.of(file.getKey(), expected.get("expected").get(like)));
    }
    return cases.build();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void decodesAsPillowDoes(String file, JsonNode expected) throws Exception {
    DecodedImage image = new ImageDecoder().decode(file, Files.readAllBytes(FOLDER.resolve(file)));
    assertEquals(expected.get("width").asInt(), image.width());
    assertEquals(expected.get("height").asInt(), image.height());
    int worst = 0;
    for (JsonNode pixel : expected.get("pixels")) {
      int at = 3 * (pixel.get(1).asInt() * image.width() + pixel.get(0).asInt());
      for (int channel = 0; channel < 3; channel++) {
        int level = image.rgb()[at + channel] & 0xff;
        worst = Math.max(worst, Math.abs(level - pixel.get(2 + channel).asInt()));
      }
    }
    int allowed = TOLERANCE.getOrDefault(file, 0);
    assertTrue(worst <= allowed, file + " is " + worst + " levels off");
    if (allowed == 0) {
      assertEquals(expected.get("sha256").asText(), ContentHash.of(image.rgb()), "all pixels");
    }
  }

  static Stream<Arguments> badFiles() throws IOException {
    byte[] jpeg = Files.readAllBytes(FOLDER.resolve("rgb.jpg"));
    byte[] png = Files.readAllBytes(FOLDER.resolve("rgb.png"));
    byte[] webp = Files.readAllBytes(FOLDER.resolve("rgb.webp"));
    byte[] gif = Files.readAllBytes(FOLDER.resolve("animated.gif"));
    byte[] tiff = Files.readAllBytes(FOLDER.resolve("lzw.tiff"));
    String cut = "The picture is cut short or damaged: its data end before its last row.";
    return Stream.of(
        Arguments.of("empty.jpg", new byte[0], "The file is empty."),
        Arguments.of(
            "text.jpg",
            "I am no picture.".getBytes(StandardCharsets.UTF_8),
            "The file is no picture; Fennec reads JPEG, PNG, GIF, BMP, WebP and TIFF."),
        Arguments.of("cut.jpg", Arrays.copyOf(jpeg, jpeg.length - 80), cut),
        Arguments.of("cut-early.jpg", half(jpeg), cut),
        Arguments.of("lying.jpg", lying(jpeg), cut),
        Arguments.of("cut.png", half(png), cut),
        Arguments.of("cut.webp", half(webp), cut),
        Arguments.of("cut.gif", half(gif), cut),
        Arguments.of("cut.tiff", half(tiff), cut),
        Arguments.of(
            "huge.png",
            emptyPng(60_000, 60_000),
            "The picture has 60,000 x 60,000 pixels; at most 100 million are decoded."),
        Arguments.of(
            "phone.heic",
            "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1),
            "The format HEIC is not supported; save it as JPEG or PNG."),
        Arguments.of(
            "web.avif",
            "\0\0\0\u0018ftypavif\0\0\0\0mif1avif".getBytes(StandardCharsets.ISO_8859_1),
            "The format AVIF is not supported; save it as JPEG or PNG."),
        Arguments.of(
            "only-start.jpg",
            new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0},
            cut));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badFiles")
  void badFileGetsOneClearSentence(String name, byte[] bytes, String reason) {
    UnreadableImageException failure =
        assertThrows(UnreadableImageException.class, () -> new ImageDecoder().decode(name, bytes));
    assertEquals(reason, failure.failure().reason());
    assertEquals(name + ": " + reason, failure.getMessage());
  }

  @Test
  void endMarkerMayBeMissing() throws Exception {
    byte[] jpeg = Files.readAllBytes(FOLDER.resolve("rgb.jpg"));
    DecodedImage whole = new ImageDecoder().decode("a", jpeg);
    DecodedImage without = new ImageDecoder().decode("a", Arrays.copyOf(jpeg, jpeg.length - 2));
    assertEquals(ContentHash.of(whole.rgb()), ContentHash.of(without.rgb()));
  }

  @Test
  void orientationCanBeIgnored() throws Exception {
    byte[] bytes = Files.readAllBytes(FOLDER.resolve("orientation6.png"));
    DecodedImage stored =
        new ImageDecoder(ImageDecoder.DEFAULT_PIXEL_LIMIT, false).decode("a", bytes);
    DecodedImage upright = new ImageDecoder().decode("a", bytes);
    assertEquals(stored.width(), upright.height());
    assertEquals(stored.height(), upright.width());
  }

  private static byte[] half(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length * 2 / 3);
  }

  /** The same data under a header that claims ten times the height. */
  private static byte[] lying(byte[] jpeg) {
    byte[] lie = jpeg.clone();
    for (int i = 2; i < lie.length - 8; i++) {
      if (lie[i] == (byte) 0xff && lie[i + 1] == (byte) 0xc0) {
        lie[i + 5] = 0;
        lie[i + 6] = (byte) 230;
        return lie;
      }
    }
    throw new IllegalStateException("no frame header");
  }

  private static byte[] emptyPng(int width, int height) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1));
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    DataOutputStream head = new DataOutputStream(header);
    head.writeInt(width);
    head.writeInt(height);
    head.write(new byte[] {8, 2, 0, 0, 0});
    chunk(bytes, "IHDR", header.toByteArray());
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    try (DeflaterOutputStream zip = new DeflaterOutputStream(data)) {
      zip.write(new byte[1000]);
    }
    chunk(bytes, "IDAT", data.toByteArray());
    chunk(bytes, "IEND", new byte[0]);
    return bytes.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data)
      throws IOException {
    DataOutputStream chunk = new DataOutputStream(out);
    byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    chunk.writeInt(data.length);
    chunk.write(name);
    chunk.write(data);
    chunk.writeInt((int) crc.getValue());
  }
}
