package fennec.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.embedding.EmbeddingPipeline;
import fennec.embedding.ImageEmbeddings;
import fennec.embedding.TaskFeatures;
import fennec.error.FennecException;
import fennec.file.SafetensorsWriter;
import fennec.io.HistoryTaskImages;
import fennec.io.HistoryTaskImagesReader;
import fennec.io.TaskFeaturesReader;
import fennec.io.TaskFeaturesWriter;
import fennec.progress.Progress;
import fennec.testing.FakeImageEncoder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From folders of pictures to a file of task features and back. */
class TaskFeatureBuilderTest {

  private static final Path ASSETS = Path.of("assets/task-features");

  @TempDir Path folder;

  private void pictures(String name, int number, int classes) throws IOException {
    Path directory = Files.createDirectories(folder.resolve(name));
    for (int i = 0; i < number; i++) {
      BufferedImage image = new BufferedImage(8 + i, 9, BufferedImage.TYPE_3BYTE_BGR);
      image.setRGB(i % 8, 3, 0xff8800);
      String file = "c" + i % classes + "__" + i + ".png";
      ImageIO.write(image, "png", directory.resolve(file).toFile());
    }
  }

  private List<HistoryTaskImages> mapping(String rows) throws Exception {
    Path csv = folder.resolve("tasks.csv");
    Files.writeString(csv, "task,folders,faithful,note\n" + rows);
    return new HistoryTaskImagesReader().read(csv);
  }

  @Test
  void buildsWritesAndReadsBack() throws Exception {
    pictures("a", 3, 3);
    pictures("b", 30, 5);
    List<HistoryTaskImages> mapping =
        mapping("one,a;b,partial,shares\ntwo,b,yes,\ngone,missing,stand-in,\n");
    EmbeddingPipeline pipeline =
        new EmbeddingPipeline(new FakeImageEncoder("fake:1"), Optional.empty());
    TaskFeatureBuilder builder = new TaskFeatureBuilder(pipeline, 10, 1);
    TaskFeatureBuilder.Built built = builder.build(folder, mapping, Progress.NONE);
    assertEquals(List.of("gone"), built.missing());
    assertEquals(List.of(), built.failed());
    ImageEmbeddings one = built.features().of("one").orElseThrow();
    assertEquals(10, one.size());
    assertEquals(3, one.images().stream().filter(i -> i.file().startsWith("a/")).count());
    assertTrue(built.features().of("two").orElseThrow().classes() <= 5);

    Path file = folder.resolve("fake.safetensors");
    new TaskFeaturesWriter().write(built.features(), file);
    TaskFeatures read = new TaskFeaturesReader().read(file);
    assertEquals("fake:1", read.encoderId());
    assertEquals(12, read.dimension());
    assertEquals(one.images(), read.of("one").orElseThrow().images());
    for (int i = 0; i < 10; i++) {
      assertArrayEquals(one.vectors()[i], read.of("one").orElseThrow().vectors()[i], 1e-3f);
    }
    byte[] first = Files.readAllBytes(file);
    new TaskFeaturesWriter().write(builder.build(folder, mapping, Progress.NONE).features(), file);
    assertArrayEquals(first, Files.readAllBytes(file));
  }

  @Test
  void sharesAreEqualAndFilledUp() {
    assertArrayEquals(
        new int[] {26, 37, 37}, TaskFeatureBuilder.shares(new int[] {26, 66, 120}, 100));
    assertArrayEquals(new int[] {9, 91}, TaskFeatureBuilder.shares(new int[] {9, 200}, 100));
    assertArrayEquals(new int[] {63}, TaskFeatureBuilder.shares(new int[] {63}, 100));
  }

  @Test
  void assetsAreWhole() throws Exception {
    List<HistoryTaskImages> mapping =
        new HistoryTaskImagesReader().read(ASSETS.resolve("history_tasks.csv"));
    TaskFeatures features = new TaskFeaturesReader().read(ASSETS.resolve("built-in.safetensors"));
    assertEquals(27, mapping.size());
    for (HistoryTaskImages task : mapping) {
      ImageEmbeddings rows = features.of(task.task()).orElseThrow();
      assertTrue(rows.size() >= 52 && rows.size() <= 100, task.task() + " " + rows.size());
      assertEquals(672, rows.dimension());
    }
    assertEquals(10, features.of("mnist").orElseThrow().classes());
    assertEquals(28, features.of("mnist").orElseThrow().images().get(0).width());
  }

  @Test
  void badFilesAreNamed() throws Exception {
    Path file = folder.resolve("bad.safetensors");
    new SafetensorsWriter().f32("x", new float[1], 1).write(file);
    assertEquals(file + " holds no task features of schema 1.", readFailure(file));
    new SafetensorsWriter()
        .metadata("schema", "1")
        .metadata("encoder", "e:1")
        .metadata("t.images", "a.png\t")
        .f32("t.features", new float[4], 2, 2)
        .i32("t.pixels", new int[4], 2, 2)
        .write(file);
    assertEquals(file + ", task t: 2 pictures have 1 names.", readFailure(file));
    new SafetensorsWriter()
        .metadata("schema", "1")
        .metadata("encoder", "e:1")
        .metadata("t.images", "a.png\t")
        .f32("t.features", new float[] {1, Float.NaN}, 1, 2)
        .i32("t.pixels", new int[] {8, 9}, 1, 2)
        .write(file);
    assertEquals(file + ", task t: row 1 has a number that is not finite.", readFailure(file));
    assertEquals(
        folder.resolve("tasks.csv")
            + ", line 2: faithful is 'maybe', not yes, partial or stand-in.",
        assertThrows(FennecException.class, () -> mapping("t,f,maybe,\n")).getMessage());
  }

  private static String readFailure(Path file) {
    return assertThrows(FennecException.class, () -> new TaskFeaturesReader().read(file))
        .getMessage();
  }
}
