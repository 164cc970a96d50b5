package fennec.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fennec.progress.Work;
import fennec.ui.theme.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** Both themes style every control without a complaint in the log. */
class StyleTest extends WindowJourney {

  private volatile Path images;

  @Override
  protected Work<Services> services() throws Exception {
    images = TestImages.folder(folder.resolve("flowers"), 3);
    FakeProgram program = new FakeProgram(50, List.of());
    return progress -> program.services();
  }

  @Test
  void noStyleIsRejected() throws Exception {
    List<String> complaints = Collections.synchronizedList(new ArrayList<>());
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            complaints.add(entry.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger css = Logger.getLogger("javafx.css");
    css.addHandler(handler);
    try {
      fx(() -> window.panes().target().open(List.of(images)));
      until("ranked", () -> window.context().session().runProperty().get() != null);
      for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
        fx(() -> window.context().appearance().themeProperty().set(theme));
        robot.clickOn("#ranking-filters");
        until("filters", () -> robot.lookup("#filter-popover").tryQuery().isPresent());
        robot.clickOn("#ranking-filters");
      }
      assertEquals(List.of(), complaints);
    } finally {
      css.removeHandler(handler);
    }
  }
}
