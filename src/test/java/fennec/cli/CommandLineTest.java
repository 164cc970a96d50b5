package fennec.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fennec.app.RankingAnnexes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The terminal on the real assets: what it prints, writes and answers to what is wrong. */
class CommandLineTest {

  @TempDir static Path folder;

  @BeforeAll
  static void makeBadInputs() throws IOException {
    Files.createDirectory(folder.resolve("empty"));
    Files.createDirectory(folder.resolve("text"));
    Files.writeString(folder.resolve("text").resolve("picture.jpg"), "this is no picture");
    Files.createDirectory(folder.resolve("mixed"));
    Files.writeString(folder.resolve("mixed").resolve("broken.png"), "this is no picture");
    try (Stream<Path> pictures = Files.walk(Path.of("sample-tasks", "glyphs"))) {
      for (Path picture : pictures.filter(p -> p.toString().endsWith(".jpg")).limit(4).toList()) {
        Files.copy(picture, folder.resolve("mixed").resolve(picture.getFileName()));
      }
    }
  }

  private static String in(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void fileNamesCannotSteerTheTerminal() throws IOException {
    Path odd = Files.createDirectory(folder.resolve("odd"));
    Files.writeString(odd.resolve("\u001b[2Jbell\u0007.jpg"), "no picture");

    Answer answer = Answer.to("rank", odd.toString(), "--no-cache");

    assertEquals(1, answer.code());
    assertTrue(answer.err().contains("?[2Jbell?.jpg"), answer.err());
    assertTrue(answer.err().chars().noneMatch(c -> c == 0x1b || c == 7), answer.err());
  }

  @Test
  void ranksASampleTask() {
    Answer answer = Answer.to("rank", "sample-tasks/glyphs", "--no-cache", "--top", "3");
    assertEquals(0, answer.code(), answer.err());
    List<String> lines = answer.out().lines().toList();
    assertTrue(lines.get(0).startsWith("rank  model"), lines.get(0));
    assertTrue(lines.get(1).startsWith("   1  "), lines.get(1));
    assertEquals(6, lines.size());
    assertTrue(lines.get(4).startsWith("236 models, alpha 0.10, 64 images by"), lines.get(4));
  }

  @Test
  void otherClustersChangeTheMetaScoresAndNothingElse() throws IOException {
    String task = "sample-tasks/glyphs";
    JsonNode ten = withoutTime(Answer.to("rank", task, "--json"));
    JsonNode said = withoutTime(Answer.to("rank", task, "--json", "--clusters", "10"));
    JsonNode three = withoutTime(Answer.to("rank", task, "--json", "--clusters", "3"));
    assertEquals(ten, said);
    assertEquals(3, three.get("provenance").get("clusters").asInt());
    assertEquals(scores(ten, "transfer"), scores(three, "transfer"));
    assertFalse(scores(ten, "meta").equals(scores(three, "meta")));
    Answer many = Answer.to("rank", task, "--clusters", "100000");
    assertEquals(1, many.code());
    assertTrue(many.err().contains("between 1 and 277"), many.err());
  }

  private static Map<String, Double> scores(JsonNode ranking, String kind) {
    Map<String, Double> scores = new TreeMap<>();
    ranking
        .get("ranking")
        .forEach(row -> scores.put(row.get("model").asText(), row.get(kind).asDouble()));
    return scores;
  }

  @Test
  void theSameInputGivesTheSameJsonButForTheTime() throws IOException {
    JsonNode first =
        withoutTime(Answer.to("rank", "sample-tasks/counting", "--json", "--no-cache"));
    JsonNode again =
        withoutTime(Answer.to("rank", "sample-tasks/counting", "--json", "--no-cache"));
    assertEquals(first, again);
    assertEquals(236, first.get("ranking").size());
    assertEquals(1, first.get("schema").asInt());
    assertEquals(66, first.get("provenance").get("images").asInt());
    assertFalse(first.get("reasons").get("nearest_tasks").isEmpty());
  }

  @Test
  void rankingsBySeveralEncodersAreOneObject() throws IOException {
    String task = "sample-tasks/counting";
    JsonNode one = withoutTime(Answer.to("rank", task, "--json"));
    JsonNode both =
        Answer.to("rank", task, "--json", "--encoder", "auto", "--encoder", "built-in")
            .fine()
            .json();
    assertEquals(1, both.get("schema").asInt());
    assertEquals(2, both.get("rankings").size());
    for (JsonNode each : both.get("rankings")) {
      assertEquals(one, withoutTime(each));
    }
  }

  private static JsonNode withoutTime(Answer answer) throws IOException {
    assertEquals(0, answer.code(), answer.err());
    return withoutTime(answer.json());
  }

  private static JsonNode withoutTime(JsonNode json) {
    ((ObjectNode) json.get("provenance")).remove("time");
    return json;
  }

  @Test
  void aBadImageIsNamedAndTheRunGoesOn() {
    Answer answer = Answer.to("rank", in("mixed"), "--no-cache", "--export", in("mixed.csv"));
    assertEquals(0, answer.code(), answer.err());
    assertTrue(answer.err().contains("left out: broken.png"), answer.err());
    assertTrue(Files.exists(folder.resolve("mixed.csv")));
    assertTrue(answer.out().contains(" 4 images by "), answer.out());
  }

  @Test
  void onePictureIsCountedAsOne() {
    Answer answer = Answer.to("rank", "sample-tasks/surfaces/brick/01.jpg", "--no-cache").fine();
    assertTrue(answer.out().contains(", 1 image by "), answer.out());
  }

  @Test
  void embedsToCsv() throws IOException {
    Answer answer = Answer.to("embed", in("mixed"), "--out", in("vectors.csv"), "--no-cache");
    assertEquals(0, answer.code(), answer.err());
    List<String> lines = Files.readAllLines(folder.resolve("vectors.csv"));
    assertTrue(lines.get(0).startsWith("file,label,e0,e1,"), lines.get(0));
    assertEquals(5, lines.size());
    assertEquals(674, lines.get(1).split(",").length);
  }

  @Test
  void mapsToCsvTheSameEachTime() throws IOException {
    for (String map : List.of("pca", "UMAP")) {
      Answer answer =
          Answer.to("embed", in("mixed"), "--map", map, "--out", in("map.csv"), "--json").fine();
      assertEquals(4, answer.json().get("images").asInt());
      assertEquals(1, answer.json().get("failed").asInt());
      List<String> lines = Files.readAllLines(folder.resolve("map.csv"));
      assertEquals("file,label,x,y", lines.get(0));
      assertEquals(5, lines.size());
      assertEquals(4, lines.stream().skip(1).distinct().count(), lines.toString());
      Answer again = Answer.to("embed", in("mixed"), "--map", map, "--out", in("map.csv")).fine();
      assertEquals("Wrote 4 places of 2 numbers to " + in("map.csv") + ".\n", again.out());
      assertEquals(lines, Files.readAllLines(folder.resolve("map.csv")));
    }
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of(
            1,
            new String[] {"rank", "no-such-folder"},
            "There is no file or folder no-such-folder."),
        Arguments.of(
            1,
            new String[] {"rank", "FOLDER/empty"},
            "There is no picture in FOLDER/empty; Fennec reads JPEG, PNG, GIF, BMP, WebP and TIFF."),
        Arguments.of(
            2,
            new String[] {"rank", "sample-tasks/glyphs", "--export", "ranking.pdf"},
            "Cannot tell the format of ranking.pdf: the name must end in one of .csv, .json, .md, .html."),
        Arguments.of(
            1,
            new String[] {"rank", "sample-tasks/glyphs", "--history", "nothing"},
            "There is no history pack or folder nothing; the packs are hf-finetune, imagenet-cnn,"
                + " openclip-zero-shot, parc, vision-transformers."),
        Arguments.of(
            2,
            new String[] {"rank", "sample-tasks/glyphs", "--device", "tpu"},
            "There is no device 'tpu'; say auto, cpu, cuda or cuda:N."),
        Arguments.of(
            2,
            new String[] {"evaluate", "--history", "parc", "--export", "e.pdf"},
            "Cannot tell the format of e.pdf; name it .csv, .json or .html."),
        Arguments.of(
            2,
            new String[] {"embed", "sample-tasks/glyphs", "--out", "vectors.npy"},
            "Cannot tell the format of vectors.npy: the name must end in .safetensors or .csv."),
        Arguments.of(
            2,
            new String[] {"embed", "sample-tasks/glyphs", "--map", "tsne", "--out", "map.csv"},
            "Invalid value for option '--map': there is no 'tsne'; there are pca, umap"),
        Arguments.of(
            2,
            new String[] {"evaluate", "--history", "parc", "--sweep", "luck"},
            "Invalid value for option '--sweep' (SWEEP): there is no 'luck'; there are alpha, k, clusters,"
                + " encoding, images, models, tasks, domains, proxy"),
        Arguments.of(
            2,
            new String[] {"evaluate", "--history", "parc", "--method", "luck"},
            "Invalid value for option '--method' (METHOD): there is no 'luck'; there are fennec, similarity,"
                + " paper, paper-transfer, meta, mean-raw, mean-standardised, nearest-task,"
                + " parameters, source-accuracy"),
        Arguments.of(
            2,
            new String[] {
              "embed", "sample-tasks/glyphs", "--map", "pca", "--out", "map.safetensors"
            },
            "A map is written as a table: map.safetensors must end in .csv."),
        Arguments.of(
            3,
            new String[] {"rank", "sample-tasks/glyphs", "--encoder", "torchscript:nowhere"},
            "The encoder's description nowhere/encoder.json cannot be read: no such file or folder."),
        Arguments.of(
            2,
            new String[] {"rank", "sample-tasks/glyphs", "--alpha", "1.5"},
            "--alpha must be within 0 and 1, not 1.5"),
        Arguments.of(
            2,
            new String[] {"history", "embed"},
            "give exactly one of --images DIR and --from-hub, none was given"),
        Arguments.of(
            2,
            new String[] {"history", "embed", "--images", "FOLDER", "--from-hub"},
            "give exactly one of --images DIR and --from-hub, not both"),
        Arguments.of(
            2,
            new String[] {"rank", "--history", "parc", "photos"},
            "Missing required parameter: 'FOLDER'; what follows --history belongs to it, so name"
                + " FOLDER before it"),
        Arguments.of(
            2,
            new String[] {"rank", "photos", "--alpha", "half"},
            "Invalid value for option '--alpha': 'half' is not a number"),
        Arguments.of(
            2,
            new String[] {"rank", "photos", "--top", "1.5"},
            "Invalid value for option '--top': '1.5' is not a whole number"),
        Arguments.of(
            2,
            new String[] {"rank", "photos", "--zoo", "berlin"},
            "Invalid value for option '--zoo': there is no 'berlin'; there are history, timm, all"),
        Arguments.of(
            1, new String[] {"fda", "FOLDER/none"}, "FOLDER/none: no such file or folder."),
        Arguments.of(2, new String[] {"rank"}, "Missing required parameter: 'FOLDER'"),
        Arguments.of(1, new String[] {"rank", ""}, "No folder, archive or picture was given."),
        Arguments.of(2, new String[] {}, "a command is missing"),
        Arguments.of(
            2,
            new String[] {"rnak", "x"},
            "there is no command 'rnak'; the commands are rank, embed, evaluate, fda, history, inspect, compare, cluster, similar, encoder"),
        Arguments.of(
            2,
            new String[] {"history", "nw"},
            "there is no command 'nw'; the commands are list, new, add, check, embed"),
        Arguments.of(
            2, new String[] {"similar", "x", "--top", "0"}, "--top must be at least 1, not 0"),
        Arguments.of(
            2, new String[] {"evaluate", "--draws", "0"}, "--draws must be at least 1, not 0"),
        Arguments.of(
            2,
            new String[] {"rank", "sample-tasks/glyphs", "--threads", "0"},
            "--threads must be at least 1, not 0"),
        Arguments.of(
            2,
            new String[] {"rank", "sample-tasks/glyphs", "--bogus"},
            "Unknown option: '--bogus'"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void everyMistakeGetsOneSentence(int code, String[] words, String sentence) {
    String[] real =
        Stream.of(words).map(w -> w.replace("FOLDER", folder.toString())).toArray(String[]::new);
    Answer answer = Answer.to((Object[]) real);
    assertEquals(
        "fennec: "
            + sentence
                .replace("FOLDER/", folder + "/")
                .replace("parameter: '" + folder, "parameter: '"),
        answer.err().lines().findFirst().orElse(""));
    assertEquals(code, answer.code());
    assertEquals("", answer.out());
  }

  /** The folder of images is not even there: whoever names it first had begun to work. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "embed no-such-folder --out TARGET",
        "embed no-such-folder --map pca --out TARGET",
        "rank no-such-folder --export TARGET",
        "rank no-such-folder --export FOLDER/first.html --export FOLDER/a.json --export TARGET",
        "evaluate --history no-such-pack --export FOLDER/first.html --export TARGET",
        "history embed --images no-such-folder --out TARGET",
        "inspect no-such-network --svg TARGET"
      })
  void whatCannotBeWrittenIsSaidBeforeTheWorkBegins(String line) throws IOException {
    Path folderInTheWay = Files.createDirectories(folder.resolve("taken").resolve("out.csv"));
    Path belowAFile = Files.writeString(folder.resolve("taken").resolve("file"), "");
    for (Path target : List.of(folderInTheWay, belowAFile.resolve("new").resolve("out.csv"))) {
      String[] words =
          line.replace("TARGET", target.toString()).replace("FOLDER", folder.toString()).split(" ");
      Answer answer = Answer.to((Object[]) words);
      String what = target.equals(folderInTheWay) ? "folder" : "file";
      assertEquals(
          "fennec: Cannot write " + target + ": a " + what + " is in its way.\n", answer.err());
      assertEquals(1, answer.code());
      assertEquals("", answer.out());
    }
    try (Stream<Path> files = Files.walk(folder)) {
      assertTrue(files.noneMatch(p -> p.toString().matches(".*(first|/a\\.|part).*")));
    }
  }

  @Test
  void anUnreadableFolderSaysWhatIsWrongWithTheFirstPicture() {
    Answer answer = Answer.to("rank", in("text"), "--no-cache");
    assertEquals(1, answer.code());
    assertTrue(answer.err().startsWith("fennec: The only picture in " + in("text")), answer.err());
  }

  @Test
  void everyCommandAnswersHelpAndVersion() {
    Answer version = Answer.to("--version").fine();
    assertTrue(version.out().startsWith("Fennec Workbench "), version.out());
    for (String command : commands(FennecCommand.commandLine()).toList()) {
      Object[] words = command.split(" ");
      Answer help =
          Answer.to(Stream.concat(Stream.of(words), Stream.of("--help")).toArray()).fine();
      assertTrue(help.out().contains("Usage: fennec " + command), help.out());
      assertFalse(help.out().startsWith("Usage: "), "no sentence on what it does: " + help.out());
      assertTrue(help.out().contains("Example"), "no example: " + help.out());
      assertEquals(
          version,
          Answer.to(Stream.concat(Stream.of(words), Stream.of("--version")).toArray()),
          command);
    }
  }

  @Test
  void everyCommandWithAResultPrintsJson() {
    CommandLine fennec = FennecCommand.commandLine();
    for (String command : commands(fennec).toList()) {
      CommandLine line = fennec;
      for (String word : command.split(" ")) {
        line = line.getSubcommands().get(word);
      }
      assertTrue(
          !line.getSubcommands().isEmpty()
              || line.getCommandSpec().optionsMap().containsKey("--json"),
          command);
    }
  }

  private static Stream<String> commands(CommandLine line) {
    return line.getSubcommands().entrySet().stream()
        .flatMap(
            each ->
                Stream.concat(
                    Stream.of(each.getKey()),
                    commands(each.getValue()).map(below -> each.getKey() + " " + below)));
  }

  @Test
  void aReportShowsSomeOfTheImagesOrNone() throws IOException {
    String[] rank = {"rank", "sample-tasks/counting", "--export", in("report.html")};
    Answer.to((Object[]) rank).fine();
    assertEquals(RankingAnnexes.THUMBNAILS, pictures(folder.resolve("report.html")));

    Answer.to(Stream.concat(Stream.of(rank), Stream.of("--no-thumbnails")).toArray()).fine();
    assertEquals(0, pictures(folder.resolve("report.html")));
  }

  private static long pictures(Path report) throws IOException {
    return Pattern.compile("<img ").matcher(Files.readString(report)).results().count();
  }
}
