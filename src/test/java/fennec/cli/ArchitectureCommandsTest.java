package fennec.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** The commands on the architectures that come with the program. */
class ArchitectureCommandsTest {

  @Test
  void similarFindsTheSameNetworkAtAnotherInputSize() throws Exception {
    JsonNode nearest =
        Answer.to("similar", "hf.beit_base_patch16_224", "--top", "3", "--json")
            .fine()
            .json()
            .get("nearest");
    assertEquals(3, nearest.size());
    assertEquals("hf.beit_base_patch16_384", nearest.get(0).get("name").asText());
  }

  @Test
  void clusterHoldsEveryArchitectureOnce() throws Exception {
    JsonNode members =
        Answer.to("cluster", "--clusters", "10", "--json").fine().json().get("members");
    int sum = 0;
    for (JsonNode cluster : members) {
      sum += cluster.size();
    }
    assertEquals(10, members.size());
    assertEquals(277, sum);
  }

  @Test
  void compareTellsWhatWasAdded() throws Exception {
    JsonNode compared =
        Answer.to("compare", "torchvision.resnet18", "torchvision.resnet34", "--json")
            .fine()
            .json();
    assertEquals(0, compared.get("removed").size());
    assertTrue(compared.get("added").size() > 40);
  }

  @Test
  void impossibleNumbersAreRefusedInOneSentence() {
    Answer answer = Answer.to("cluster", "--clusters", 278);
    assertEquals(ExitCodes.BAD_DATA, answer.code());
    assertEquals(
        "fennec: The number of clusters must be between 1 and 277, not 278.", answer.err().strip());
  }
}
