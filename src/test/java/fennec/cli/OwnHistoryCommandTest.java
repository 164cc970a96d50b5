package fennec.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code fennec history new} and {@code add}, and ranking by what they made. */
class OwnHistoryCommandTest {

  private static final String SCORES =
      """
      model,cifar10,dtd,oxford_pets
      resnet50,96,68,92
      resnet34,95,66,91
      densenet121,96.5,65,90
      mobilenet_v2,94,62,89
      """;

  @TempDir Path folder;

  @Test
  void aPackOfOnesOwnRanksAndIsEvaluated() throws Exception {
    Path csv = Files.writeString(folder.resolve("scores.csv"), SCORES);
    Path pack = folder.resolve("mine");
    Answer made = Answer.to("history", "new", pack, "--from", csv);
    assertEquals(ExitCodes.FINE, made.code(), made.err());
    assertEquals(
        "Wrote "
            + pack
            + ": 4 models, 3 tasks, 12 scores (12 new, 0 replaced, 0 as before).\n"
            + "Scores were read as per cent, guessed from their size; --scale settles it.\n",
        made.out());
    assertEquals(ExitCodes.FINE, Answer.to("history", "check", pack).code());
    Answer ranked =
        Answer.to("rank", "sample-tasks/glyphs", "--no-cache", "--history", pack, "--json");
    assertEquals(ExitCodes.FINE, ranked.code(), ranked.err());
    JsonNode json = ranked.json();
    assertEquals(4, json.get("ranking").size());
    Answer evaluated =
        Answer.to("evaluate", "--history", pack, "--draws", 1, "--method", "mean-standardised");
    assertEquals(ExitCodes.FINE, evaluated.code(), evaluated.err());
    assertTrue(evaluated.out().startsWith("mine: mean over 3 tasks"), evaluated.out());

    Answer again = Answer.to("history", "new", pack, "--from", csv);
    assertEquals(ExitCodes.BAD_DATA, again.code());
    assertEquals(
        "fennec: "
            + pack
            + " is there already; give --replace to write the pack anew, or add to it with 'fennec"
            + " history add'.\n",
        again.err());

    Path more = Files.writeString(folder.resolve("more.csv"), "model,svhn\nresnet50,91\n");
    Answer added = Answer.to("history", "add", pack, more, "--scale", "percent", "--json");
    assertEquals(ExitCodes.FINE, added.code(), added.err());
    JsonNode told = added.json();
    assertEquals(4, told.get("tasks").asInt());
    assertEquals(1, told.get("scores_added").asInt());
    assertFalse(told.get("scale_guessed").asBoolean());
  }

  @Test
  void complaintsGoToTheScreenOrIntoTheJsonAndNothingIsWritten() throws Exception {
    Path csv = Files.writeString(folder.resolve("scores.csv"), SCORES + "resnet50,,oops,101\n");
    Path pack = folder.resolve("mine");
    Answer answer = Answer.to("history", "new", pack, "--from", csv);
    assertEquals(ExitCodes.BAD_DATA, answer.code());
    assertEquals(
        csv
            + ", line 6, column cifar10: the score of resnet50 on cifar10 stands twice, first on"
            + " line 2.\n"
            + csv
            + ", line 6, column dtd: the score of resnet50 on dtd stands twice, first on line 2.\n"
            + csv
            + ", line 6, column oxford_pets: the score of resnet50 on oxford_pets stands twice,"
            + " first on line 2.\n"
            + "Nothing was written: 3 things are wrong.\n",
        answer.err());
    assertFalse(Files.exists(pack));
    Answer json = Answer.to("history", "new", pack, "--from", csv, "--json");
    assertEquals(ExitCodes.BAD_DATA, json.code());
    JsonNode first = json.json().get("complaints").get(0);
    assertEquals(6, first.get("line").asInt());
    assertEquals("cifar10", first.get("column").textValue());
  }

  @Test
  void packsOfTheProgramStayAsTheyAre() throws Exception {
    Path csv = Files.writeString(folder.resolve("scores.csv"), SCORES);
    Answer answer = Answer.to("history", "add", "assets/history/parc", csv);
    assertEquals(ExitCodes.BAD_DATA, answer.code());
    assertEquals(
        "fennec: assets/history/parc belongs to the program; make a pack of your own in another"
            + " folder.\n",
        answer.err());
  }

  @Test
  void oneUnknownModelIsCountedAsOne() throws Exception {
    Path csv =
        Files.writeString(
            folder.resolve("scores.csv"), SCORES.replace("mobilenet_v2", "of_my_own"));

    Answer made = Answer.to("history", "new", folder.resolve("mine"), "--from", csv).fine();

    assertTrue(
        made.out().endsWith("Nothing but scores is known of 1 model: of_my_own.\n"), made.out());
  }
}
