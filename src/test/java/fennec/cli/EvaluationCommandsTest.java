package fennec.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fennec.file.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code fennec evaluate} and {@code fennec fda} on real history and made-up features. */
class EvaluationCommandsTest {

  @TempDir Path folder;

  private Path in(String name) {
    return folder.resolve(name);
  }

  @Test
  void sweepsClustersAndEncodingsOfTheRealArchitectures() throws IOException {
    Answer answer =
        Answer.to(
            "evaluate",
            "--history",
            "parc",
            "--sweep",
            "clusters",
            "--sweep",
            "encoding",
            "--draws",
            "1",
            "--export",
            in("s.csv").toString(),
            "--export",
            in("s.html").toString());
    assertEquals(0, answer.code(), answer.err());
    List<String> lines = Files.readAllLines(in("s.csv"));
    for (String start :
        List.of(
            "clusters,parc,meta,,40,40",
            "clusters,parc,clusters,,2,2",
            "encoding,parc,meta,,archi2vec,0",
            "encoding,parc,meta,,graph2vec,1",
            "encoding,parc,meta,,operation histogram,2",
            "encoding,parc,meta,,parameters and depth,3",
            "encoding,parc,meta,,family,4",
            "encoding,parc,meta,,none,5")) {
      assertTrue(lines.stream().anyMatch(line -> line.startsWith(start)), start);
    }
    assertTrue(Files.readString(in("s.html")).contains("silhouette"));
  }

  @Test
  void evaluatesAPackAndWritesItInThreeForms() throws IOException {
    Answer answer =
        Answer.to(
            "evaluate",
            "--history",
            "imagenet-cnn",
            "--method",
            "mean-standardised",
            "--draws",
            "1",
            "--json",
            "--export",
            in("e.html").toString(),
            "--export",
            in("e.csv").toString());
    assertEquals(0, answer.code(), answer.err());
    JsonNode json = answer.json();
    assertEquals(1, json.get("schema").asInt());
    double sum = 0;
    int tasks = 0;
    boolean published = false;
    for (JsonNode row : json.get("rows")) {
      published |= row.get("published").asBoolean();
      boolean ours =
          row.get("pack").asText().equals("imagenet-cnn")
              && row.get("method").asText().equals("mean-standardised")
              && row.get("measure").asText().equals("pearson_x100");
      if (ours) {
        sum += row.get("value").asDouble();
        tasks++;
      }
    }
    assertEquals(11, tasks);
    assertEquals(90.7, sum / tasks, 0.1);
    assertTrue(published);
    String page = Files.readString(in("e.html"));
    assertTrue(page.startsWith("<!DOCTYPE html>"), page.substring(0, 40));
    assertTrue(page.contains("mean-standardised"));
    assertFalse(page.contains("<script src") || page.contains("<link "), "must stand alone");
    List<String> lines = Files.readAllLines(in("e.csv"));
    assertEquals("kind,pack,method,task,setting,x,measure,value,published", lines.get(0));
    assertTrue(
        lines.stream().anyMatch(l -> l.contains("LogME") && l.endsWith(",true")), "published rows");
  }

  @Test
  void aSweepIsDrawnAsAPlot() throws IOException {
    Answer answer =
        Answer.to(
            "evaluate",
            "--history",
            "vision-transformers",
            "--sweep",
            "alpha",
            "--draws",
            "1",
            "--export",
            in("s.html").toString());
    assertEquals(0, answer.code(), answer.err());
    String page = Files.readString(in("s.html"));
    assertTrue(page.contains("<svg") && page.contains("</svg>"), "no plot");
    assertTrue(answer.out().contains("1.00"), answer.out());
  }

  /** Two classes of points, {@code apart} standard deviations from each other. */
  private static float[] points(int n, int d, double apart, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] points = new float[n * d];
    for (int i = 0; i < n; i++) {
      for (int c = 0; c < d; c++) {
        points[i * d + c] = (float) (random.nextGaussian() + (i % 2 == 0 ? apart : 0));
      }
    }
    return points;
  }

  private static long[] labels(int n) {
    long[] labels = new long[n];
    for (int i = 0; i < n; i++) {
      labels[i] = i % 2;
    }
    return labels;
  }

  private void features(String file, double apart) throws Exception {
    Files.createDirectories(in(file).getParent());
    new SafetensorsWriter()
        .f32("features", points(200, 4, apart, 1), 200, 4)
        .i64("labels", labels(200), 200)
        .write(in(file));
  }

  @Test
  void aFolderOfFeaturesBecomesAPackThatPassesItsCheck() throws Exception {
    features("features/good/birds.safetensors", 3);
    features("features/good/cars.safetensors", 2);
    features("features/poor/birds.safetensors", 0.5);
    features("features/poor/cars.safetensors", 0.2);
    Answer answer = Answer.to("fda", in("features").toString(), "--out", in("pack").toString());
    assertEquals(0, answer.code(), answer.err());
    List<String> scores = Files.readAllLines(in("pack").resolve("performance.csv"));
    assertEquals(5, scores.size());
    double good = score(scores, "good,birds");
    double poor = score(scores, "poor,birds");
    assertTrue(good > poor && good <= 100 && poor > 0, scores.toString());
    Answer check = Answer.to("history", "check", in("pack").toString());
    assertEquals(0, check.code(), check.out() + check.err());

    Files.writeString(in("pack").resolve("performance.csv"), "model,task,score\n");
    Answer again = Answer.to("fda", in("features").toString(), "--out", in("pack").toString());
    assertEquals(1, again.code());
    assertEquals(
        "fennec: "
            + in("pack")
            + " is there already; give --replace to write the pack anew, or name another one.",
        again.err().strip());
    Answer anew =
        Answer.to("fda", in("features").toString(), "--out", in("pack").toString(), "--replace");
    assertEquals(0, anew.code(), anew.err());
    assertEquals(scores, Files.readAllLines(in("pack").resolve("performance.csv")));
  }

  private static double score(List<String> lines, String start) {
    String line = lines.stream().filter(l -> l.startsWith(start)).findFirst().orElseThrow();
    return Double.parseDouble(line.substring(line.lastIndexOf(',') + 1));
  }

  @Test
  void whatEmbedWritesCanBeScored() {
    Answer embedded =
        Answer.to(
            "embed", "sample-tasks/glyphs", "--out", in("glyphs.csv").toString(), "--no-cache");
    assertEquals(0, embedded.code(), embedded.err());
    Answer answer = Answer.to("fda", in("glyphs.csv").toString());
    assertEquals(0, answer.code(), answer.err());
    assertTrue(answer.out().contains("glyphs.csv"), answer.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "label,a;x,1;x,2 | FILE: the score needs two classes or more, there is 1.",
        "a,b;1,2 | FILE: the columns must be label and one column a feature.",
        "label;x;y | FILE: the columns must be label and one column a feature.",
        "label,a;x,1;y,NaN | FILE, line 3: the a \"NaN\" is not a number.",
        "label,a;x,1;y,two | FILE, line 3: the a \"two\" is not a number."
      })
  void malformedFeaturesGetOneSentence(String text, String sentence) throws IOException {
    Path file = Files.writeString(in("f.csv"), text.replace(';', '\n') + "\n");
    Answer answer = Answer.to("fda", file.toString());
    assertEquals("fennec: " + sentence.replace("FILE", file.toString()), answer.err().strip());
    assertEquals(1, answer.code());
  }

  @Test
  void wordsOfMethodsAndSweepsAreTakenInAnyCase() {
    Answer answer =
        Answer.to(
            "evaluate", "--history", "imagenet-cnn", "--method", "Parameters", "--draws", "1");
    assertTrue(answer.fine().out().contains("  parameters "), answer.out());
  }
}
