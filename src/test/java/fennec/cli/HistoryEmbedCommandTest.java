package fennec.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fennec.embedding.TaskFeatures;
import fennec.io.TaskFeaturesReader;
import fennec.testing.LoopbackRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code fennec history embed --from-hub} as its own process against a server on this computer. */
class HistoryEmbedCommandTest {

  private static final String CLIP = "clip:src/test/resources/checkpoints/clip-vision-only";

  @TempDir Path folder;

  private Answer fennec(LoopbackRows server, Map<String, String> more, String... words)
      throws IOException, InterruptedException {
    Map<String, String> variables = new HashMap<>(more);
    variables.put("HF_DATASETS_SERVER", server.address().toString());
    return Answer.ofProcess(folder, variables, words);
  }

  @Test
  void rankFindsTheFeaturesThatWereFetched() throws Exception {
    try (LoopbackRows server =
        new LoopbackRows()
            .with("uoft-cs/cifar10", "plain_text", "train")
            .with("ylecun/mnist", "mnist", "train")
            .with("tanganke/dtd", "default", "train")) {
      String[] embed = {"history", "embed", "--encoder", CLIP, "--from-hub", "--json"};
      Answer unasked = fennec(server, Map.of(), embed);
      assertEquals(ExitCodes.USAGE, unasked.code(), unasked.err());
      assertTrue(unasked.err().contains("3 tasks, 120 pictures, about 0.0 MB, from http://127"));
      assertTrue(unasked.err().contains("Nothing was fetched; say yes, or give --yes."));
      assertTrue(server.asked.stream().noneMatch(uri -> uri.startsWith("/rows")));

      Answer offline = fennec(server, Map.of("HF_HUB_OFFLINE", "1"), embed);
      assertEquals(ExitCodes.BAD_DATA, offline.code());
      assertTrue(offline.err().contains("HF_HUB_OFFLINE is set"), offline.err());

      Answer made =
          fennec(
              server,
              Map.of(),
              Stream.concat(Stream.of(embed), Stream.of("--yes")).toArray(String[]::new));
      assertEquals(ExitCodes.FINE, made.code(), made.err());
      assertTrue(made.err().contains("left out: svhn: 127.0.0.1 has no size (404)."), made.err());
      assertTrue(made.err().contains("left out: voc2007: No published data set is known for it."));
      JsonNode json = made.json();
      assertEquals("[\"cifar10\",\"dtd\",\"mnist\"]", json.get("made").toString());
      assertTrue(Files.exists(Path.of(json.get("file").textValue())));
      assertEquals(24, json.get("left_out").size());
      try (Stream<Path> left = Files.list(folder.resolve("cache"))) {
        assertFalse(left.anyMatch(p -> p.getFileName().toString().startsWith("task-images")));
      }

      Answer ranked =
          fennec(
              server,
              Map.of("HF_HUB_OFFLINE", "1"),
              "rank",
              "sample-tasks/glyphs",
              "--encoder",
              CLIP,
              "--json");
      assertEquals(ExitCodes.FINE, ranked.code(), ranked.err());
      assertFalse(ranked.err().contains("No historical task has images"), ranked.err());
      JsonNode nearest = ranked.json().at("/reasons/nearest_tasks");
      assertTrue(nearest.findValuesAsText("task").contains("cifar10"), nearest.toString());
    }
  }

  @Test
  void tasksWithoutAFolderKeepTheirFeatures() throws Exception {
    Path pictures = Files.createDirectories(folder.resolve("images").resolve("dtd"));
    for (String name : new String[] {"01.jpg", "02.jpg"}) {
      Files.copy(Path.of("sample-tasks", "surfaces", "brick", name), pictures.resolve(name));
    }

    JsonNode json =
        Answer.to(
                "history",
                "embed",
                "--images",
                folder.resolve("images"),
                "--encoder",
                "built-in",
                "--no-cache",
                "--json",
                "--out",
                folder.resolve("features.safetensors"))
            .fine()
            .json();

    assertEquals("[\"dtd\"]", json.get("made").toString());
    TaskFeatures features = new TaskFeaturesReader().read(folder.resolve("features.safetensors"));
    assertEquals(2, features.of("dtd").orElseThrow().size());
    assertTrue(features.of("cifar10").orElseThrow().size() > 50);
    assertEquals(features.tasks().size() - 1, json.get("kept").size());
  }
}
