package fennec.testing;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Draws all sample tasks: a folder a task, a sub-folder a class, JPEG pictures in it. */
public final class SampleTaskDrawing {

  /** The seed of the pictures in the repository. */
  static final long SEED = 2024;

  private static final float QUALITY = 0.84f;

  private SampleTaskDrawing() {}

  /**
   * Draws into the folder given, by default {@code sample-tasks}; existing pictures are replaced.
   */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args.length > 0 ? args[0] : "sample-tasks");
    for (SampleTask task : SampleTask.all()) {
      for (int c = 0; c < task.classes().size(); c++) {
        Path classFolder = folder.resolve(task.name()).resolve(task.classes().get(c));
        Files.createDirectories(classFolder);
        for (int i = 0; i < task.imagesPerClass(); i++) {
          write(task.draw(c, i, SEED), classFolder.resolve(fileName(i)));
        }
      }
    }
  }

  /** Name of picture number {@code index} of a class. */
  static String fileName(int index) {
    return String.format(Locale.ROOT, "%02d.jpg", index + 1);
  }

  private static void write(BufferedImage picture, Path file) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam settings = writer.getDefaultWriteParam();
    settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    settings.setCompressionQuality(QUALITY);
    try (OutputStream out = Files.newOutputStream(file);
        ImageOutputStream target = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(target);
      writer.write(null, new IIOImage(picture, null, null), settings);
    } finally {
      writer.dispose();
    }
  }
}
