package fennec.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.error.FennecException;
import fennec.progress.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageCopiesTest {

  private static final Progress STOPPED =
      new Progress() {
        @Override
        public void step(long done, long total, String what) {}

        @Override
        public boolean isCancelled() {
          return true;
        }
      };

  @TempDir Path folder;

  private Path zip() throws Exception {
    Path zip = folder.resolve("photos.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String name : List.of("cats/1.png", "dogs/2.png")) {
        out.putNextEntry(new ZipEntry(name));
        out.write(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
    }
    return zip;
  }

  @Test
  void imagesComeOutOfAnArchive() throws Exception {
    List<Path> sources = List.of(zip());
    Path target = folder.resolve("out");
    assertEquals(1, ImageCopies.copy(sources, Set.of("dogs/2.png"), target, Progress.NONE));
    assertEquals("dogs/2.png", Files.readString(target.resolve("dogs/2.png")));
    assertFalse(Files.exists(target.resolve("cats")));
    assertEquals(Optional.empty(), ImageCopies.onDisk(sources, Set.of("dogs/2.png")));
  }

  @Test
  void whatIsGoneOrThereAlreadyIsTold() throws Exception {
    List<Path> sources = List.of(zip());
    FennecException gone =
        assertThrows(
            FennecException.class,
            () -> ImageCopies.copy(sources, Set.of("dogs/3.png"), folder, Progress.NONE));
    assertEquals("1 of the images are not there any more.", gone.getMessage());
    Files.createDirectories(folder.resolve("cats"));
    Files.writeString(folder.resolve("cats/1.png"), "mine");
    Set<String> both = Set.of("cats/1.png", "dogs/2.png");
    FennecException there =
        assertThrows(
            FennecException.class, () -> ImageCopies.copy(sources, both, folder, Progress.NONE));
    assertTrue(there.getMessage().contains("is there already"));
    assertEquals("mine", Files.readString(folder.resolve("cats/1.png")));
    assertFalse(Files.exists(folder.resolve("dogs")), "nothing is copied by half");
  }

  @Test
  void copyingCanBeStopped() throws Exception {
    List<Path> sources = List.of(zip());
    assertThrows(
        CancellationException.class,
        () -> ImageCopies.copy(sources, Set.of("dogs/2.png"), folder.resolve("out"), STOPPED));
    assertFalse(Files.exists(folder.resolve("out")));
  }

  @Test
  void listedFilesAreFoundAgain() throws Exception {
    Path one = Files.write(folder.resolve("one.png"), new byte[1]);
    Path two = Files.write(folder.resolve("two.png"), new byte[1]);
    assertEquals(
        Optional.of(List.of(two)), ImageCopies.onDisk(List.of(one, two), Set.of("two.png")));
    assertEquals(Optional.of(List.of(one)), ImageCopies.onDisk(List.of(folder), Set.of("one.png")));
  }
}
