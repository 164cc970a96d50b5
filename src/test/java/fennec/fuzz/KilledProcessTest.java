package fennec.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few kills; the {@code main} of {@link KilledProcess} makes many. */
class KilledProcessTest {

  @TempDir private Path folder;
  private KilledProcess killed;

  @BeforeEach
  void seed() {
    killed = new KilledProcess(folder, 3);
  }

  @Test
  void aFileIsWholeOrNotThere() throws Exception {
    assertTrue(killed.writing(2).contains("always whole"));
  }

  @Test
  void noCacheEntryIsWrong() throws Exception {
    assertTrue(killed.caching(2).contains("none wrong"));
  }

  @Test
  void embeddingGoesOnFromItsCache() throws Exception {
    assertTrue(killed.embedding(1, Path.of("sample-tasks/surfaces")).contains("same bytes"));
  }

  @Test
  void aDownloadGoesOn() throws Exception {
    assertTrue(killed.downloading(1).contains("then complete"));
  }
}
