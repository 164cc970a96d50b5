package fennec.bench;

import fennec.embedding.DecodedImage;
import fennec.embedding.EmbeddingListener;
import fennec.embedding.EmbeddingPipeline;
import fennec.embedding.ImageDecoder;
import fennec.embedding.ImageEncoder;
import fennec.embedding.ImageFolder;
import fennec.embedding.PreparedImage;
import fennec.encoder.Encoders;
import fennec.file.SafetensorsWriter;
import fennec.progress.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Throughput of a full-size CLIP ViT-B/32 with random weights. Arguments: {@code make FOLDER}
 * writes the checkpoint; {@code run FOLDER SECONDS} times the forward pass with batches of 1, 8 and
 * 32; {@code soak FOLDER IMAGES} encodes that many pictures and shows the memory on the way; {@code
 * files FOLDER PICTURES COUNT} compares files to vectors with the forward pass alone, in time and
 * in processor time, by turns.
 */
public final class ClipBench {

  private static final int WIDTH = 768;
  private static final int LAYERS = 12;

  private ClipBench() {}

  /** Runs one of the forms above. */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[1]);
    switch (args[0]) {
      case "make" -> make(folder);
      case "run" -> run(folder, Double.parseDouble(args[2]));
      case "soak" -> soak(folder, Integer.parseInt(args[2]));
      case "files" -> files(folder, Path.of(args[2]), Integer.parseInt(args[3]));
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static ImageEncoder open(Path folder) throws Exception {
    return Encoders.open(
            new Encoders.Request("clip:" + folder, "cpu", false),
            new Encoders.Places(Path.of("."), name -> Optional.empty(), id -> false))
        .encoder();
  }

  private static void run(Path folder, double seconds) throws Exception {
    try (ImageEncoder encoder = open(folder)) {
      for (int batch : new int[] {1, 8, 32}) {
        List<PreparedImage> images = pictures(encoder, batch);
        encoder.encode(images);
        List<Double> rates = new ArrayList<>();
        long end = System.nanoTime() + (long) (seconds * 1e9);
        while (System.nanoTime() < end || rates.size() < 3) {
          long start = System.nanoTime();
          encoder.encode(images);
          rates.add(batch / ((System.nanoTime() - start) / 1e9));
        }
        Collections.sort(rates);
        System.out.printf(
            Locale.ROOT,
            "java batch %2d: median %.2f, best %.2f images/s (%d runs), peak %s%n",
            batch,
            rates.get(rates.size() / 2),
            rates.get(rates.size() - 1),
            rates.size(),
            memory("VmHWM"));
      }
    }
  }

  private static void soak(Path folder, int count) throws Exception {
    try (ImageEncoder encoder = open(folder)) {
      int batch = 50;
      for (int done = 0; done < count; done += batch) {
        encoder.encode(pictures(encoder, batch));
        if (done % Math.max(batch, count / 10) == 0) {
          System.out.printf("%6d images, resident %s%n", done + batch, memory("VmRSS"));
        }
      }
      System.out.printf("%6d images, resident %s%n", count, memory("VmRSS"));
    }
  }

  private static void files(Path folder, Path pictures, int count) throws Exception {
    ImageFolder images = ImageFolder.open(pictures, Progress.NONE).sample(count, 1);
    try (ImageEncoder encoder = open(folder)) {
      EmbeddingPipeline pipeline =
          new EmbeddingPipeline(encoder, new ImageDecoder(), Optional.empty(), 2);
      List<PreparedImage> prepared = pictures(encoder, 32);
      encoder.encode(prepared);
      for (int round = 0; round < 3; round++) {
        Spent alone = Spent.now();
        for (int i = 0; i < count; i += 32) {
          encoder.encode(prepared.subList(0, Math.min(32, count - i)));
        }
        alone.print("forward alone, batch 32", count);
        Spent whole = Spent.now();
        int done = pipeline.run(images, EmbeddingListener.NONE, Progress.NONE).embeddings().size();
        whole.print("files to vectors", done);
      }
      System.out.println("peak " + memory("VmHWM"));
    }
  }

  /** Clock and processor time since a moment, in nanoseconds. */
  private record Spent(long clock, long processor) {
    static Spent now() {
      return new Spent(System.nanoTime(), processorTime());
    }

    void print(String what, int count) {
      System.out.printf(
          Locale.ROOT,
          "%-24s %6.2f images/s, %6.1f ms of processor time an image%n",
          what,
          count * 1e9 / (System.nanoTime() - clock),
          (processorTime() - processor) / 1e6 / count);
    }

    private static long processorTime() {
      return ((com.sun.management.OperatingSystemMXBean)
              java.lang.management.ManagementFactory.getOperatingSystemMXBean())
          .getProcessCpuTime();
    }
  }

  private static List<PreparedImage> pictures(ImageEncoder encoder, int count) throws Exception {
    byte[] rgb = new byte[3 * 300 * 240];
    SplittableRandom random = new SplittableRandom(count);
    List<PreparedImage> images = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      random.nextBytes(rgb);
      images.add(encoder.prepare(new DecodedImage("noise", 300, 240, rgb.clone())));
    }
    return images;
  }

  private static String memory(String key) throws Exception {
    Path status = Path.of("/proc/self/status");
    return !Files.exists(status)
        ? "unknown"
        : Files.readAllLines(status).stream()
            .filter(line -> line.startsWith(key + ":"))
            .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB")
            .findFirst()
            .orElse("unknown");
  }

  private static void make(Path folder) throws Exception {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("config.json"), "{\"model_type\":\"clip\",\"projection_dim\":512}");
    Files.writeString(
        folder.resolve("preprocessor_config.json"),
        "{\"size\":224,\"crop_size\":224,\"resample\":3,\"image_mean\":[0.48145467,0.4578275,"
            + "0.40821072],\"image_std\":[0.26862955,0.2613026,0.2757771]}");
    SafetensorsWriter writer = new SafetensorsWriter();
    SplittableRandom random = new SplittableRandom(1);
    String root = "vision_model.";
    add(writer, random, root + "embeddings.class_embedding", WIDTH);
    add(writer, random, root + "embeddings.patch_embedding.weight", WIDTH, 3, 32, 32);
    add(writer, random, root + "embeddings.position_embedding.weight", 50, WIDTH);
    for (String norm : List.of("pre_layrnorm", "post_layernorm")) {
      affine(writer, random, root + norm, WIDTH);
    }
    for (int i = 0; i < LAYERS; i++) {
      String block = root + "encoder.layers." + i + ".";
      affine(writer, random, block + "layer_norm1", WIDTH);
      affine(writer, random, block + "layer_norm2", WIDTH);
      for (String part : List.of("q_proj", "k_proj", "v_proj", "out_proj")) {
        affine(writer, random, block + "self_attn." + part, WIDTH, WIDTH);
      }
      affine(writer, random, block + "mlp.fc1", 4L * WIDTH, WIDTH);
      affine(writer, random, block + "mlp.fc2", WIDTH, 4L * WIDTH);
    }
    add(writer, random, "visual_projection.weight", 512, WIDTH);
    writer.write(folder.resolve("model.safetensors"));
  }

  private static void affine(
      SafetensorsWriter writer, SplittableRandom random, String name, long... shape) {
    add(writer, random, name + ".weight", shape);
    add(writer, random, name + ".bias", shape[0]);
  }

  private static void add(
      SafetensorsWriter writer, SplittableRandom random, String name, long... shape) {
    int count = 1;
    for (long axis : shape) {
      count *= (int) axis;
    }
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian() * 0.03f;
    }
    writer.f32(name, values, shape);
  }
}
