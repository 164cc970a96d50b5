package fennec.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.error.FennecException;
import fennec.history.HistoricTask;
import fennec.history.HistoryPack;
import fennec.history.JoinedHistory;
import fennec.history.LeftOutColumn;
import fennec.history.PerformanceMatrix;
import fennec.zoo.PretrainedModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HistoryPackReaderTest {

  private static final Path ASSETS = Path.of("assets/history");
  private static final String LONG = "model,task,score\n";
  private final HistoryPackReader reader = new HistoryPackReader();

  @TempDir Path folder;

  @Test
  void readsTheFivePacksOfTheProduct() throws FennecException {
    List<HistoryPackFiles> all = reader.readAll(ASSETS);
    assertEquals(
        List.of("hf-finetune", "imagenet-cnn", "openclip-zero-shot", "parc", "vision-transformers"),
        all.stream().map(files -> files.pack().name()).toList());
    assertEquals(357, all.stream().mapToInt(files -> files.models().size()).sum());
    Set<String> tasks =
        all.stream()
            .flatMap(files -> files.pack().tasks().stream())
            .map(HistoricTask::name)
            .collect(Collectors.toSet());
    assertEquals(41, tasks.size());
    assertEquals(
        List.of(2254, 121, 4235, 196, 143),
        all.stream().map(files -> files.pack().performance().observedCount()).toList());
    assertEquals(
        List.of("openclip-zero-shot"),
        all.stream()
            .map(HistoryPackFiles::pack)
            .filter(pack -> !pack.joinedByDefault())
            .map(HistoryPack::name)
            .toList());
  }

  @Test
  void joiningLeavesOutTheOneCollapsedColumn() throws FennecException {
    List<HistoryPack> packs = reader.readAll(ASSETS).stream().map(HistoryPackFiles::pack).toList();
    JoinedHistory all = JoinedHistory.of(packs);
    assertEquals(
        List.of(
            new LeftOutColumn(
                "hf-finetune", "food101", "110 of 112 scores are 0.0099, so they rank nothing")),
        all.leftOut());
    assertEquals(41, all.performance().tasks().size());
    assertEquals(357, all.performance().models().size());
    JoinedHistory usual =
        JoinedHistory.of(packs.stream().filter(HistoryPack::joinedByDefault).toList());
    assertEquals(236, usual.rows().size());
    assertTrue(usual.performance().taskIndex("food101") >= 0);
  }

  @Test
  void perCentBecomesFractionsByTheStatedUnitAndNotBySize() throws FennecException {
    HistoryPackFiles files = reader.read(ASSETS.resolve("hf-finetune"));
    PerformanceMatrix matrix = files.pack().performance();
    int row = matrix.modelIndex("Aftabhussain/Tomato_Leaf_Classifier");
    assertEquals(0.93108, matrix.score(row, matrix.taskIndex("caltech101")), 1e-12);
    double[] food = matrix.column(matrix.taskIndex("food101"));
    long collapsed = Arrays.stream(food).filter(s -> Math.abs(s - 0.0099) < 1e-9).count();
    assertEquals(110, collapsed);
    PretrainedModel tomato = files.models().get(0);
    assertEquals(1.0, tomato.sourceAccuracy().orElseThrow());
    assertEquals(85_800_194L, tomato.parameters().orElseThrow());
    HistoryPackFiles zeroShot = reader.read(ASSETS.resolve("openclip-zero-shot"));
    double least =
        zeroShot.models().stream()
            .mapToDouble(m -> m.sourceAccuracy().orElseThrow())
            .min()
            .orElseThrow();
    assertEquals(0.0079, least, 1e-12);
  }

  @Test
  void readsScoresAloneLongOrWideWithByteOrderMarkAndQuotes() throws Exception {
    write("performance.csv", "\uFEFFmodel,task,score\r\n\"a, first\",x,0.5\r\nb,x,0.25\r\nb,y,1");
    HistoryPackFiles files = reader.read(folder);
    assertEquals(List.of("a, first", "b"), files.pack().performance().models());
    assertEquals(List.of("x", "y"), files.pack().performance().tasks());
    assertFalse(files.pack().performance().observed(0, 1));
    assertEquals(0.25, files.pack().performance().score(1, 0));
    assertEquals(folder.getFileName().toString(), files.pack().name());
    String first = files.pack().sha256();

    write("performance.csv", "model,x,y\n\"a, first\",50,\nb,25,100\n");
    HistoryPackFiles wide = reader.read(folder);
    assertEquals(0.5, wide.pack().performance().score(0, 0));
    assertFalse(wide.pack().performance().observed(0, 1));
    assertEquals(1.0, wide.pack().performance().score(1, 1));
    assertFalse(first.equals(wide.pack().sha256()));
  }

  @Test
  void factsAreOptionalCellByCellAndUnscoredModelsKeepTheirs() throws Exception {
    write("performance.csv", LONG + "b,x,50\na,x,60\n");
    write("models.csv", "model,parameters\nc,\na,10\nb,\n");
    write("tasks.csv", "task,classes\nx,3\ny,4\n");
    HistoryPackFiles files = reader.read(folder);
    assertEquals(List.of("a", "b"), files.pack().performance().models());
    assertEquals(List.of("c", "a", "b"), files.models().stream().map(m -> m.name()).toList());
    assertEquals(List.of("x"), files.pack().performance().tasks());
    assertEquals(3, files.pack().tasks().get(0).classes().orElseThrow());
    assertTrue(files.models().get(0).parameters().isEmpty());
  }

  @Test
  void theUnitStatedSettlesWhatTheNumbersLeaveOpen() throws Exception {
    write("performance.csv", LONG + "a,x,0.9\nb,x,0.8\nc,x,0.7\na,y,90\n");
    write("pack.json", "{\"schema\":1,\"score_unit\":\"percent\",\"joined_by_default\":false}");
    HistoryPack pack = reader.read(folder).pack();
    assertEquals(0.009, pack.performance().score(0, 0), 1e-12);
    assertFalse(pack.joinedByDefault());
  }

  static Stream<Arguments> malformed() {
    return Stream.of(
        one("", "performance.csv: the file is empty."),
        one("\n\n", "performance.csv: the file is empty."),
        one(LONG, "performance.csv: there are no rows below the header."),
        one("model,score\na,1\n", "performance.csv, line 1: the column task is missing."),
        one("model,task\na,x\n", "performance.csv, line 1: the column score is missing."),
        one("name,x\na,1\n", "performance.csv, line 1: the column model is missing."),
        one("model,x,x\na,1,2\n", "performance.csv, line 1: the column x stands twice."),
        one("model,x,\na,1,2\n", "performance.csv, line 1: column 3 has no name."),
        one(LONG + "a,x\n", "performance.csv, line 2: 2 cells where the header has 3."),
        one(
            LONG + "a,x,5\n\nb,x,NaN\n",
            "performance.csv, line 4, column score: the score of b on x is NaN; leave the pair out if it was not"
                + " tried."),
        one(
            LONG + "a,x,5\nb,x,\n",
            "performance.csv, line 3, column score: the score of b on x is empty; leave the row out if the pair"
                + " was not tried."),
        one(
            LONG + "a,x,\"93,1\"\n",
            "performance.csv, line 2, column score: the score of a on x is not a number: 93,1."),
        one(
            LONG + "a,x,0x1p3\n",
            "performance.csv, line 2, column score: the score of a on x is not a number: 0x1p3."),
        one(
            LONG + "a,x,1e999\n",
            "performance.csv, line 2, column score: the score of a on x is not a number: 1e999."),
        one(
            LONG + "a,x,50\nb,x,130.2\n",
            "performance.csv, line 3, column score: the score of b on x is 130.2, which is not within 0 and 100."),
        one(
            LONG + "a,x,0.5\nb,x,-1\n",
            "performance.csv, line 3, column score: the score of b on x is -1, which is not within 0 and 1."),
        one(
            LONG + "a,x,5\nb,x,6\na,x,5\n",
            "performance.csv, line 4, column score: the score of a on x stands twice, first on line 2."),
        one(
            LONG + ",x,5\n",
            "performance.csv, line 2, column model: the name of the model is empty."),
        one(
            LONG + "a,,5\n",
            "performance.csv, line 2, column task: the name of the task is empty."),
        one(
            LONG + "a,x,5\n\"b,x,6\n",
            "performance.csv, line 3: a quote is opened and never closed."),
        one(
            LONG + "a,x,5\n\"b\"c,x,6\n",
            "performance.csv, line 3: text follows a closing quote without comma."),
        one("model,x\na,\n", "performance.csv: there is no score in the file."),
        one(
            LONG + "a,x,0.9\nb,x,0.8\nc,x,0.7\na,y,90\n",
            "performance.csv, line 2, column score: the scores on x lie within 0 and 1 while others exceed 1; use"
                + " one unit throughout, or state score_unit (percent or fraction) in pack.json."));
  }

  private static Arguments one(String performance, String message) {
    return Arguments.of(performance, message);
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void refusesBadScores(String performance, String message) throws Exception {
    write("performance.csv", performance);
    refused(message);
  }

  static Stream<Arguments> malformedFacts() {
    return Stream.of(
        Arguments.of(
            "models.csv",
            "model\nb\n",
            "performance.csv, line 2, column model: the model a is not in models.csv."),
        Arguments.of(
            "tasks.csv",
            "task\ny\n",
            "performance.csv, line 2, column task: the task x is not in tasks.csv."),
        Arguments.of("models.csv", "name\na\n", "models.csv, line 1: the column model is missing."),
        Arguments.of(
            "models.csv",
            "model\na\na\n",
            "models.csv, line 3, column model: the model a stands twice."),
        Arguments.of(
            "models.csv",
            "model,parameters\na,25.5M\n",
            "models.csv, line 2, column parameters: the parameters of a must be a whole number above 0: 25.5M."),
        Arguments.of(
            "models.csv",
            "model,source_accuracy\na,-3\n",
            "models.csv, line 2, column source_accuracy: the source_accuracy of a must be a number within 0 and 1: -3."),
        Arguments.of(
            "tasks.csv",
            "task,classes\nx,0\n",
            "tasks.csv, line 2, column classes: the classes of x must be a whole number above 0: 0."),
        Arguments.of("pack.json", "{\"schema\":1,", "pack.json, line 1: the text is not JSON."),
        Arguments.of("pack.json", "[]", "pack.json: a JSON object is expected."),
        Arguments.of("pack.json", "{}", "pack.json: the field schema must be 1, there is none."),
        Arguments.of(
            "pack.json", "{\"schema\":2}", "pack.json: the field schema must be 1, it is 2."),
        Arguments.of(
            "pack.json", "{\"schema\":1,\"name\":7}", "pack.json: the field name must be a text."),
        Arguments.of(
            "pack.json",
            "{\"schema\":1,\"joined_by_default\":\"yes\"}",
            "pack.json: the field joined_by_default must be true or false."),
        Arguments.of(
            "pack.json",
            "{\"schema\":1,\"score_unit\":\"pct\"}",
            "pack.json: the field score_unit must be percent or fraction, it is pct."));
  }

  @ParameterizedTest
  @MethodSource("malformedFacts")
  void refusesBadFacts(String file, String content, String message) throws Exception {
    write("performance.csv", LONG + "a,x,50\n");
    write(file, content);
    refused(message);
  }

  @Test
  void refusesWhatIsNotUtf8WithItsLine() throws Exception {
    Files.write(
        folder.resolve("performance.csv"),
        (LONG + "caf\u00e9,x,1\n").getBytes(StandardCharsets.ISO_8859_1));
    refused("performance.csv, line 2: the text is not UTF-8; save the file as UTF-8.");
  }

  @Test
  void refusesAMissingFolderAndAFolderWithoutScores() {
    Path nowhere = folder.resolve("nowhere");
    FennecException e = assertThrows(FennecException.class, () -> reader.read(nowhere));
    assertEquals(nowhere + ": no such file or folder.", e.getMessage());
    FennecException f = assertThrows(FennecException.class, () -> reader.read(folder));
    assertEquals(folder.resolve("performance.csv") + ": no such file or folder.", f.getMessage());
  }

  @Test
  void checkNamesEverythingAtOnceInOrder() throws Exception {
    write("performance.csv", LONG + "a,x,50\nb,x,NaN\nc,x,120\na,x,1\nzz\n");
    write("models.csv", "model,parameters\na,x\nb,1\nc,1,2\nc,1\n");
    List<String> found = reader.check(folder).stream().map(Complaint::sentence).toList();
    assertEquals(
        List.of(
            "models.csv, line 2, column parameters: the parameters of a must be a whole number above 0: x.",
            "models.csv, line 4: 3 cells where the header has 2.",
            "performance.csv, line 3, column score: the score of b on x is NaN; leave the pair out if it was not"
                + " tried.",
            "performance.csv, line 4, column score: the score of c on x is 120, which is not within 0 and 100.",
            "performance.csv, line 5, column score: the score of a on x stands twice, first on line 2.",
            "performance.csv, line 6: 1 cells where the header has 3."),
        found.stream().map(s -> s.replace(folder + "/", "")).toList());
    FennecException first = assertThrows(FennecException.class, () -> reader.read(folder));
    assertEquals(found.get(0), first.getMessage());
    assertEquals(List.of(), reader.check(ASSETS.resolve("parc")));
  }

  private void refused(String message) {
    FennecException e = assertThrows(FennecException.class, () -> reader.read(folder));
    assertEquals(folder.resolve(message).toString(), e.getMessage());
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }
}
