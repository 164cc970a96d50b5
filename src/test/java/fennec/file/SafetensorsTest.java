package fennec.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.error.FennecException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SafetensorsTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden/clip-tiny-patch8-32");

  @TempDir Path folder;

  @Test
  void readsWhatThePythonLibraryWrote() throws FennecException {
    try (Safetensors file = Safetensors.open(GOLDEN.resolve("model.safetensors"))) {
      assertEquals(Map.of("format", "pt"), file.metadata());
      TensorEntry patch = file.entry("vision_model.embeddings.patch_embedding.weight");
      assertTrue(patch.hasShape(48, 3, 8, 8), patch.shapeText());
      assertEquals(TensorType.F32, patch.type());
      assertEquals(48 * 3 * 8 * 8, file.floats(patch.name()).length);
    }
  }

  @ParameterizedTest
  @CsvSource({"model-fp16, F16, 4.9e-4", "model-bf16, BF16, 3.95e-3"})
  void halfPrecisionIsTheSameWeightsRounded(String name, TensorType type, float relative)
      throws FennecException {
    try (Safetensors full = Safetensors.open(GOLDEN.resolve("model.safetensors"));
        Safetensors half = Safetensors.open(GOLDEN.resolve(name + ".safetensors"))) {
      assertEquals(full.entries().keySet(), half.entries().keySet());
      for (String tensor : full.entries().keySet()) {
        if (full.entry(tensor).type() != TensorType.F32) {
          continue;
        }
        assertEquals(type, half.entry(tensor).type(), tensor);
        float[] expected = full.floats(tensor);
        float[] actual = half.floats(tensor);
        for (int i = 0; i < expected.length; i++) {
          assertEquals(expected[i], actual[i], relative * Math.abs(expected[i]) + 1e-7f, tensor);
        }
      }
    }
  }

  @Test
  void everyHalfSurvivesTheWayThereAndBack() {
    for (int bits = 0; bits <= 0xffff; bits++) {
      float value = HalfPrecision.toFloat((short) bits);
      if (!Float.isNaN(value)) {
        assertEquals((short) bits, HalfPrecision.fromFloat(value));
      }
    }
    assertEquals(0x7c00, HalfPrecision.fromFloat(65520f));
    assertEquals(0x7bff, HalfPrecision.fromFloat(65519f));
    assertEquals(0x0000, HalfPrecision.fromFloat(0x1p-25f));
    assertEquals(0x0001, HalfPrecision.fromFloat(0x1.8p-25f));
    assertTrue(Float.isNaN(HalfPrecision.toFloat(HalfPrecision.fromFloat(Float.NaN))));
  }

  @Test
  void writtenTensorsAreReadBackAndTheBytesAreTheSameTwice() throws FennecException, IOException {
    float[] floats = new float[20_000];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = i * 0.25f;
    }
    Path one = folder.resolve("one.safetensors");
    new SafetensorsWriter()
        .metadata("b", "ü")
        .metadata("a", "1")
        .u8("bytes", new byte[] {0, -1, 7}, 3)
        .f16("half", new float[] {1.5f, -0.1f}, 1, 2)
        .f32("single", floats, 100, 200)
        .i32("ints", new int[] {-5, Integer.MAX_VALUE}, 2)
        .i64("longs", new long[] {Long.MIN_VALUE}, 1)
        .f32("scalar", new float[] {3})
        .f32("empty", new float[0], 0, 4)
        .write(one);
    try (Safetensors file = Safetensors.open(one)) {
      assertEquals(Map.of("a", "1", "b", "ü"), file.metadata());
      assertArrayEquals(floats, file.floats("single"));
      assertArrayEquals(new float[] {1.5f, -0.099975586f}, file.floats("half"));
      assertArrayEquals(new long[] {0, 255, 7}, file.longs("bytes"));
      assertArrayEquals(new long[] {-5, Integer.MAX_VALUE}, file.longs("ints"));
      assertArrayEquals(new long[] {Long.MIN_VALUE}, file.longs("longs"));
      assertArrayEquals(new float[] {3}, file.floats("scalar"));
      assertEquals(0, file.floats("empty").length);
      assertEquals(3, file.bytes("bytes").remaining());
      assertEquals(0, file.entry("longs").begin() % 8);
    }
    Path two = folder.resolve("two.safetensors");
    new SafetensorsWriter()
        .f32("empty", new float[0], 0, 4)
        .f32("scalar", new float[] {3})
        .i64("longs", new long[] {Long.MIN_VALUE}, 1)
        .f32("single", floats, 100, 200)
        .i32("ints", new int[] {-5, Integer.MAX_VALUE}, 2)
        .f16("half", new float[] {1.5f, -0.1f}, 1, 2)
        .u8("bytes", new byte[] {0, -1, 7}, 3)
        .metadata("a", "1")
        .metadata("b", "ü")
        .write(two);
    assertEquals(ContentHash.of(one), ContentHash.of(two));
  }

  @ParameterizedTest
  @EnumSource(
      value = TensorType.class,
      names = {"F64", "I64", "I32", "I16", "I8", "U8", "BOOL"})
  void everyOtherTypeIsReadAsSingles(TensorType type) throws Exception {
    ByteBuffer data = ByteBuffer.allocate(type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    switch (type) {
      case F64 -> data.putDouble(1);
      case I64 -> data.putLong(1);
      case I32 -> data.putInt(1);
      case I16 -> data.putShort((short) 1);
      default -> data.put((byte) 1);
    }
    String header =
        "{\"x\":{\"dtype\":\"%s\",\"shape\":[1],\"data_offsets\":[0,%d]}}"
            .formatted(type, type.bytes());
    try (Safetensors file = Safetensors.open(file(header, data.array()))) {
      assertArrayEquals(new float[] {1}, file.floats("x"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "[] | 0 | its header is no JSON object.",
        "{\"x\": | 0 | its header is no valid JSON (Unexpected end-of-input within/between Object"
            + " entries).",
        "{} {} | 0 | its header is no valid JSON (Trailing token (of type START_OBJECT) found after"
            + " value (bound as `com.fasterxml.jackson.databind.JsonNode`): not allowed as per"
            + " `DeserializationFeature.FAIL_ON_TRAILING_TOKENS`).",
        "{\"__metadata__\":[]} | 0 | its __metadata__ is no object.",
        "{\"__metadata__\":{\"a\":1}} | 0 | its __metadata__ has no text at \"a\".",
        "{\"x\":{\"shape\":[1],\"data_offsets\":[0,4]}} | 4 | tensor \"x\" has no dtype.",
        "{\"x\":{\"dtype\":\"F8\",\"shape\":[1],\"data_offsets\":[0,1]}} | 1 | tensor \"x\" has the"
            + " unknown dtype \"F8\".",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}} | 4 | tensor \"x\" has a"
            + " shape that is no list of non-negative integers.",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":1,\"data_offsets\":[0,4]}} | 4 | tensor \"x\" has a"
            + " shape that is no list of non-negative integers.",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,0]}} | 4 | tensor \"x\" has"
            + " data_offsets that are no range.",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,0]}} | 0 |"
            + " tensor \"x\" has a shape too large.",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}} | 4 | tensor \"x\" takes 8"
            + " bytes by its shape and 4 by its data_offsets.",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}} | 4 | tensor \"x\" ends at"
            + " byte 8 of its data, which has 4 (is the file cut short?).",
        "{\"x\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[0,2]},\"y\":{\"dtype\":\"U8\","
            + "\"shape\":[2],\"data_offsets\":[1,3]}} | 3 | tensor \"y\" overlaps another.",
        "{\"x\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[1,3]}} | 3 | tensor \"x\" leaves a"
            + " hole before it.",
        "{\"x\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[0,2]}} | 5 | 3 bytes after its"
            + " last tensor belong to none.",
      })
  void aMalformedFileIsRefusedWithASentence(String header, int dataBytes, String what)
      throws IOException {
    Path path = file(header, new byte[dataBytes]);
    FennecException e = assertThrows(FennecException.class, () -> Safetensors.open(path));
    assertEquals(path + " is no sound safetensors file: " + what, e.getMessage());
  }

  @Test
  void aTensorTwiceIsRefused() throws IOException {
    String tensor = "\"x\":{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[0,0]}";
    Path path = file("{" + tensor + "," + tensor + "}", new byte[0]);
    FennecException e = assertThrows(FennecException.class, () -> Safetensors.open(path));
    assertEquals(
        path + " is no sound safetensors file: its header is no valid JSON (Duplicate field 'x').",
        e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "'', it has only 0 bytes.",
    "0102030405, it has only 5 bytes.",
    "01e1f50500000000, 'its header claims 100000001 bytes, the limit is 100000000.'",
    "ffffffffffffffff, 'its header claims 18446744073709551615 bytes, the limit is 100000000.'",
    "05000000000000007b7d, 'its header claims 5 bytes, and 2 follow.'",
    "0200000000000000ff7d, its header is not UTF-8.",
  })
  void aLyingStartIsRefused(String hex, String what) throws IOException {
    Path path = folder.resolve("start.safetensors");
    Files.write(path, java.util.HexFormat.of().parseHex(hex));
    FennecException e = assertThrows(FennecException.class, () -> Safetensors.open(path));
    assertEquals(path + " is no sound safetensors file: " + what, e.getMessage());
  }

  @Test
  void absentFilesAndTensorsAreNamed() throws Exception {
    Path absent = folder.resolve("absent");
    assertEquals(
        "Cannot read " + absent + ": no such file or folder.",
        assertThrows(FennecException.class, () -> Safetensors.open(absent)).getMessage());
    Path path =
        file("{\"x\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}}", new byte[0]);
    try (Safetensors file = Safetensors.open(path)) {
      assertEquals(List.of("x"), List.copyOf(file.entries().keySet()));
      assertEquals(
          path + " has no tensor \"y\".",
          assertThrows(FennecException.class, () -> file.floats("y")).getMessage());
      assertEquals(
          "Tensor \"x\" of " + path + " holds F32, no integers.",
          assertThrows(FennecException.class, () -> file.longs("x")).getMessage());
    }
  }

  private Path file(String header, byte[] data) throws IOException {
    byte[] json = header.strip().getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + json.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
    Path path = folder.resolve("file.safetensors");
    Files.write(path, bytes.putLong(json.length).put(json).put(data).array());
    return path;
  }
}
