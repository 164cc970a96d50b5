package fennec.bench;

import fennec.embedding.EmbeddingListener;
import fennec.embedding.EmbeddingPipeline;
import fennec.embedding.EmbeddingRun;
import fennec.embedding.ImageDecoder;
import fennec.embedding.ImageEncoder;
import fennec.embedding.ImageFolder;
import fennec.embedding.ImageSource;
import fennec.embedding.PreparedImage;
import fennec.encoder.Devices;
import fennec.encoder.TorchScriptEncoder;
import fennec.error.FennecException;
import fennec.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Pictures per second from files to vectors and of the forward pass alone, and memory over many
 * pictures. Arguments: a folder of pictures, how many pictures for the soak (0 for none), the
 * encoder's folder (the built-in one by default).
 */
public final class PipelineBench {

  private static final int[] BATCHES = {1, 8, 32};

  private PipelineBench() {}

  /** Prints a table of figures. */
  public static void main(String[] arguments) throws FennecException, IOException {
    Path pictures = Path.of(arguments.length > 0 ? arguments[0] : "../shared/task-images");
    int soak = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 0;
    Path folder = Path.of(arguments.length > 2 ? arguments[2] : "assets/encoders/built-in");
    try (ImageEncoder encoder = TorchScriptEncoder.open(folder, Devices.choose("auto"))) {
      ImageFolder images = ImageFolder.open(pictures, Progress.NONE).sample(1000, 1);
      print(
          "%s, %s, %d pictures of %s", encoder.title(), encoder.device(), images.size(), pictures);
      List<PreparedImage> prepared = preparing(images, encoder);
      for (int round = 0; round < 2; round++) {
        for (int batch : BATCHES) {
          print(
              "forward alone, batch %2d: %7.1f images/s", batch, forward(encoder, prepared, batch));
        }
        for (int threads = 1; threads <= 3; threads++) {
          print(
              "end to end, %d decoding: %7.1f images/s",
              threads, endToEnd(encoder, images, threads));
        }
      }
      soak(encoder, images, soak);
    }
    print("peak resident memory: %s", residentPeak());
  }

  private static List<PreparedImage> preparing(ImageFolder images, ImageEncoder encoder) {
    ImageDecoder decoder = new ImageDecoder();
    List<PreparedImage> prepared = new ArrayList<>();
    for (int round = 0; round < 2; round++) {
      prepared.clear();
      long decoding = 0;
      long preparing = 0;
      for (ImageSource source : images.sources()) {
        try {
          long start = System.nanoTime();
          var decoded = decoder.decode(source.name(), source.read());
          long middle = System.nanoTime();
          prepared.add(encoder.prepare(decoded));
          decoding += middle - start;
          preparing += System.nanoTime() - middle;
        } catch (FennecException e) {
          print("%s", e.getMessage());
        }
      }
      double n = prepared.size() * 1e6;
      print("one thread: read and decode %.2f ms, prepare %.2f ms", decoding / n, preparing / n);
    }
    return prepared;
  }

  private static double forward(ImageEncoder encoder, List<PreparedImage> images, int batch)
      throws FennecException {
    long start = System.nanoTime();
    for (int i = 0; i < images.size(); i += batch) {
      encoder.encode(images.subList(i, Math.min(images.size(), i + batch)));
    }
    return images.size() * 1e9 / (System.nanoTime() - start);
  }

  private static double endToEnd(ImageEncoder encoder, ImageFolder images, int threads)
      throws FennecException {
    long start = System.nanoTime();
    EmbeddingRun run =
        new EmbeddingPipeline(encoder, new ImageDecoder(), Optional.empty(), threads)
            .run(images, EmbeddingListener.NONE, Progress.NONE);
    return run.embeddings().size() * 1e9 / (System.nanoTime() - start);
  }

  private static void soak(ImageEncoder encoder, ImageFolder images, int pictures)
      throws FennecException, IOException {
    int done = 0;
    while (done < pictures) {
      endToEnd(encoder, images, 2);
      done += images.size();
      print("after %6d pictures: resident %s", done, resident("VmRSS:"));
    }
  }

  private static String residentPeak() throws IOException {
    return resident("VmHWM:");
  }

  private static String resident(String field) throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return (Runtime.getRuntime().totalMemory() >> 20) + " MB of heap";
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith(field))
        .map(line -> Arrays.stream(line.split("\\s+")).skip(1).findFirst().orElse("0"))
        .map(kilobytes -> Long.parseLong(kilobytes) / 1024 + " MB")
        .findFirst()
        .orElse("unknown");
  }

  @SuppressWarnings("SystemOut") // a bench prints
  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
