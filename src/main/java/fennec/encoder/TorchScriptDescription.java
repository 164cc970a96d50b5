package fennec.encoder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fennec.embedding.ImagePreprocessing;
import fennec.error.EncoderUnavailableException;
import fennec.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What {@code encoder.json} says of a traced encoder.
 *
 * @param id short name
 * @param title for people
 * @param file the TorchScript file in the same folder
 * @param sha256 of that file, lower-case hexadecimal
 * @param dimension d
 * @param preprocessing what is done to pictures
 */
record TorchScriptDescription(
    String id,
    String title,
    String file,
    String sha256,
    int dimension,
    ImagePreprocessing preprocessing) {

  /** Name of the file that describes an encoder. */
  static final String NAME = "encoder.json";

  /** Reads {@code folder/encoder.json}. */
  static TorchScriptDescription read(Path folder) throws EncoderUnavailableException {
    Path json = folder.resolve(NAME);
    try {
      JsonNode root = new ObjectMapper().readTree(Files.readAllBytes(json));
      return new Fields(json).description(root);
    } catch (JsonProcessingException e) {
      throw new EncoderUnavailableException(
          json + " is no JSON: " + e.getOriginalMessage() + ".", e);
    } catch (IOException e) {
      throw new EncoderUnavailableException(
          "The encoder's description " + json + " cannot be read: " + AtomicFile.reason(e) + ".",
          e);
    }
  }

  private record Fields(Path json) {

    TorchScriptDescription description(JsonNode root) throws EncoderUnavailableException {
      same(root.path("schema"), "schema", "1");
      same(root.path("format"), "format", "torchscript");
      same(root.path("input").path("layout"), "input.layout", "NCHW");
      same(root.path("input").path("type"), "input.type", "float32");
      JsonNode p = root.path("preprocess");
      same(p.path("convert"), "preprocess.convert", "RGB");
      same(p.path("filter"), "preprocess.filter", "pillow-bicubic");
      same(p.path("scale"), "preprocess.scale", "1/255");
      String file = text(root, "file");
      if (file.contains("/") || file.contains("\\") || file.equals("..")) {
        throw wrong("file", "must be a name in the same folder");
      }
      String sha256 = text(root, "sha256");
      if (!sha256.matches("[0-9a-f]{64}")) {
        throw wrong("sha256", "must be 64 lower-case hexadecimal digits");
      }
      String id = text(root, "id");
      if (!id.matches("[A-Za-z0-9._-]+")) {
        throw wrong("id", "may have letters, digits, dot, dash and underscore only");
      }
      return new TorchScriptDescription(
          id, text(root, "title"), file, sha256, number(root, "dimension"), preprocessing(p));
    }

    private ImagePreprocessing preprocessing(JsonNode p) throws EncoderUnavailableException {
      try {
        return new ImagePreprocessing(
            number(p, "resize_shorter_side"),
            number(p, "centre_crop"),
            1 / 255.0,
            three(p, "mean"),
            three(p, "std"));
      } catch (IllegalArgumentException e) {
        throw wrong("preprocess", "does not go together: " + e.getMessage());
      }
    }

    private void same(JsonNode node, String field, String wanted)
        throws EncoderUnavailableException {
      if (!node.asText().equals(wanted)) {
        throw wrong(field, "must be " + wanted + (node.isMissingNode() ? "" : ", not " + node));
      }
    }

    private String text(JsonNode root, String field) throws EncoderUnavailableException {
      JsonNode node = root.path(field);
      if (!node.isTextual() || node.asText().isBlank()) {
        throw wrong(field, "must be a text");
      }
      return node.asText();
    }

    private int number(JsonNode root, String field) throws EncoderUnavailableException {
      JsonNode node = root.path(field);
      if (!node.canConvertToInt() || !node.isIntegralNumber() || node.asInt() < 1) {
        throw wrong(field, "must be a whole number above 0");
      }
      return node.asInt();
    }

    private float[] three(JsonNode root, String field) throws EncoderUnavailableException {
      JsonNode node = root.path(field);
      float[] numbers = new float[3];
      for (int i = 0; i < 3; i++) {
        if (node.size() != 3 || !node.get(i).isNumber()) {
          throw wrong(field, "must be three numbers");
        }
        numbers[i] = node.get(i).floatValue();
      }
      return numbers;
    }

    private EncoderUnavailableException wrong(String field, String what) {
      return new EncoderUnavailableException(json + ": \"" + field + "\" " + what + ".");
    }
  }
}
