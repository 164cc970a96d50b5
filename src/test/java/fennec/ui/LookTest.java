package fennec.ui;

import fennec.progress.Work;
import fennec.ui.target.SampleTask;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class LookTest extends WindowJourney {
  @Override
  protected Work<Services> services() {
    Path root = Path.of("/work/shared/task-images");
    return p ->
        new FakeProgram(
                1556,
                List.of(
                    new SampleTask("Flowers", root.resolve("oxford_flowers17"), 17),
                    new SampleTask("Street signs", root.resolve("gtsrb"), 17),
                    new SampleTask("Pets", root.resolve("oxford_pets"), 20),
                    new SampleTask("Aerial views", root.resolve("rsscn7_aerial"), 17)))
            .services();
  }

  private void shot(String name) throws Exception {
    org.testfx.util.WaitForAsyncUtils.waitForFxEvents();
    WritableImage[] image = new WritableImage[1];
    fx(
        () ->
            image[0] =
                window.context().session() == null ? null : node("main").getScene().snapshot(null));
    ImageIO.write(
        SwingFXUtils.fromFXImage(image[0], null), "png", new File("/tmp/look/" + name + ".png"));
  }

  private void size(double w, double h) {
    fx(
        () -> {
          var st = (javafx.stage.Stage) node("main").getScene().getWindow();
          st.setWidth(w);
          st.setHeight(h);
        });
  }

  @Test
  void look() throws Exception {
    new File("/tmp/look").mkdirs();
    size(1440, 900);
    fx(() -> window.context().appearance().themeProperty().set(fennec.ui.theme.Theme.LIGHT));
    shot("0-empty-light");
    fx(
        () ->
            window
                .panes()
                .target()
                .open(List.of(Path.of("/work/shared/task-images/oxford_flowers17"))));
    until("run", () -> window.context().session().runProperty().get() != null);
    until(
        "why",
        () ->
            window.panes().ranked().explanationProperty().get() != null
                && !window.panes().ranked().intervalsProperty().get().isEmpty());
    fx(
        () -> {
          window.context().session().togglePin(window.panes().ranked().rows().get(4).name());
          window.context().animations();
        });
    fx(() -> window.context().session().alphaProperty().set(0.62));
    Thread.sleep(1500);
    shot("1-ranking-light");
    fx(() -> window.context().appearance().themeProperty().set(fennec.ui.theme.Theme.DARK));
    Thread.sleep(300);
    shot("1-ranking-dark");
    fx(
        () -> {
          for (int i : new int[] {1, 3, 6})
            window.context().session().toggleCompare(window.panes().ranked().rows().get(i).name());
        });
    Thread.sleep(300);
    size(1024, 700);
    Thread.sleep(500);
    shot("2-small-dark");
    fx(() -> window.context().appearance().themeProperty().set(fennec.ui.theme.Theme.LIGHT));
    fx(() -> window.context().session().comparedProperty().set(List.of()));
    fx(() -> window.model().paletteOpenProperty().set(true));
    Thread.sleep(300);
    shot("3-palette-light");
  }
}
