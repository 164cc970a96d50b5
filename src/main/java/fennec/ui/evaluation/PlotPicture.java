package fennec.ui.evaluation;

import fennec.file.AtomicFile;
import fennec.ui.message.UserMessages;
import fennec.ui.task.TaskRunner;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Locale;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;

/** Saves the curves of a sweep: as they are shown at twice the size, or as a drawing. */
public final class PlotPicture {

  private static final double SCALE = 2;

  private PlotPicture() {}

  /** Writes {@code chart} to {@code file} as PNG, or the model's curves as SVG. */
  public static void save(
      Node chart, boolean dark, Path file, EvaluationViewModel model, Target target) {
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".svg")) {
      model.savePlot(file, dark);
      return;
    }
    SnapshotParameters look = new SnapshotParameters();
    look.setTransform(Transform.scale(SCALE, SCALE));
    look.setFill(dark ? Color.web("#0d1117") : Color.WHITE);
    BufferedImage picture = SwingFXUtils.fromFXImage(chart.snapshot(look, null), null);
    target
        .tasks()
        .run(
            "Saving " + file.getFileName(),
            progress -> {
              AtomicFile.write(file, out -> ImageIO.write(picture, "png", out));
              return file;
            },
            done -> target.messages().info("Saved", "The plot is in " + done + "."));
  }

  /** Where the work is done and told. */
  public record Target(TaskRunner tasks, UserMessages messages) {}
}
