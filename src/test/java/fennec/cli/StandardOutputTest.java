package fennec.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of results that a pipe, a file or the locale does not take. */
class StandardOutputTest {

  @TempDir Path folder;

  @Test
  void allOfItIsWrittenAndNothingFailed() {
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    StandardOutput out = new StandardOutput(to);
    out.writer().print("Größe");
    assertEquals(Optional.empty(), out.failure());
    assertArrayEquals("Größe".getBytes(StandardCharsets.UTF_8), to.toByteArray());
  }

  @ParameterizedTest
  @CsvSource({
    "No space left on device, no space left on device",
    "Input/output error, input/output error",
    "Broken pipe,"
  })
  void aFailureIsToldUnlessTheReaderHadEnough(String reason, String told) {
    StandardOutput out =
        new StandardOutput(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException(reason);
              }
            });
    out.writer().println("a row");
    assertEquals(Optional.ofNullable(told), out.failure());
  }

  @Test
  void aFullDiskIsToldOnceAndIsNoSuccess() throws Exception {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.isWritable(full), "no device that is always full here");
    Path err = folder.resolve("err.txt");
    Process running =
        Answer.process(folder, Map.of(), "history", "list")
            .redirectOutput(full.toFile())
            .redirectError(err.toFile())
            .start();
    assertEquals(true, running.waitFor(3, TimeUnit.MINUTES));
    assertEquals(
        "fennec: Cannot write the output: no space left on device.\n", Files.readString(err));
    assertEquals(ExitCodes.BAD_DATA, running.exitValue());
  }

  @Test
  void aReaderThatHadEnoughIsNoFailure() throws Exception {
    Path err = folder.resolve("err.txt");
    Process running =
        Answer.process(folder, Map.of(), "history", "list").redirectError(err.toFile()).start();
    running.getInputStream().close();
    assertEquals(true, running.waitFor(3, TimeUnit.MINUTES));
    assertEquals("", Files.readString(err));
    assertEquals(ExitCodes.FINE, running.exitValue());
  }

  @Test
  void aNameThatTheLocaleCannotWriteIsExplained() throws Exception {
    assumeTrue(
        System.getProperty("os.name").equals("Linux"), "elsewhere any locale names any file");
    Answer answer = Answer.ofProcess(folder, Map.of("LC_ALL", "C"), "rank", "Bäume");
    assertEquals(ExitCodes.USAGE, answer.code(), answer.err());
    assertEquals(true, answer.err().contains("choose a locale with UTF-8"), answer.err());
    assertEquals(2, answer.err().lines().count(), answer.err());
  }
}
