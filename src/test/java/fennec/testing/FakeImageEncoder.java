package fennec.testing;

import fennec.embedding.DecodedImage;
import fennec.embedding.ImageEncoder;
import fennec.embedding.PreparedImage;
import java.util.ArrayList;
import java.util.List;

/** A deterministic colour histogram (3 channels x 4 bins) in place of a network. */
public class FakeImageEncoder implements ImageEncoder {

  private final String id;
  private final List<Integer> batches = new ArrayList<>();

  /** An encoder with this id. */
  public FakeImageEncoder(String id) {
    this.id = id;
  }

  /** Sizes of the batches seen so far. */
  public List<Integer> batches() {
    return List.copyOf(batches);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String title() {
    return "Histogram";
  }

  @Override
  public String weightsSha256() {
    return "0".repeat(64);
  }

  @Override
  public String device() {
    return "none";
  }

  @Override
  public int dimension() {
    return 12;
  }

  @Override
  public int batchSize() {
    return 4;
  }

  @Override
  public PreparedImage prepare(DecodedImage image) {
    float[] histogram = new float[12];
    byte[] rgb = image.rgb();
    for (int i = 0; i < rgb.length; i++) {
      histogram[4 * (i % 3) + ((rgb[i] & 0xff) >> 6)] += 3f / rgb.length;
    }
    return new PreparedImage(image.name(), histogram);
  }

  @Override
  public float[][] encode(List<PreparedImage> batch) {
    batches.add(batch.size());
    return batch.stream().map(image -> image.pixels().clone()).toArray(float[][]::new);
  }

  @Override
  public void close() {}
}
