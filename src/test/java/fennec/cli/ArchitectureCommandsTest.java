package fennec.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** The commands on the architectures that come with the program. */
class ArchitectureCommandsTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return FennecCommand.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(args);
  }

  @Test
  void similarFindsTheSameNetworkAtAnotherInputSize() throws Exception {
    assertEquals(
        0, run("similar", "hf.beit_base_patch16_224", "--top", "3", "--json"), err::toString);
    JsonNode nearest = new ObjectMapper().readTree(out.toString()).get("nearest");
    assertEquals(3, nearest.size());
    assertEquals("hf.beit_base_patch16_384", nearest.get(0).get("name").asText());
  }

  @Test
  void clusterHoldsEveryArchitectureOnce() throws Exception {
    assertEquals(0, run("cluster", "--clusters", "10", "--json"), err::toString);
    JsonNode members = new ObjectMapper().readTree(out.toString()).get("members");
    int sum = 0;
    for (JsonNode cluster : members) {
      sum += cluster.size();
    }
    assertEquals(10, members.size());
    assertEquals(277, sum);
  }

  @Test
  void compareTellsWhatWasAdded() throws Exception {
    assertEquals(
        0, run("compare", "torchvision.resnet18", "torchvision.resnet34", "--json"), err::toString);
    JsonNode compared = new ObjectMapper().readTree(out.toString());
    assertEquals(0, compared.get("removed").size());
    assertTrue(compared.get("added").size() > 40);
  }

  @Test
  void impossibleNumbersAreRefusedInOneSentence() {
    assertEquals(1, run("cluster", "--clusters", "278"));
    assertEquals(
        "fennec: The number of clusters must be between 1 and 277, not 278.",
        err.toString().strip());
  }
}
