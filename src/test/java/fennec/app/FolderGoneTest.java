package fennec.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fennec.embedding.DecodedImage;
import fennec.embedding.EmbeddedImage;
import fennec.embedding.EmbeddingListener;
import fennec.embedding.FailedImage;
import fennec.error.FennecException;
import fennec.io.RankOptions;
import fennec.progress.Progress;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that goes away while it is read. */
class FolderGoneTest {

  private static final int PICTURES = 400;

  @TempDir Path temporary;

  @Test
  void aFolderRenamedInMidRunIsOneSentence() throws Exception {
    Path pictures = Files.createDirectory(temporary.resolve("pictures"));
    for (int i = 0; i < PICTURES; i++) {
      BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_3BYTE_BGR);
      image.setRGB(i % 8, i / 8 % 8, i);
      ImageIO.write(image, "png", pictures.resolve("img" + i + ".png").toFile());
    }
    EmbeddingListener renames =
        new EmbeddingListener() {
          private boolean done;

          @Override
          public int thumbnailSide() {
            return 0;
          }

          @Override
          public void decoded(EmbeddedImage image, DecodedImage thumbnail) {}

          @Override
          public void embedded(EmbeddedImage image, boolean fromCache) {
            try {
              if (!done) {
                done = true;
                Files.move(pictures, temporary.resolve("elsewhere"));
              }
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }

          @Override
          public void failed(FailedImage image) {}
        };
    try (Workbench workbench =
        new Workbench(FennecHome.find(), "cpu", false, Optional.empty(), Clock.systemUTC())) {
      RankRequest request = RankRequest.of(List.of(pictures), "built-in", 15, RankOptions.DEFAULT);
      FennecException e =
          assertThrows(
              FennecException.class, () -> workbench.rank(request, renames, Progress.NONE));
      assertEquals(
          pictures
              + " was removed or renamed while its images were read; put it back and rank again.",
          e.getMessage());
    }
  }
}
