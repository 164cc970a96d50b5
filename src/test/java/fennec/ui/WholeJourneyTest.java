package fennec.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.app.FennecHome;
import fennec.app.RankRequest;
import fennec.app.RankRun;
import fennec.app.RankingAnnexes;
import fennec.app.Workbench;
import fennec.embedding.EmbeddingCache;
import fennec.embedding.EmbeddingListener;
import fennec.io.RankOptions;
import fennec.progress.Progress;
import fennec.progress.Work;
import fennec.ui.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The window on the real program: a sample task is embedded and ranked, alpha moves, the ranking is
 * exported; the file is the one that the terminal's way writes.
 */
class WholeJourneyTest extends WindowJourney {

  @Override
  protected Work<Services> services() {
    return new WorkbenchServices(RankOptions.DEFAULT);
  }

  /** All lines but the one that tells the time. */
  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file).stream().filter(line -> !line.contains("time")).toList();
  }

  @Test
  void theWindowExportsWhatTheTerminalExports() throws Exception {
    Path sample = FennecHome.find().sampleTasks().resolve("glyphs");
    robot.clickOn("#sample-glyphs");
    Session session = window.context().session();
    until("ranked", () -> session.runProperty().get() != null);
    assertEquals(0, window.panes().target().images().failures().size());
    fx(() -> session.alphaProperty().set(0.3));
    Path mine = folder.resolve("window.csv");
    Path page = folder.resolve("window.html");
    for (Path file : List.of(mine, page)) {
      fx(() -> window.panes().export().export(file));
      until("exported", () -> Files.exists(file));
    }

    Path other = folder.resolve("terminal.csv");
    Path otherPage = folder.resolve("terminal.html");
    try (Workbench workbench =
        new Workbench(
            FennecHome.find(),
            "auto",
            false,
            Optional.of(EmbeddingCache.ofUser()),
            Clock.systemUTC())) {
      RankRun run =
          workbench.rank(
              RankRequest.of(List.of(sample), "auto"), EmbeddingListener.NONE, Progress.NONE);
      for (Path file : List.of(other, otherPage)) {
        new RankingAnnexes(workbench)
            .export(
                run.report(0.3),
                List.of(sample),
                run.embedding().embeddings(),
                file,
                Progress.NONE);
      }
    }
    assertEquals(lines(other), lines(mine));
    assertTrue(lines(mine).size() > 100);
    assertEquals(lines(otherPage), lines(page));
    assertTrue(lines(page).stream().anyMatch(line -> line.contains("data:image/jpeg;base64,")));
  }
}
