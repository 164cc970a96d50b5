package fennec.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import fennec.error.FennecException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

  @TempDir Path folder;

  private static void write(Path target, String text) throws FennecException {
    AtomicFile.write(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private List<Path> left() throws IOException {
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void foldersThatAreMissingAreMadeAndOldContentIsReplaced() throws Exception {
    Path target = folder.resolve("new").resolve("newer").resolve("file");
    write(target, "old and longer");
    write(target, "new");
    assertEquals("new", Files.readString(target));
    try (var files = Files.list(target.getParent())) {
      assertEquals(List.of(target), files.toList());
    }
  }

  @Test
  void aFailureLeavesTheOldFileAndNothingBesideIt() throws Exception {
    Path target = folder.resolve("file");
    write(target, "old");
    FennecException e =
        assertThrows(
            FennecException.class,
            () ->
                AtomicFile.write(
                    target,
                    out -> {
                      out.write(new byte[100_000]);
                      throw new IOException("No space left on device");
                    }));
    assertEquals("Cannot write " + target + ": no space left on device.", e.getMessage());
    assertThrows(
        CancellationException.class,
        () ->
            AtomicFile.write(
                target,
                out -> {
                  out.write(new byte[100_000]);
                  throw new CancellationException();
                }));
    assertEquals("old", Files.readString(target));
    assertEquals(List.of(target), left());
  }

  @Test
  void whatIsInTheWayIsSaid() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    Path below = file.resolve("below");
    assertEquals(
        "Cannot write " + below + ": a file is in its way.",
        assertThrows(FennecException.class, () -> write(below, "x")).getMessage());
    Files.delete(file);
    Path full = Files.createDirectory(folder.resolve("full"));
    Files.writeString(full.resolve("inside"), "");
    String said = assertThrows(FennecException.class, () -> write(full, "x")).getMessage();
    assertEquals("Cannot write " + full + ": a folder is in its way.", said);
    assertEquals(List.of(full), left());
  }

  private static String refusal(Path target) {
    return assertThrows(FennecException.class, () -> AtomicFile.ensureWritable(target))
        .getMessage();
  }

  @Test
  void whatCannotBeWrittenIsToldBeforehand() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "old");
    Path full = Files.createDirectory(folder.resolve("full"));
    for (Path below : List.of(file.resolve("below"), file.resolve("far").resolve("below"))) {
      assertEquals("Cannot write " + below + ": a file is in its way.", refusal(below));
    }
    assertEquals("Cannot write " + full + ": a folder is in its way.", refusal(full));
    Path root = folder.getRoot();
    assertEquals("Cannot write " + root + ": a folder is in its way.", refusal(root));
    Path tooLong = folder.resolve("x".repeat(300));
    assertThrows(FennecException.class, () -> write(tooLong, "x"));
    assertEquals(refusal(tooLong), refusal(tooLong));

    AtomicFile.ensureWritable(file);
    AtomicFile.ensureWritable(folder.resolve("new").resolve("newer").resolve("file"));
    assertEquals("old", Files.readString(file));
    assertEquals(Set.of(file, full), Set.copyOf(left()));
  }

  /** Even the superuser, whom no permissions stop, makes no files there. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aFolderThatTakesNoFilesIsToldBeforehand() {
    Path target = Path.of("/proc/file");
    assertTrue(refusal(target).startsWith("Cannot write /proc/file: "), refusal(target));
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aFolderWithoutPermissionIsToldBeforehand() throws Exception {
    Path closed = Files.createDirectory(folder.resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeFalse(Files.isWritable(closed), "permissions do not stop the superuser");
    Path target = closed.resolve("file");
    assertEquals("Cannot write " + target + ": permission denied.", refusal(target));
  }
}
