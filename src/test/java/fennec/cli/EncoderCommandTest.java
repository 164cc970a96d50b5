package fennec.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fennec.hub.LoopbackHub;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code fennec encoder} alone and against a server on this computer. */
class EncoderCommandTest {

  @TempDir Path folder;

  @Test
  void theListIsJsonWhenAsked() throws Exception {
    JsonNode list = Answer.to("encoder", "list", "--json").fine().json().get("encoders");
    assertEquals("clip-vit-base-patch32", list.get(0).get("name").textValue());
    assertEquals("clip", list.get(0).get("aliases").get(0).textValue());
    assertTrue(list.get(0).has("folder"));
  }

  @Test
  void anUnknownNameIsBadData() {
    Answer answer = Answer.to("encoder", "get", "vgg");
    assertEquals(ExitCodes.BAD_DATA, answer.code());
    assertTrue(answer.err().startsWith("fennec: There is no encoder 'vgg' in the catalogue"));
  }

  @Test
  void noSubcommandIsAnErrorOfUsage() {
    Answer answer = Answer.to("encoder");
    assertEquals(ExitCodes.USAGE, answer.code());
    assertTrue(answer.err().startsWith("fennec: a command is missing"), answer.err());
  }

  @Test
  void anEncoderIsFetchedCheckedAndRemoved() throws Exception {
    try (LoopbackHub hub = new LoopbackHub()) {
      hub.files.put("config.json", "{}".getBytes(StandardCharsets.UTF_8));
      hub.files.put("preprocessor_config.json", "{ }".getBytes(StandardCharsets.UTF_8));
      hub.files.put("model.safetensors", new byte[100_000]);
      Map<String, String> variables = Map.of("HF_ENDPOINT", hub.address().toString());

      Answer absent = Answer.ofProcess(folder, variables, "encoder", "remove", "clip");
      assertEquals(ExitCodes.BAD_DATA, absent.code(), absent.err());
      assertTrue(absent.err().contains("is not in"), absent.err());

      Answer unasked = Answer.ofProcess(folder, variables, "encoder", "get", "clip");
      assertEquals(ExitCodes.USAGE, unasked.code(), unasked.err());
      assertTrue(unasked.err().contains("0.1 MB to fetch of 0.1 MB"), unasked.err());
      assertTrue(unasked.err().endsWith("Nothing was fetched; say yes, or give --yes.\n"));

      JsonNode got =
          Answer.ofProcess(folder, variables, "encoder", "get", "clip", "--yes", "--json")
              .fine()
              .json();
      Path there = Path.of(got.get("folder").textValue());
      assertEquals(100_000, Files.size(there.resolve("model.safetensors")));

      JsonNode whole =
          Answer.ofProcess(folder, variables, "encoder", "check", "clip", "--json").fine().json();
      assertTrue(whole.get("damaged").isEmpty());
      Files.write(there.resolve("model.safetensors").toRealPath(), new byte[100_000 - 1]);
      Answer damaged = Answer.ofProcess(folder, variables, "encoder", "check", "clip");
      assertEquals(ExitCodes.BAD_DATA, damaged.code(), damaged.err());
      assertEquals("CLIP ViT-B/32 (OpenAI) is damaged: model.safetensors.", damaged.out().strip());

      Answer removed =
          Answer.ofProcess(folder, variables, "encoder", "remove", "clip", "--yes").fine();
      assertEquals("0.1 MB freed.", removed.out().strip());
      assertFalse(Files.exists(there));
    }
  }
}
