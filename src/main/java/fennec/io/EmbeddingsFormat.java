package fennec.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fennec.embedding.EmbeddedImage;
import fennec.embedding.ImageEmbeddings;
import fennec.error.FennecException;
import fennec.file.AtomicFile;
import fennec.file.SafetensorsWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVPrinter;

/** The formats that vectors of images are written in, chosen by the ending of the file's name. */
public enum EmbeddingsFormat {
  /** {@code file,label,e0,e1,...}, one line an image. */
  CSV,
  /**
   * A float32 tensor {@code embeddings} (n x d); files and labels as JSON lists in the metadata.
   */
  SAFETENSORS;

  /**
   * The format that {@code file}'s name asks for.
   *
   * @throws FennecException naming the endings there are
   */
  public static EmbeddingsFormat of(Path file) throws FennecException {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv")) {
      return CSV;
    }
    if (name.endsWith(".safetensors")) {
      return SAFETENSORS;
    }
    throw new FennecException(
        "Cannot tell the format of " + file + ": the name must end in .safetensors or .csv.");
  }

  /**
   * Writes {@code embeddings} to {@code file}, whole or not at all.
   *
   * @throws FennecException naming the file and the reason
   */
  public void write(ImageEmbeddings embeddings, Path file) throws FennecException {
    switch (this) {
      case CSV ->
          AtomicFile.write(
              file,
              out -> {
                Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                writeCsv(embeddings, text);
                text.flush();
              });
      case SAFETENSORS -> writeSafetensors(embeddings, file);
    }
  }

  private static void writeCsv(ImageEmbeddings embeddings, Writer out) throws IOException {
    CSVPrinter csv = CsvOutput.to(out);
    csv.print("file");
    csv.print("label");
    for (int j = 0; j < embeddings.dimension(); j++) {
      csv.print("e" + j);
    }
    csv.println();
    for (int i = 0; i < embeddings.size(); i++) {
      csv.print(CsvOutput.noFormula(embeddings.images().get(i).file()));
      csv.print(CsvOutput.noFormula(embeddings.images().get(i).label()));
      for (float value : embeddings.vectors()[i]) {
        csv.print(value);
      }
      csv.println();
    }
    csv.flush();
  }

  private static void writeSafetensors(ImageEmbeddings embeddings, Path file)
      throws FennecException {
    int n = embeddings.size();
    int d = embeddings.dimension();
    float[] flat = new float[n * d];
    for (int i = 0; i < n; i++) {
      System.arraycopy(embeddings.vectors()[i], 0, flat, i * d, d);
    }
    SafetensorsWriter writer = new SafetensorsWriter();
    writer.metadata("schema", "1");
    writer.metadata("encoder", embeddings.encoderId());
    writer.metadata("files", json(embeddings.images().stream().map(EmbeddedImage::file).toList()));
    writer.metadata(
        "labels", json(embeddings.images().stream().map(EmbeddedImage::label).toList()));
    writer.f32("embeddings", flat, n, d);
    writer.write(file);
  }

  private static String json(List<String> texts) {
    try {
      return new ObjectMapper().writeValueAsString(texts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a list of texts is always JSON", e);
    }
  }
}
