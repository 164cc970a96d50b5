package fennec.encoder;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import fennec.embedding.DecodedImage;
import fennec.embedding.ImageEncoder;
import fennec.embedding.PreparedImage;
import fennec.error.EncoderUnavailableException;
import fennec.error.FennecException;
import fennec.file.AtomicFile;
import fennec.file.ContentHash;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Any traced image encoder: a folder with {@code encoder.json} and a TorchScript file that maps n x
 * 3 x s x s singles to n x d. The built-in encoder is one of these. A TorchScript file is a
 * program: take it from where you would take a program from.
 */
public final class TorchScriptEncoder implements ImageEncoder {

  /**
   * Fewer pictures are filled up with empty ones: for very small batches the engine takes kernels
   * that add in another order, and a vector would depend on its neighbours in the sixth digit.
   */
  private static final int SMALLEST_BATCH = 8;

  private final TorchScriptDescription description;
  private final Devices.Choice device;
  private final Model network;

  private TorchScriptEncoder(
      TorchScriptDescription description, Devices.Choice device, Model network) {
    this.description = description;
    this.device = device;
    this.network = network;
  }

  /**
   * Loads the encoder in {@code folder}, checks its SHA-256, and runs it once on an empty picture
   * to see that it gives what it says.
   *
   * @throws EncoderUnavailableException naming the file and what is wrong with it
   */
  public static TorchScriptEncoder open(Path folder, Devices.Choice device) throws FennecException {
    TorchScriptDescription description = TorchScriptDescription.read(folder);
    Path file = folder.resolve(description.file());
    checkHash(file, description.sha256());
    TensorEngine.start();
    Model network = Model.newInstance(description.id(), device.device(), "PyTorch");
    try {
      network.load(file.toAbsolutePath().getParent(), file.getFileName().toString());
      TorchScriptEncoder encoder = new TorchScriptEncoder(description, device, network);
      encoder.checkShape(file);
      return encoder;
    } catch (IOException | MalformedModelException | RuntimeException e) {
      network.close();
      throw new EncoderUnavailableException(
          file + " does not load as TorchScript: " + TensorEngine.firstLine(e) + ".", e);
    } catch (FennecException e) {
      network.close();
      throw e;
    }
  }

  private static void checkHash(Path file, String expected) throws EncoderUnavailableException {
    if (!Files.isRegularFile(file)) {
      throw new EncoderUnavailableException("The encoder's file " + file + " is missing.");
    }
    String actual;
    try {
      actual = ContentHash.of(file);
    } catch (IOException e) {
      throw new EncoderUnavailableException(
          "The encoder's file " + file + " cannot be read: " + AtomicFile.reason(e) + ".", e);
    }
    if (!actual.equals(expected)) {
      throw new EncoderUnavailableException(
          file
              + " is not the file its description means: its SHA-256 begins "
              + actual.substring(0, 12)
              + ", expected "
              + expected.substring(0, 12)
              + ".");
    }
  }

  private void checkShape(Path file) throws EncoderUnavailableException {
    int crop = description.preprocessing().crop();
    PreparedImage empty = new PreparedImage("an empty picture", new float[3 * crop * crop]);
    try {
      forward(List.of(empty));
    } catch (WrongShapeException e) {
      throw new EncoderUnavailableException(file + " " + e.getMessage() + ".", e);
    }
  }

  @Override
  public String id() {
    return description.id()
        + ":"
        + description.sha256().substring(0, 12)
        + "-"
        + description.preprocessing().fingerprint().substring(0, 8);
  }

  @Override
  public String title() {
    return description.title();
  }

  @Override
  public String weightsSha256() {
    return description.sha256();
  }

  @Override
  public String device() {
    return device.title();
  }

  @Override
  public int dimension() {
    return description.dimension();
  }

  /** Larger pictures mean a larger network; their batches are kept short enough to be cancelled. */
  @Override
  public int batchSize() {
    return description.preprocessing().crop() <= 96 || !device.name().equals("cpu") ? 32 : 8;
  }

  @Override
  public PreparedImage prepare(DecodedImage image) {
    return description.preprocessing().prepare(image);
  }

  @Override
  public float[][] encode(List<PreparedImage> batch) throws FennecException {
    return batch.isEmpty() ? new float[0][] : BatchHalving.encode(title(), batch, this::forward);
  }

  private synchronized float[][] forward(List<PreparedImage> batch) {
    int n = batch.size();
    int d = description.dimension();
    int crop = description.preprocessing().crop();
    int filled = Math.max(n, SMALLEST_BATCH);
    FloatBuffer pixels = FloatBuffer.allocate(filled * 3 * crop * crop);
    batch.forEach(image -> pixels.put(image.pixels()));
    pixels.rewind();
    try (NDManager manager = network.getNDManager().newSubManager()) {
      NDArray input = manager.create(pixels, new Shape(filled, 3, crop, crop));
      NDList output =
          network.getBlock().forward(new ParameterStore(manager, false), new NDList(input), false);
      output.attach(manager);
      NDArray rows = output.singletonOrThrow();
      if (!rows.getShape().equals(new Shape(filled, d))) {
        throw new WrongShapeException(
            "gives "
                + rows.getShape()
                + " for "
                + filled
                + " pictures, not ("
                + filled
                + ", "
                + d
                + ")");
      }
      float[] flat = rows.toFloatArray();
      float[][] vectors = new float[n][];
      for (int i = 0; i < n; i++) {
        vectors[i] = Arrays.copyOfRange(flat, i * d, (i + 1) * d);
      }
      return vectors;
    }
  }

  private static final class WrongShapeException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    WrongShapeException(String message) {
      super(message);
    }
  }

  @Override
  public void close() {
    network.close();
  }
}
