package fennec.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Small pictures of one colour each. */
final class TestImages {

  private TestImages() {}

  static Path folder(Path folder, int count) throws IOException {
    Files.createDirectories(folder);
    for (int i = 0; i < count; i++) {
      BufferedImage image = new BufferedImage(24, 16, BufferedImage.TYPE_INT_RGB);
      for (int p = 0; p < 24 * 16; p++) {
        image.setRGB(p % 24, p / 24, 0x203040 * (i + 1));
      }
      ImageIO.write(image, "png", folder.resolve("image" + i + ".png").toFile());
    }
    return folder;
  }
}
