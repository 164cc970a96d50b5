package fennec.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.history.HistoricTask;
import fennec.zoo.PretrainedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A pack of one's own from CSV files, sound and malformed. */
class OwnPackReaderTest {

  private static final String LONG = "model,task,score\n";
  private static final String GOOD = "model,x,y\na,80,70\nb,60,50.5\nc,90,\n";
  private static final KnownFacts KNOWN =
      new KnownFacts(
          Map.of(
              "a",
              new PretrainedModel(
                  "a",
                  "ResNet",
                  "timm.a",
                  OptionalLong.of(10),
                  OptionalInt.empty(),
                  "imagenet",
                  OptionalDouble.empty(),
                  "")),
          Map.of(
              "x",
              new HistoricTask("x", "The X", OptionalInt.of(4), OptionalLong.of(99), "natural")));

  @TempDir Path folder;

  private OwnPackReader.Draft read(
      Optional<HistoryPackFiles> base, boolean replace, Optional<ScoreUnit> unit, String... texts)
      throws IOException {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < texts.length; i++) {
      files.add(Files.writeString(folder.resolve((char) ('a' + i) + ".csv"), texts[i]));
    }
    return new OwnPackReader()
        .read(
            new OwnPackReader.Request(
                "mine", "Mine", "not stated", files, unit, base, replace, KNOWN));
  }

  private OwnPackReader.Draft read(String... texts) throws IOException {
    return read(Optional.empty(), false, Optional.empty(), texts);
  }

  private List<String> sentences(OwnPackReader.Draft draft) {
    return draft.complaints().stream().map(c -> c.sentence().replace(folder + "/", "")).toList();
  }

  @Test
  void longAndWideTablesAndFactsBecomeOnePack() throws Exception {
    OwnPackReader.Draft draft =
        read(
            GOOD,
            "model,task,score,family,domain\nd,x,40,ViT,\nd,z,30,ViT,medical\n",
            "task,classes\ny,7\n",
            "model,parameters\nb,1000\nunused,5\n");
    assertEquals(List.of(), sentences(draft));
    HistoryPackFiles files = draft.pack().orElseThrow();
    assertEquals(List.of("a", "b", "c", "d"), files.pack().performance().models());
    assertEquals(List.of("x", "y", "z"), files.pack().performance().tasks());
    assertEquals(0.505, files.pack().performance().score(1, 1), 1e-12);
    assertEquals(7, draft.added());
    assertEquals(ScoreUnit.PERCENT, draft.unit());
    assertEquals(KNOWN.models().get("a"), files.models().get(0));
    assertEquals(1000, files.models().get(1).parameters().orElseThrow());
    assertEquals("ViT", files.models().get(3).family());
    assertEquals("unused", files.models().get(4).name());
    assertEquals(KNOWN.tasks().get("x"), files.pack().tasks().get(0));
    assertEquals(7, files.pack().tasks().get(1).classes().orElseThrow());
    assertEquals("medical", files.pack().tasks().get(2).domain());
    assertEquals(List.of("c"), draft.unknownModels());
    assertEquals(List.of(), draft.unknownTasks());
  }

  @Test
  void whatIsWrittenIsReadBackAndNothingElseIsTouched() throws Exception {
    HistoryPackFiles made = read(GOOD).pack().orElseThrow();
    Path pack = folder.resolve("deep").resolve("mine");
    new HistoryPackWriter().writeWhole(made, pack);
    HistoryPackFiles back = new HistoryPackReader().read(pack);
    assertEquals(made.models(), back.models());
    assertEquals(made.pack().tasks(), back.pack().tasks());
    Files.writeString(pack.resolve("notes.txt"), "mine");
    OwnPackReader.Draft more =
        read(Optional.of(back), false, Optional.empty(), LONG + "c,y,61\na,x,80\nd,x,10\n");
    assertEquals(2, more.added());
    assertEquals(1, more.unchanged());
    new HistoryPackWriter().writeWhole(more.pack().orElseThrow(), pack);
    assertEquals("mine", Files.readString(pack.resolve("notes.txt")));
    assertEquals(7, new HistoryPackReader().read(pack).pack().performance().observedCount());
    try (Stream<Path> all = Files.list(pack.getParent())) {
      assertEquals(1, all.count());
    }
  }

  @Test
  void nothingOfThePackIsOverwrittenSilently() throws Exception {
    HistoryPackFiles base = read(GOOD).pack().orElseThrow();
    String[] other = {LONG + "a,x,81\nb,x,60\nd,y,77\n", "model,family\na,ViT\n"};
    OwnPackReader.Draft refused = read(Optional.of(base), false, Optional.empty(), other);
    assertEquals(
        List.of(
            "a.csv: facts about the model a differ from those in the pack; give --replace to"
                + " overwrite them.",
            "a.csv, line 2, column score: the score of a on x is 81 % here and 80 % in the pack;"
                + " give --replace to overwrite it."),
        sentences(refused));
    OwnPackReader.Draft taken = read(Optional.of(base), true, Optional.empty(), other);
    assertEquals(List.of(), sentences(taken));
    assertEquals(1, taken.replaced());
    assertEquals(1, taken.unchanged());
    assertEquals(1, taken.added());
    HistoryPackFiles pack = taken.pack().orElseThrow();
    assertEquals(0.81, pack.pack().performance().score(0, 0), 1e-12);
    assertEquals("ViT", pack.models().get(0).family());
    assertEquals("timm.a", pack.models().get(0).architecture());
  }

  @Test
  void theUnitIsGuessedOrStated() throws Exception {
    String fractions = "model,x,y\na,0.8,0.7\nb,0.6,0.5\nc,0.9,1\n";
    assertEquals(ScoreUnit.FRACTION, read(fractions).unit());
    OwnPackReader.Draft stated =
        read(Optional.empty(), false, Optional.of(ScoreUnit.PERCENT), fractions);
    assertEquals(0.008, stated.pack().orElseThrow().pack().performance().score(0, 0), 1e-12);
  }

  static Stream<Arguments> malformed() {
    return Stream.of(
        bad("", "a.csv: the file is empty."),
        bad(
            "name,value\na,1\n",
            "a.csv, line 1: no column is named model or task; a table of scores has the columns"
                + " model, task, score, or model and a column for each task."),
        bad("model,task\na,x\n", "a.csv, line 1: the column score is missing."),
        bad(
            "model,task,score,epochs\na,x,1,2\n",
            "a.csv, line 1, column epochs: no such column is known beside model, task, score; there"
                + " may be family, architecture, parameters, input_size, pretraining_data,"
                + " source_accuracy, url, title, classes, train_size, domain.",
            "a.csv: models with scores: 1; a history needs 3 or more.",
            "a.csv: tasks with scores: 1; a history needs 2 or more."),
        bad(
            "model,x,family\na,1,ResNet\n",
            "a.csv, line 1, column family: a fact about models stands beside columns of scores; put"
                + " facts into a table of their own."),
        bad(
            "x,model\n1,a\n",
            "a.csv, line 1, column model: in a table with a column a task it must"
                + " be the first one."),
        bad("model\na\n", "a.csv, line 1: there is nothing but the names of models."),
        bad("model,family\na,ViT\n", "a.csv: there is no score in the files."),
        bad("model,x,y,\na,11,2,3\nb,12,2,3\nc,13,2,3\n", "a.csv, line 1: column 4 has no name."),
        bad(
            "model,x,y\na,80,seventy\nb,,NaN\nc,120,5\n,1,2\na,1,1\nd,1\n",
            "a.csv, line 2, column y: the score of a on y is not" + " a number: seventy.",
            "a.csv, line 3, column y: the score of b on y is NaN; leave the pair out if it was not"
                + " tried.",
            "a.csv, line 4, column x: the score of c on x is 120, which is not within 0 and 100.",
            "a.csv, line 5, column model: the name of the model is empty.",
            "a.csv, line 6, column x: the score of a on x stands twice, first on line 2.",
            "a.csv, line 6, column y: the score of a on y stands twice, first on line 2.",
            "a.csv, line 7: 2 cells where the header has 3."),
        bad(
            "model,x,y\na,0.8,70\nb,0.6,50\nc,0.9,60\n",
            "a.csv, line 2, column x: the scores on x lie within 0 and 1 while others exceed 1; use"
                + " one unit throughout, or say --scale percent or --scale fraction."),
        bad(
            "model,x,y\na,-3,7\nb,6,5\nc,9,6\n",
            "a.csv, line 2, column x: the score of a on x is -3, which is not within 0 and 100."),
        bad(
            "model,x,y\np,3,7\nq,6,5\nr,9,6\n",
            "a.csv: none of its 3 models is known to the program, so nothing but scores would be"
                + " known of them; check the names, or give a table of facts with the columns"
                + " model, family, parameters."),
        bad(
            "model,x\na,3\nb,6\n",
            "a.csv: models with scores: 2; a history needs 3 or more.",
            "a.csv: tasks with scores: 1; a history needs 2 or more."),
        bad(
            "model,task,score,family\na,x,3,ViT\na,y,4,CNN\nb,x,5,\nc,y,6,\n",
            "a.csv, line 3, column family: family of a is 'CNN' here and 'ViT' on line 2."));
  }

  private static Arguments bad(String text, String... sentences) {
    return Arguments.of(text, List.of(sentences));
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void everythingThatIsWrongIsNamedAtOnce(String text, List<String> sentences) throws Exception {
    OwnPackReader.Draft draft = read(text);
    assertEquals(sentences.stream().sorted().toList(), sentences(draft).stream().sorted().toList());
    assertTrue(draft.pack().isEmpty());
  }

  @Test
  void complaintsOfAllFilesComeInTheirOrder() throws Exception {
    OwnPackReader.Draft draft =
        read(
            GOOD,
            LONG + "a,x,80\nd,x,oops\n",
            "task,classes,colour\nx,none,red\nw,3,blue\n",
            "model,parameters\na,1\n",
            "model,parameters\na,2\n");
    assertEquals(
        List.of(
            "b.csv, line 2, column score: the score of a on x stands twice, first on line 2 of"
                + " a.csv.",
            "b.csv, line 3, column score: the score of d on x is not a number: oops.",
            "c.csv: the task w has no score.",
            "c.csv, line 1, column colour: no such column is known beside task; there may be title,"
                + " classes, train_size, domain.",
            "c.csv, line 2, column classes: the classes of x must be a whole number above 0: none.",
            "e.csv: facts about the model a stand in another table."),
        sentences(draft));
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    OwnPackReader.Draft draft =
        new OwnPackReader()
            .read(
                new OwnPackReader.Request(
                    "mine",
                    "Mine",
                    "",
                    List.of(folder.resolve("gone.csv"), folder.resolve("away.csv")),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    KNOWN));
    assertEquals(
        List.of("gone.csv: no such file or folder.", "away.csv: no such file or folder."),
        sentences(draft));
  }
}
