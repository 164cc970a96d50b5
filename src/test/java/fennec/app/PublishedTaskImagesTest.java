package fennec.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.embedding.EmbeddingPipeline;
import fennec.embedding.TaskFeatures;
import fennec.error.FennecException;
import fennec.hub.HubEnvironment;
import fennec.hub.HubRows;
import fennec.progress.Progress;
import fennec.testing.FakeImageEncoder;
import fennec.testing.LoopbackRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Task features from a data sets server on this computer. */
class PublishedTaskImagesTest {

  private static final List<HubRows.Source> SOURCES =
      List.of(source("one", "org/one"), source("two", "org/two"), source("gone", "org/gone"));
  private static final TaskFeatures NONE = new TaskFeatures("fake:1", new TreeMap<>());

  @TempDir Path scratch;
  private LoopbackRows server;

  private static HubRows.Source source(String task, String dataset) {
    return new HubRows.Source(task, dataset, "default", "train", "image", false);
  }

  @BeforeEach
  void start() throws IOException {
    server =
        new LoopbackRows().with("org/one", "default", "train").with("org/two", "default", "train");
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    try (Stream<Path> left = Files.list(scratch)) {
      assertEquals(List.of(), left.toList(), "pictures were left behind");
    }
  }

  private PublishedTaskImages images(boolean offline) {
    HubEnvironment environment =
        new HubEnvironment(server.address(), server.address(), scratch, Optional.empty(), offline);
    return new PublishedTaskImages(new HubRows(environment), scratch, 20);
  }

  private PublishedTaskImages.Plan plan(String... tasks) throws FennecException {
    return images(false).plan(List.of(tasks), SOURCES, Progress.NONE);
  }

  private PublishedTaskImages.Built build(TaskFeatures earlier, Progress progress)
      throws FennecException {
    EmbeddingPipeline pipeline =
        new EmbeddingPipeline(new FakeImageEncoder("fake:1"), Optional.empty());
    return images(false).build(plan("one", "two", "gone"), pipeline, earlier, progress);
  }

  @Test
  void aPlanCountsWhatCanBeHadAndNamesTheRest() throws FennecException {
    PublishedTaskImages.Plan plan = plan("gone", "one", "unheard", "two");
    assertEquals(SOURCES.subList(0, 2), plan.sources());
    assertEquals(40, plan.pictures());
    assertEquals(4000, plan.bytes());
    assertEquals(server.address(), plan.server());
    assertEquals(
        List.of(
            new PublishedTaskImages.LeftOut("gone", "127.0.0.1 has no size (404)."),
            new PublishedTaskImages.LeftOut("unheard", "No published data set is known for it.")),
        plan.leftOut());
    assertTrue(server.asked.stream().allMatch(uri -> uri.startsWith("/size?")), "numbers only");
  }

  @Test
  void whatCanBeHadIsEmbeddedAndEarlierTasksAreKept() throws FennecException {
    PublishedTaskImages.Built first = build(NONE, Progress.NONE);
    assertEquals(List.of("one", "two"), first.made());
    assertEquals(20, first.features().of("one").orElseThrow().size());
    assertEquals(40, first.features().of("one").orElseThrow().images().get(0).width());
    assertEquals(1, first.leftOut().size());
    TreeMap<String, fennec.embedding.ImageEmbeddings> old = new TreeMap<>();
    old.put("gone", first.features().of("two").orElseThrow());
    PublishedTaskImages.Built second = build(new TaskFeatures("fake:1", old), Progress.NONE);
    assertSame(old.get("gone"), second.features().of("gone").orElseThrow());
    assertEquals(
        first.features().of("one").orElseThrow().images(),
        second.features().of("one").orElseThrow().images());
  }

  @Test
  void aBusyServerIsAskedAgain() throws FennecException {
    server.busy.set(2);
    assertEquals(List.of("one", "two"), build(NONE, Progress.NONE).made());
    server.busy.set(4);
    PublishedTaskImages.Built built = build(NONE, Progress.NONE);
    assertEquals(List.of("two"), built.made());
    assertEquals(
        "127.0.0.1 asks for fewer requests (429); try again later.",
        built.leftOut().get(1).reason());
  }

  @Test
  void cancellingLeavesNoPictures() {
    Progress impatient =
        new Progress() {
          private long seen;

          @Override
          public void step(long done, long total, String what) {
            assertTrue(done <= total, what);
            seen = done;
          }

          @Override
          public boolean isCancelled() {
            return seen >= 25;
          }
        };
    assertThrows(CancellationException.class, () -> build(NONE, impatient));
  }

  @Test
  void nothingAtAllIsAFailure() {
    assertEquals(
        "Not one historical task can be had; gone: 127.0.0.1 has no size (404).",
        assertThrows(FennecException.class, () -> plan("gone")).getMessage());
    assertEquals(
        "No published data set is known for any historical task.",
        assertThrows(FennecException.class, () -> plan("unheard")).getMessage());
    assertEquals(
        "Not one historical task can be had; one: HF_HUB_OFFLINE is set, so nothing is fetched;"
            + " unset it to download.",
        assertThrows(
                FennecException.class,
                () -> images(true).plan(List.of("one"), SOURCES, Progress.NONE))
            .getMessage());
  }
}
