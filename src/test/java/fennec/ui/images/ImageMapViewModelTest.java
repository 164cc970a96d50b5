package fennec.ui.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.app.PlaneMap;
import fennec.embedding.EmbeddedImage;
import fennec.embedding.ImageEmbeddings;
import fennec.recommend.Recommendation;
import fennec.recommend.TargetTask;
import fennec.ui.FakeProgram;
import fennec.ui.map.LegendEntry;
import fennec.ui.message.RecordingMessages;
import fennec.ui.session.Session;
import fennec.ui.session.TargetRun;
import fennec.ui.task.CurrentThreadTaskRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageMapViewModelTest {

  @TempDir Path folder;

  private final Session session = new Session(() -> 0L);
  private final CurrentThreadTaskRunner tasks = new CurrentThreadTaskRunner();
  private final RecordingMessages messages = new RecordingMessages();
  private final List<List<Path>> ranked = new ArrayList<>();
  private final ImageMapViewModel model =
      new ImageMapViewModel(session, tasks, messages, ranked::add);
  private Path images;

  @BeforeEach
  void rank() throws IOException {
    images = folder.resolve("photos");
    List<EmbeddedImage> used = new ArrayList<>();
    float[][] vectors = new float[30][4];
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < vectors.length; i++) {
      String label = i < 12 ? "cats" : "dogs";
      String file = label + "/" + i + ".png";
      Files.createDirectories(images.resolve(label));
      Files.write(images.resolve(file), new byte[] {(byte) i});
      used.add(new EmbeddedImage(file, label, 40, 30));
      for (int d = 0; d < 4; d++) {
        vectors[i][d] = (float) ((i < 12 ? d : 3 - d) + 0.2 * random.nextDouble());
      }
    }
    model.open();
    session.runProperty().set(run(used, vectors, 1000));
  }

  private TargetRun run(List<EmbeddedImage> used, float[][] vectors, long all) {
    TargetRun fake = FakeProgram.run(5);
    Recommendation r = fake.recommendation();
    TargetTask task = TargetTask.of("photos", new ImageEmbeddings("fake:1", 4, used, vectors), all);
    return new TargetRun(
        List.of(images),
        "auto",
        new Recommendation(task, r.candidates(), r.transfer(), r.meta(), new boolean[5]),
        fake.provenance(),
        List.of());
  }

  private List<Integer> all() {
    return IntStream.range(0, 30).boxed().toList();
  }

  @Test
  void imagesOfAClassLieTogetherAndTheSampleIsTold() {
    double[] x = model.placesProperty().get().x();
    double cats = IntStream.range(0, 12).mapToDouble(i -> x[i]).average().orElseThrow();
    for (int i = 0; i < 30; i++) {
      assertEquals(i < 12, Math.abs(x[i] - cats) < 1, "image " + i);
    }
    assertTrue(
        model.noteProperty().get().startsWith("30 of 1,000 images, drawn at random; "),
        model.noteProperty().get());
    assertEquals(
        List.of("dogs 18", "cats 12"),
        model.legend().entriesProperty().get().stream()
            .map(e -> e.label() + " " + e.counts(false))
            .toList());
  }

  @Test
  void onlyImagesOfShownClassesAreSelectedAndCounted() {
    model.legend().setShown("cats", false);
    model.selectPoints(all(), "lasso");
    assertEquals(18, model.selectionProperty().get().size());
    LegendEntry dogs = model.legend().entriesProperty().get().get(0);
    assertEquals("18 / 18", dogs.counts(model.legend().hasSelection()));
    model.clearSelection();
    assertFalse(model.legend().hasSelection());
  }

  @Test
  void aSelectionCanBeUndoneAndGoesWithItsRun() {
    model.selectClassOf(3);
    assertEquals(12, model.selectionProperty().get().size());
    session.undo().undo();
    assertEquals(0, model.selectionProperty().get().size());
    session.undo().redo();
    EmbeddedImage one = new EmbeddedImage("cats/1.png", "cats", 4, 4);
    session.runProperty().set(run(List.of(one), new float[1][4], 1));
    assertEquals(0, model.selectionProperty().get().size());
    assertEquals(1, model.placesProperty().get().size());
    session.undo().undo();
  }

  @Test
  void theSelectionIsExportedWithThePlacesThatTheTerminalWrites() throws Exception {
    model.selectClassOf(0);
    Path file = folder.resolve("cats.csv");
    model.export(file);
    List<String> lines = Files.readAllLines(file);
    assertEquals("file,label,x,y", lines.get(0));
    assertEquals(13, lines.size());
    double[][] places =
        PlaneMap.of(
                PlaneMap.Way.PCA,
                session.runProperty().get().recommendation().task().embeddings().vectors(),
                fennec.progress.Progress.NONE)
            .places();
    assertEquals("cats/2.png,cats," + places[2][0] + "," + places[2][1], lines.get(3));
  }

  @Test
  void theSelectionIsCopiedAndNothingIsOverwritten() throws Exception {
    model.copy(folder.resolve("out"));
    assertTrue(messages.said.get(0).startsWith("warning|Copy images"));
    model.selectClassOf(0);
    model.copy(folder.resolve("out"));
    assertEquals(
        "info|Copied|12 images are in " + folder.resolve("out") + ".", messages.said.get(1));
    assertEquals(7, Files.readAllBytes(folder.resolve("out/cats/7.png"))[0]);
    assertFalse(Files.exists(folder.resolve("out/dogs")));
    model.copy(folder.resolve("out"));
    assertEquals(1, tasks.failures.size());
    assertTrue(tasks.failures.get(0).contains("is there already"), tasks.failures.get(0));
  }

  @Test
  void modelsAreRankedForTheSelectionAlone() {
    model.selectClassOf(20);
    model.rankSelected();
    assertEquals(18, ranked.get(0).size());
    assertEquals(images.resolve("dogs/12.png"), ranked.get(0).get(0));
    assertTrue(messages.said.isEmpty());
  }

  @Test
  void umapIsMadeWhenAskedForAndTooFewImagesAreTold() {
    model.wayProperty().set(PlaneMap.Way.UMAP);
    assertEquals(PlaneMap.Way.UMAP, model.shownProperty().get());
    assertTrue(model.noteProperty().get().endsWith("15 neighbours, seed 1"));
    EmbeddedImage one = new EmbeddedImage("a.png", "", 4, 4);
    session.runProperty().set(run(List.of(one), new float[1][4], 1));
    assertEquals(PlaneMap.Way.PCA, model.wayProperty().get());
    assertEquals(
        "UMAP takes 4 to 10,000 vectors and there are 1; PCA takes any number.",
        tasks.failures.get(0));
  }

  @Test
  void namesStandBesideDotsAndNotBesidePictures() {
    assertEquals("", model.label(4));
    model.thumbnailsProperty().set(false);
    assertEquals("4.png", model.label(4));
    assertEquals(List.of("cats/4.png", "cats, 40 \u00d7 30"), model.facts(4));
  }
}
