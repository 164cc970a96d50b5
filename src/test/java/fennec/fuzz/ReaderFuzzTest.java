package fennec.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A short run over every reader; {@code fennec.fuzz.FuzzBench} makes long ones. */
class ReaderFuzzTest {

  private static final int INPUTS = 100;

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> everyDamagedFileIsReadOrRefused() throws Exception {
    Path seeds = Files.createDirectories(folder.resolve("seeds"));
    return new FuzzTargets(seeds)
        .all().stream()
            .map(
                target ->
                    DynamicTest.dynamicTest(
                        target.name(),
                        () -> {
                          FuzzRun.Outcome outcome = FuzzRun.of(target, 0, INPUTS, 1, folder);
                          assertEquals(List.of(), outcome.failures());
                          assertTrue(outcome.refused() > 0 || target.name().equals("settings"));
                        }));
  }
}
