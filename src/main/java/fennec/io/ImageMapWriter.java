package fennec.io;

import fennec.embedding.EmbeddedImage;
import fennec.error.FennecException;
import fennec.file.AtomicFile;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;

/** Writes places of images in the plane as CSV: {@code file,label,x,y}, one line an image. */
public final class ImageMapWriter {

  private ImageMapWriter() {}

  /**
   * Writes the images with their places (n x 2) to {@code file}, whole or not at all.
   *
   * @throws FennecException if it cannot be written
   */
  public static void write(List<EmbeddedImage> images, double[][] places, Path file)
      throws FennecException {
    AtomicFile.write(
        file,
        out -> {
          CSVPrinter csv = CsvOutput.to(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          csv.printRecord("file", "label", "x", "y");
          for (int i = 0; i < images.size(); i++) {
            csv.printRecord(
                CsvOutput.noFormula(images.get(i).file()),
                CsvOutput.noFormula(images.get(i).label()),
                places[i][0],
                places[i][1]);
          }
          csv.flush();
        });
  }
}
