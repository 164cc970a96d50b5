package fennec.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {

  @TempDir Path folder;

  @Test
  void tellsFactsClusterAndNeighboursOfAnArchitecture() throws IOException {
    Answer answer = Answer.to("inspect", "torchvision.resnet50", "--json");
    assertEquals(0, answer.code(), answer.err());
    JsonNode facts = answer.json();
    assertEquals(25_557_032, facts.get("parameters").asLong());
    assertEquals(54, facts.get("layers").asInt());
    assertEquals(53, facts.get("operations").get("Conv").asInt());
    assertTrue(facts.get("cluster").asInt() >= 0);
    assertEquals(5, facts.get("nearest").size());
    assertTrue(facts.get("nearest").get(0).get("name").asText().contains("res"), answer.out());
  }

  @Test
  void drawsFoldedAndUnfolded() throws IOException {
    Path folded = folder.resolve("folded.svg");
    Path whole = folder.resolve("whole.svg");
    Answer first = Answer.to("inspect", "torchvision.resnet18", "--svg", folded.toString());
    assertEquals(0, first.code(), first.err());
    assertEquals("Wrote " + folded + ".", first.err().strip());
    assertEquals(
        0,
        Answer.to(
                "inspect", "torchvision.resnet18", "--no-fold", "--dark", "--svg", whole.toString())
            .code());
    String small = Files.readString(folded);
    String large = Files.readString(whole);
    assertTrue(small.startsWith("<svg") || small.startsWith("<?xml"), small.substring(0, 20));
    assertTrue(large.length() > small.length(), large.length() + " and " + small.length());
  }

  @Test
  void drawsFromLeftToRight() throws IOException {
    Path file = folder.resolve("right.svg");
    Answer answer =
        Answer.to(
            "inspect", "torchvision.resnet18", "--direction", "right", "--svg", file.toString());
    assertEquals(0, answer.code(), answer.err());
    Matcher size =
        Pattern.compile("width=\"(\\d+)\" height=\"(\\d+)\"").matcher(Files.readString(file));
    assertTrue(size.find());
    assertTrue(Integer.parseInt(size.group(1)) > 4 * Integer.parseInt(size.group(2)), size.group());
    Answer wrong = Answer.to("inspect", "torchvision.resnet18", "--direction", "up");
    assertEquals(2, wrong.code());
    assertTrue(wrong.err().contains("there is no 'up'; there are down, right"), wrong.err());
  }

  @Test
  void saysWhatCouldNotBeFollowedInATorchScriptFile() {
    Answer answer = Answer.to("inspect", "assets/encoders/built-in/encoder.pt");
    assertEquals(0, answer.code(), answer.err());
    assertTrue(answer.out().contains("parameters"), answer.out());
  }

  @Test
  void anAmbiguousNameAndAnUnknownOneAreExplained() {
    Answer answer = Answer.to("inspect", "vit_b_16");
    assertEquals(1, answer.code());
    assertEquals(
        "fennec: 'vit_b_16' stands for several architectures: open_clip.vit_b_16,"
            + " torchvision.vit_b_16.",
        answer.err().strip());
    assertEquals(
        "fennec: 'nothing' is neither a file, nor an architecture, nor a model of the history.",
        Answer.to("inspect", "nothing").err().strip());
  }
}
