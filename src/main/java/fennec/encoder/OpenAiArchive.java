package fennec.encoder;

import fennec.encoder.BlockShape.Nonlinearity;
import fennec.encoder.TensorUnpickler.ScriptModule;
import fennec.encoder.TensorUnpickler.StoredTensor;
import fennec.error.FennecException;
import fennec.file.AtomicFile;
import fennec.file.HalfPrecision;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import net.razorvine.pickle.PickleException;

/**
 * The weights in the archive that OpenAI publishes (a TorchScript file such as {@code
 * ViT-B-32.pt}), or in a file that {@code torch.save} made of such weights. Its code is never
 * executed: the pickle is read with a list of allowed names, and tensors come from the archive's
 * plain bytes. Names are those of the Transformers library, see {@link OpenAiNames}.
 */
final class OpenAiArchive implements Weights {

  private static final long PICKLE_LIMIT = 64L << 20;
  private static final int HEAD_WIDTH = 64;

  private final Path file;
  private final ZipFile zip;
  private final String root;
  private final SortedMap<String, OpenAiNames.Part> parts;
  private final SortedMap<String, StoredTensor> stored;

  private OpenAiArchive(
      Path file, ZipFile zip, String root, SortedMap<String, StoredTensor> stored) {
    this.file = file;
    this.zip = zip;
    this.root = root;
    this.stored = stored;
    this.parts = OpenAiNames.parts(stored);
  }

  /**
   * Opens {@code file} and reads what tensors it has.
   *
   * @throws FennecException if it is no such archive, or its pickle asks for anything but tensors
   */
  static OpenAiArchive open(Path file) throws FennecException {
    ZipFile zip = null;
    boolean complete = false;
    try {
      zip = new ZipFile(file.toFile());
      ZipEntry pickle =
          zip.stream()
              .filter(entry -> entry.getName().matches("([^/]+/)?data\\.pkl"))
              .findFirst()
              .orElseThrow(() -> new PickleException("it has no data.pkl"));
      String root = pickle.getName().substring(0, pickle.getName().length() - "data.pkl".length());
      ZipEntry order = zip.getEntry(root + "byteorder");
      if (order != null
          && !new String(read(zip, order, 16), java.nio.charset.StandardCharsets.US_ASCII)
              .equals("little")) {
        throw new PickleException("its numbers are not little-endian");
      }
      Object content =
          new TensorUnpickler().load(new ByteArrayInputStream(read(zip, pickle, PICKLE_LIMIT)));
      SortedMap<String, StoredTensor> stored = new TreeMap<>();
      collect("", content, stored, 0);
      OpenAiArchive archive = new OpenAiArchive(file, zip, root, stored);
      complete = true;
      return archive;
    } catch (PickleException e) {
      throw unsound(file, e.getMessage(), e);
    } catch (ClassCastException | IndexOutOfBoundsException | NullPointerException e) {
      throw unsound(file, "its pickle makes no sense", e);
    } catch (IOException e) {
      throw unsound(file, AtomicFile.reason(e), e);
    } finally {
      if (!complete) {
        closeQuietly(zip);
      }
    }
  }

  private static FennecException unsound(Path file, String what, Exception cause) {
    return new FennecException(file + " is no sound CLIP archive: " + what + ".", cause);
  }

  private static byte[] read(ZipFile zip, ZipEntry entry, long limit) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes((int) limit);
      if (in.read() >= 0) {
        throw new IOException(entry.getName() + " is larger than expected");
      }
      return bytes;
    }
  }

  private static void collect(
      String prefix, Object node, SortedMap<String, StoredTensor> into, int depth) {
    if (depth > 64) {
      throw new PickleException("its modules are nested too deeply");
    }
    if (node instanceof StoredTensor tensor) {
      into.put(prefix, tensor);
      return;
    }
    Map<?, ?> fields = node instanceof ScriptModule m ? m.fields() : null;
    if (fields == null && node instanceof Map<?, ?> map) {
      fields = map;
    }
    if (fields != null) {
      fields.forEach(
          (key, value) -> {
            String name = prefix.isEmpty() ? key.toString() : prefix + "." + key;
            collect(name, value, into, depth + 1);
          });
    }
  }

  /**
   * Sizes, found from the shapes as OpenAI's own code does: heads are 64 wide, the activation is
   * quick_gelu.
   */
  ClipVisionConfig config() throws FennecException {
    long[] kernel = need("visual.conv1.weight", 4);
    long[] positions = need("visual.positional_embedding", 2);
    long[] projection = need("visual.proj", 2);
    long[] first = need("visual.transformer.resblocks.0.mlp.c_fc.weight", 2);
    int layers = 0;
    while (stored.containsKey("visual.transformer.resblocks." + layers + ".ln_1.weight")) {
      layers++;
    }
    int grid = (int) Math.round(Math.sqrt(positions[0] - 1.0));
    int width = (int) kernel[0];
    BlockShape block =
        new BlockShape(
            width, Math.max(1, width / HEAD_WIDTH), (int) first[0], 1e-5f, Nonlinearity.QUICK_GELU);
    return new ClipVisionConfig(
        grid * (int) kernel[2],
        (int) kernel[2],
        layers,
        BlockShape.checked(block, file.toString()),
        (int) projection[1]);
  }

  private long[] need(String name, int axes) throws FennecException {
    StoredTensor tensor = stored.get(name);
    if (tensor == null || tensor.shape().length != axes) {
      throw new FennecException(
          file
              + " is no archive of a CLIP with a vision transformer: it has no tensor \""
              + name
              + "\" with "
              + axes
              + " axes.");
    }
    return tensor.shape();
  }

  @Override
  public String source() {
    return file.toString();
  }

  @Override
  public SortedSet<String> names() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(parts.keySet()));
  }

  @Override
  public long[] shape(String name) {
    return parts.get(name).shape();
  }

  @Override
  public float[] floats(String name) throws FennecException {
    OpenAiNames.Part part = parts.get(name);
    return part.cut(numbers(part.stored(), stored.get(part.stored())));
  }

  private float[] numbers(String name, StoredTensor tensor) throws FennecException {
    int bytes =
        switch (tensor.type()) {
          case "Half", "BFloat16" -> 2;
          case "Float" -> 4;
          default ->
              throw unsound(file, "tensor \"" + name + "\" is of type " + tensor.type(), null);
        };
    long count = OpenAiNames.contiguous(tensor);
    ZipEntry entry = zip.getEntry(root + "data/" + tensor.key());
    if (count < 0 || entry == null || (tensor.offset() + count) * bytes > entry.getSize()) {
      throw unsound(file, "the numbers of tensor \"" + name + "\" are not all there", null);
    }
    try (InputStream in = zip.getInputStream(entry)) {
      in.skipNBytes(tensor.offset() * bytes);
      byte[] raw = in.readNBytes(Math.toIntExact(count * bytes));
      ByteBuffer buffer = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
      float[] values = new float[(int) count];
      for (int i = 0; i < values.length; i++) {
        values[i] =
            switch (tensor.type()) {
              case "Half" -> HalfPrecision.toFloat(buffer.getShort());
              case "BFloat16" -> HalfPrecision.brainToFloat(buffer.getShort());
              default -> buffer.getFloat();
            };
      }
      return values;
    } catch (IOException | java.nio.BufferUnderflowException | ArithmeticException e) {
      throw unsound(file, "the numbers of tensor \"" + name + "\" are not all there", e);
    }
  }

  @Override
  public void close() {
    closeQuietly(zip);
  }

  private static void closeQuietly(ZipFile zip) {
    if (zip != null) {
      try {
        zip.close();
      } catch (IOException e) {
        // a file that was only read has nothing left to lose
        return;
      }
    }
  }
}
