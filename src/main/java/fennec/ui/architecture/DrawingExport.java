package fennec.ui.architecture;

import fennec.file.AtomicFile;
import fennec.io.GraphSvgWriter;
import fennec.progress.Work;
import fennec.ui.message.UserMessages;
import fennec.ui.task.TaskRunner;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyObjectProperty;
import javax.imageio.ImageIO;

/** Writes the drawing at hand to files. */
public final class DrawingExport {

  private final ReadOnlyObjectProperty<GraphViewModel> active;
  private final TaskRunner tasks;
  private final UserMessages messages;

  DrawingExport(
      ReadOnlyObjectProperty<GraphViewModel> active, TaskRunner tasks, UserMessages messages) {
    this.active = active;
    this.tasks = tasks;
    this.messages = messages;
  }

  /** Writes the drawing as it is folded now as SVG, in dark or light colours. */
  public void svg(Path file, boolean dark) {
    GraphSheet sheet = active.get().sheetProperty().get();
    if (sheet == null) {
      return;
    }
    GraphSvgWriter.Theme theme = dark ? GraphSvgWriter.Theme.DARK : GraphSvgWriter.Theme.LIGHT;
    tasks.run(
        "Writing " + file.getFileName(),
        progress -> {
          new GraphSvgWriter(theme).write(sheet.layout(), file);
          return file;
        },
        this::written);
  }

  /** Writes {@code drawing} as PNG. */
  void png(Path file, Work<BufferedImage> drawing) {
    tasks.run(
        "Writing " + file.getFileName(),
        progress -> {
          BufferedImage image = drawing.run(progress);
          AtomicFile.write(file, out -> ImageIO.write(image, "png", out));
          return file;
        },
        this::written);
  }

  private void written(Path file) {
    messages.info("Exported", "The drawing is in " + file + ".");
  }
}
