package fennec.encoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fennec.embedding.ImageEncoder;
import fennec.embedding.PreparedImage;
import fennec.error.FennecException;
import fennec.file.Safetensors;
import fennec.file.SafetensorsWriter;
import fennec.file.TensorEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checkpoints in other places, in pieces, and broken ones. */
class CheckpointFaultsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SOURCE = Path.of("src/test/resources/checkpoints/clip-vision-only");
  private static final Placement CPU = new Placement(new Devices.Choice("cpu", "CPU", ""), false);

  @TempDir Path folder;

  @BeforeEach
  void copy() throws IOException {
    for (String name : List.of("config.json", "preprocessor_config.json", "model.safetensors")) {
      Files.copy(SOURCE.resolve(name), folder.resolve(name));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "config.json | /model_type | 'bert' | D/config.json has the model_type \"bert\"; CLIP has"
            + " clip or clip_vision_model.",
        "config.json | /hidden_act | 'tanh' | D/config.json asks for the activation \"tanh\"; known"
            + " are quick_gelu and gelu.",
        "config.json | /hidden_size | -3 | D/config.json has -3 at \"hidden_size\" where a size"
            + " belongs.",
        "config.json | /num_attention_heads | 5 | D/config.json has 5 heads, which do not divide a"
            + " width of 32.",
        "config.json | /num_channels | 1 | D/config.json has 1 channels; only 3 are supported.",
        "config.json | /patch_size | 64 | D/config.json cuts pictures of 32 pixels into patches of"
            + " 64.",
        "config.json | /layer_norm_eps | 'x' | D/config.json has \"x\" at \"layer_norm_eps\" where a"
            + " positive number belongs.",
        "config.json | /image_size | 48 | D: preprocessor_config.json crops to 32 pixels, and"
            + " config.json wants 48.",
        "config.json | /patch_size | 8 | D/model.safetensors: tensor"
            + " \"vision_model.embeddings.patch_embedding.weight\" is [32, 3, 16, 16], and the"
            + " config asks for [32, 3, 8, 8].",
        "config.json | /num_hidden_layers | 3 | D/model.safetensors has no tensor"
            + " \"vision_model.encoder.layers.2.layer_norm1.weight\" [32], which the config asks"
            + " for.",
        "config.json | /num_hidden_layers | 1 | D/model.safetensors has the tensor"
            + " \"vision_model.encoder.layers.1.layer_norm1.bias\", which the config has no place"
            + " for.",
        "config.json | /projection_dim | 21 | D/model.safetensors: tensor"
            + " \"visual_projection.weight\" is [20, 32], and the config asks for [21, 32].",
        "preprocessor_config.json | /resample | 2 | D/preprocessor_config.json asks for resampling"
            + " filter 2; only 3 (bicubic) is supported.",
        "preprocessor_config.json | /do_center_crop | false | D/preprocessor_config.json switches"
            + " do_center_crop off, which is not supported.",
        "preprocessor_config.json | /size | 16 | D/preprocessor_config.json crops 32 pixels from a"
            + " shorter side of 16.",
        "preprocessor_config.json | /size | {} | D/preprocessor_config.json has no shortest_edge at"
            + " \"size\".",
        "preprocessor_config.json | /image_mean | 1 | D/preprocessor_config.json has no three"
            + " numbers at \"image_mean\".",
        "preprocessor_config.json | /image_std | [1,0,1] | D/preprocessor_config.json has an"
            + " image_std that is not positive.",
        "preprocessor_config.json | /crop_size/width | 31 | D/preprocessor_config.json crops 31 x 32"
            + " pixels, no square.",
      })
  void aFieldThatDoesNotFitIsNamed(String file, String field, String value, String message)
      throws IOException {
    Path path = folder.resolve(file);
    ObjectNode root = (ObjectNode) JSON.readTree(path.toFile());
    String[] keys = field.substring(1).split("/");
    ObjectNode parent = keys.length == 1 ? root : (ObjectNode) root.get(keys[0]);
    boolean word = value.matches("[a-z]+") && !value.equals("false");
    parent.set(keys[keys.length - 1], JSON.readTree(word ? "\"" + value + "\"" : value));
    JSON.writeValue(path.toFile(), root);
    assertMessage(message, folder);
  }

  @Test
  void missingFilesAreNamed() throws IOException {
    Files.delete(folder.resolve("preprocessor_config.json"));
    assertMessage("The checkpoint in D has no preprocessor_config.json.", folder);
    Files.writeString(folder.resolve("preprocessor_config.json"), "{");
    assertMessage("D/preprocessor_config.json is no valid JSON.", folder);
    Files.delete(folder.resolve("model.safetensors"));
    assertMessage(
        "D has no weights: no model.safetensors, model.safetensors.index.json or pytorch_model.bin.",
        folder);
    assertMessage("There is no checkpoint at D/absent.", folder.resolve("absent"));
  }

  @Test
  void aNumberThatIsNoneIsFound() throws Exception {
    rewrite("model.safetensors", name -> true, true);
    assertMessage(
        "D/model.safetensors: tensor \"vision_model.post_layernorm.bias\" has NaN in it.", folder);
  }

  @Test
  void aShardedCheckpointGivesTheSameAndIsChecked() throws Exception {
    float[] whole = embedding(folder);
    rewrite("one.safetensors", name -> name.contains("layers.0"), false);
    rewrite("two.safetensors", name -> !name.contains("layers.0"), false);
    ObjectNode index = JSON.createObjectNode();
    ObjectNode map = index.putObject("weight_map");
    try (Safetensors file = Safetensors.open(SOURCE.resolve("model.safetensors"))) {
      for (String name : file.entries().keySet()) {
        map.put(name, name.contains("layers.0") ? "one.safetensors" : "two.safetensors");
      }
    }
    Files.delete(folder.resolve("model.safetensors"));
    Path indexFile = folder.resolve("model.safetensors.index.json");
    JSON.writeValue(indexFile.toFile(), index);
    assertArrayEquals(whole, embedding(folder));

    Files.delete(folder.resolve("two.safetensors"));
    assertMessage(
        "D/model.safetensors.index.json names two.safetensors, which is missing; get the checkpoint"
            + " again.",
        folder);
    map.removeAll().put("visual_projection.weight", "../x.safetensors");
    JSON.writeValue(indexFile.toFile(), index);
    assertMessage(
        "D/model.safetensors.index.json names \"../x.safetensors\", which is no name of a file"
            + " beside it.",
        folder);
  }

  @Test
  void aRepositoryInTheCacheIsOpenedAtItsMainSnapshot() throws Exception {
    float[] whole = embedding(folder);
    Path repository = folder.resolve("models--openai--tiny");
    Path snapshot = Files.createDirectories(repository.resolve("snapshots").resolve("abc123"));
    Files.createDirectories(repository.resolve("snapshots").resolve("older"));
    for (String name : List.of("config.json", "preprocessor_config.json", "model.safetensors")) {
      Files.move(folder.resolve(name), snapshot.resolve(name));
    }
    assertMessage(
        "D/models--openai--tiny has no snapshot that its refs/main names; get the checkpoint"
            + " again.",
        repository);
    Files.createDirectories(repository.resolve("refs"));
    Files.writeString(repository.resolve("refs").resolve("main"), "abc123\n");
    assertArrayEquals(whole, embedding(repository));
  }

  private static float[] embedding(Path place) throws FennecException {
    float[] pixels = new float[3 * 32 * 32];
    pixels[100] = 1;
    try (ImageEncoder encoder = VisionCheckpoints.open(place, CPU)) {
      return encoder.encode(List.of(new PreparedImage("dot", pixels)))[0];
    }
  }

  private void rewrite(String name, java.util.function.Predicate<String> which, boolean spoil)
      throws FennecException {
    SafetensorsWriter writer = new SafetensorsWriter();
    try (Safetensors file = Safetensors.open(SOURCE.resolve("model.safetensors"))) {
      for (TensorEntry entry : file.entries().values()) {
        if (which.test(entry.name())) {
          float[] values = file.floats(entry.name());
          if (spoil && entry.name().equals("vision_model.post_layernorm.bias")) {
            values[3] = Float.NaN;
          }
          writer.f32(entry.name(), values, entry.shape());
        }
      }
    }
    writer.write(folder.resolve(name));
  }

  private void assertMessage(String message, Path place) {
    FennecException e =
        assertThrows(FennecException.class, () -> VisionCheckpoints.open(place, CPU).close());
    assertEquals(message, e.getMessage().replace(folder.toString(), "D").replace('\\', '/'));
  }

  @Test
  void levelsAreDividedBy255UnlessToldOtherwise() throws Exception {
    Path path = folder.resolve("preprocessor_config.json");
    ObjectNode root = (ObjectNode) JSON.readTree(path.toFile());
    root.remove("rescale_factor");
    JSON.writeValue(path.toFile(), root);
    assertEquals(1 / 255.0, PreprocessorConfig.read(CheckpointFolder.open(folder)).scale());

    root.put("rescale_factor", 0.5);
    JSON.writeValue(path.toFile(), root);
    assertEquals(0.5, PreprocessorConfig.read(CheckpointFolder.open(folder)).scale());
  }
}
