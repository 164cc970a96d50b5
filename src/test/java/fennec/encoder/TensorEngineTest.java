package fennec.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.AccessDeniedException;
import org.junit.jupiter.api.Test;

class TensorEngineTest {

  @Test
  void theInnermostCauseIsToldInOneLine() {
    assertEquals(
        "no such operator",
        TensorEngine.firstLine(
            new IllegalStateException("outer", new RuntimeException("no such operator.\nat x"))));
    assertEquals(
        "NullPointerException",
        TensorEngine.firstLine(new RuntimeException(new NullPointerException())));
  }

  @Test
  void aFolderThatCannotBeWrittenIsToldByItsReason() {
    assertEquals(
        "permission denied",
        TensorEngine.firstLine(new IllegalStateException(new AccessDeniedException("/engine"))));
  }
}
