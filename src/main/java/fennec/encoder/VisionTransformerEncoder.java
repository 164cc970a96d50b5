package fennec.encoder;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import fennec.embedding.DecodedImage;
import fennec.embedding.ImageEncoder;
import fennec.embedding.ImagePreprocessing;
import fennec.embedding.PreparedImage;
import fennec.error.EncoderUnavailableException;
import fennec.error.FennecException;
import java.util.List;
import java.util.Locale;

/**
 * What the encoders with a {@link VisionTransformer} share: weights in one manager that {@link
 * #close} frees, a sub-manager per batch, batches halved where memory is short.
 */
abstract class VisionTransformerEncoder implements ImageEncoder {

  private final Facts facts;
  private final NDManager manager;
  private final VisionTransformer transformer;

  /**
   * What an encoder knows of itself.
   *
   * @param family for example {@code clip}
   * @param title for people
   * @param weightsSha256 of the weights file or files
   * @param preprocessing of pictures
   * @param placement where it computes
   */
  record Facts(
      String family,
      String title,
      String weightsSha256,
      ImagePreprocessing preprocessing,
      Placement placement) {}

  /** Builds the network from weights on the device. */
  @FunctionalInterface
  interface Builder {
    /** Takes every tensor it needs from {@code loader}. */
    VisionTransformer build(TensorLoader loader) throws FennecException;
  }

  /**
   * Loads the weights; closes them whatever happens.
   *
   * @throws FennecException naming the tensor that is missing or odd
   */
  VisionTransformerEncoder(Facts facts, Weights weights, Builder builder) throws FennecException {
    this.facts = facts;
    NDManager opened = null;
    boolean complete = false;
    try (weights) {
      opened = TensorEngine.newManager(facts.placement().choice().device());
      this.transformer = builder.build(new TensorLoader(weights, opened, facts.placement().type()));
      this.manager = opened;
      complete = true;
    } catch (EngineException e) {
      throw new EncoderUnavailableException(
          "The weights of "
              + facts.title()
              + " do not fit "
              + facts.placement().description()
              + ".",
          e);
    } finally {
      if (!complete && opened != null) {
        opened.close();
      }
    }
  }

  @Override
  public String id() {
    return facts.family()
        + ":"
        + facts.weightsSha256().substring(0, 12)
        + "-"
        + facts.preprocessing().fingerprint().substring(0, 8)
        + (facts.placement().half() ? "-half" : "");
  }

  @Override
  public String title() {
    return facts.title();
  }

  @Override
  public String weightsSha256() {
    return facts.weightsSha256();
  }

  @Override
  public String device() {
    return facts.placement().description();
  }

  @Override
  public int dimension() {
    return transformer.dimension();
  }

  @Override
  public PreparedImage prepare(DecodedImage image) {
    return facts.preprocessing().prepare(image);
  }

  @Override
  public synchronized float[][] encode(List<PreparedImage> batch) throws FennecException {
    return batch.isEmpty() ? new float[0][] : BatchHalving.encode(title(), batch, this::forward);
  }

  private float[][] forward(List<PreparedImage> batch) {
    int side = facts.preprocessing().crop();
    int size = 3 * side * side;
    float[] pixels = new float[Math.multiplyExact(batch.size(), size)];
    for (int i = 0; i < batch.size(); i++) {
      System.arraycopy(batch.get(i).pixels(), 0, pixels, i * size, size);
    }
    float[][] rows = new float[batch.size()][];
    try (NDManager temporary = manager.newSubManager()) {
      NDArray input =
          temporary
              .create(pixels, new Shape(batch.size(), 3, side, side))
              .toType(facts.placement().type(), false);
      NDArray output = transformer.forward(input).toType(DataType.FLOAT32, false);
      float[] flat = output.toFloatArray();
      int d = dimension();
      for (int i = 0; i < rows.length; i++) {
        rows[i] = java.util.Arrays.copyOfRange(flat, i * d, (i + 1) * d);
      }
    }
    return rows;
  }

  @Override
  public synchronized void close() {
    manager.close();
  }

  /** For example {@code ViT-B/32} or {@code ViT-L/14@336}. */
  static String sizeTitle(int width, int patchSide, int imageSide, int usualSide) {
    String size =
        switch (width) {
          case 384 -> "S";
          case 768 -> "B";
          case 1024 -> "L";
          case 1280 -> "H";
          case 1536 -> "g";
          case 1664 -> "bigG";
          default -> String.format(Locale.ROOT, "(width %d)", width);
        };
    return "ViT-" + size + "/" + patchSide + (imageSide == usualSide ? "" : "@" + imageSide);
  }
}
