package fennec.ui.architecture;

import fennec.error.FennecException;
import fennec.progress.Progress;
import fennec.progress.Work;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.canvas.Canvas;

/**
 * A whole drawing as a picture: twice as large as 100 %, or as large as {@value #MOST_PIXELS}
 * pixels allow. Painted tile by tile on the window's thread, which stays free in between.
 */
final class PngTiles implements Work<BufferedImage> {

  private static final double LARGE = 2;
  private static final double MOST_PIXELS = 80e6;
  private static final double LONGEST_SIDE = 60_000;
  private static final int TILE = 1024;

  private final GraphPainter.Picture picture;
  private final boolean dark;

  /** Takes what is active in {@code model} now. */
  PngTiles(ArchitectureViewModel model, boolean dark) {
    GraphViewModel side = model.activeProperty().get();
    this.picture = GraphPainter.Picture.of(side, model.pair().coloursOf(side).get()).plain();
    this.dark = dark;
  }

  /** Pixels of the picture for a pixel of a drawing of this size. */
  static double scale(double width, double height) {
    return Math.min(
        LARGE,
        Math.min(
            Math.sqrt(MOST_PIXELS / (width * height)), LONGEST_SIDE / Math.max(width, height)));
  }

  @Override
  public BufferedImage run(Progress progress) throws FennecException {
    double drawn = picture.sheet().layout().width();
    double tall = picture.sheet().layout().height();
    double scale = scale(drawn, tall);
    int width = (int) Math.max(1, Math.ceil(drawn * scale));
    int height = (int) Math.max(1, Math.ceil(tall * scale));
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    int total = ((width + TILE - 1) / TILE) * ((height + TILE - 1) / TILE);
    int done = 0;
    for (int y = 0; y < height; y += TILE) {
      for (int x = 0; x < width; x += TILE) {
        progress.checkCancelled();
        progress.step(done++, total, "painting");
        Viewport view =
            new Viewport(
                scale, x / scale, y / scale, Math.min(TILE, width - x), Math.min(TILE, height - y));
        pen.drawImage(tile(view), x, y, null);
      }
    }
    pen.dispose();
    return image;
  }

  private BufferedImage tile(Viewport view) throws FennecException {
    FutureTask<BufferedImage> task =
        new FutureTask<>(
            () -> {
              Canvas canvas = new Canvas(view.width(), view.height());
              new GraphPainter(canvas.getGraphicsContext2D(), view, dark).paint(picture);
              return SwingFXUtils.fromFXImage(canvas.snapshot(null, null), null);
            });
    Platform.runLater(task);
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FennecException("Painting was interrupted.", e);
    } catch (ExecutionException e) {
      throw new FennecException("The drawing could not be painted: " + e.getCause() + ".", e);
    }
  }
}
