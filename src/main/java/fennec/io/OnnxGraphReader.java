package fennec.io;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import fennec.architecture.ArchitectureGraph;
import fennec.error.FennecException;
import fennec.file.AtomicFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads the dataflow graph of an ONNX file, plain or gzipped, opset 7 and up.
 *
 * <p>Numbers of weights are skipped by moving the file position, so that the time depends on the
 * number of nodes and weights and not on their size; a gzipped file must be inflated, at most up to
 * 8 GB. Files beside it that hold external data are never opened: sizes are in the ONNX file
 * itself. Nodes without a name are called {@code Operation_k}, k their position in the file. {@code
 * Constant} nodes become {@link fennec.architecture.Weight}s of the nodes that read them.
 *
 * <p>Sub-graphs in attributes (the branches of {@code If}, the bodies of {@code Loop} and {@code
 * Scan}) are inlined: their nodes stand before the node they belong to, named {@code
 * <node>/<attribute>/<name>}; what they capture comes by an edge from where it is made, and what
 * they return flows into the node they belong to. A body counts once, however often it runs.
 *
 * <p>A float initialiser is a {@linkplain fennec.architecture.Weight#parameter() parameter} unless
 * it is a running statistic of a batch norm, bears the name of a buffer of well-known modules (such
 * as {@code relative_coords_table}) or is marked {@code constant} in its note. Where the file has
 * left numbers out, those that still have theirs are constants; where it holds all numbers, scalars
 * and values of folded {@code Constant} nodes (names that begin with a slash) are. Integer matrices
 * of quantised layers count as parameters as well.
 *
 * <p>Source of the format: <a href="https://github.com/onnx/onnx/blob/main/docs/IR.md">Open Neural
 * Network Exchange Intermediate Representation</a>.
 */
public final class OnnxGraphReader {

  private static final int OLDEST_OPSET = 7;
  private static final long MAX_INFLATED = 8L << 30;
  private static final int MAX_METADATA = 1_000;

  /**
   * Reads a graph.
   *
   * @param file a file named {@code *.onnx} or {@code *.onnx.gz}; what it is, is told from its
   *     bytes
   * @return the graph, named by its metadata entry {@code name} or by the file
   * @throws FennecException with one sentence that names the file if it cannot be read, is not
   *     ONNX, is cut or damaged, has a cycle, more than 100,000 operations or graphs nested more
   *     than 16 deep
   */
  public ArchitectureGraph read(Path file) throws FennecException {
    try (InputStream in = Files.newInputStream(file)) {
      long length = Files.size(file);
      if (length == 0) {
        throw new WireException("is empty");
      }
      PushbackInputStream start = new PushbackInputStream(in, 2);
      byte[] magic = start.readNBytes(2);
      start.unread(magic);
      boolean gzipped = magic.length == 2 && magic[0] == 0x1f && (magic[1] & 0xff) == 0x8b;
      return gzipped
          ? read(file, new WireReader(inflated(start), MAX_INFLATED, false))
          : read(file, new WireReader(start, length, true));
    } catch (WireException e) {
      throw new FennecException(file + " " + e.getMessage() + ".", e);
    } catch (ZipException e) {
      throw new FennecException(file + " is damaged: its gzip data cannot be inflated.", e);
    } catch (IOException e) {
      throw new FennecException("Cannot read " + file + ": " + AtomicFile.reason(e) + ".", e);
    }
  }

  private static InputStream inflated(InputStream in) throws IOException {
    try {
      return new GZIPInputStream(new BufferedInputStream(in, 1 << 16), 1 << 16);
    } catch (java.io.EOFException e) {
      throw new WireException("is cut short: it ends inside the gzip header");
    }
  }

  private ArchitectureGraph read(Path file, WireReader wire) throws IOException {
    SortedMap<String, String> metadata = new TreeMap<>();
    OnnxGraph graph = null;
    boolean started = false;
    while (started ? wire.next() : first(wire)) {
      started = true;
      switch (wire.field()) {
        case ModelProto.GRAPH_FIELD_NUMBER -> graph = new OnnxGraphParser(wire).parse();
        case ModelProto.OPSET_IMPORT_FIELD_NUMBER -> opset(wire, metadata);
        case ModelProto.PRODUCER_NAME_FIELD_NUMBER -> metadata.put("producer", wire.text());
        case ModelProto.METADATA_PROPS_FIELD_NUMBER -> {
          Map.Entry<String, String> entry = OnnxNodeParser.entry(wire);
          if (metadata.size() < MAX_METADATA) {
            metadata.put(entry.getKey(), entry.getValue());
          }
        }
        default -> wire.skip();
      }
    }
    if (graph == null) {
      throw new WireException("holds no graph");
    }
    if (graph.nodes().isEmpty()) {
      throw new WireException("holds a graph without operations");
    }
    String name = metadata.getOrDefault("name", "");
    return new OnnxGraphAssembler(graph, metadata).assemble(name.isEmpty() ? nameOf(file) : name);
  }

  /** Reads the first tag; anything that no ONNX file begins with is told apart from damage. */
  private static boolean first(WireReader wire) throws IOException {
    boolean plausible;
    try {
      plausible = wire.next() && wire.wireType() == typeOf(wire.field());
    } catch (WireException e) {
      plausible = false;
    }
    if (!plausible) {
      throw new WireException("is not an ONNX file");
    }
    return true;
  }

  private static int typeOf(int field) {
    return switch (field) {
      case ModelProto.IR_VERSION_FIELD_NUMBER, ModelProto.MODEL_VERSION_FIELD_NUMBER ->
          WireReader.VARINT;
      case ModelProto.PRODUCER_NAME_FIELD_NUMBER,
          ModelProto.PRODUCER_VERSION_FIELD_NUMBER,
          ModelProto.DOMAIN_FIELD_NUMBER,
          ModelProto.DOC_STRING_FIELD_NUMBER,
          ModelProto.GRAPH_FIELD_NUMBER,
          ModelProto.OPSET_IMPORT_FIELD_NUMBER,
          ModelProto.METADATA_PROPS_FIELD_NUMBER ->
          WireReader.BYTES;
      default -> -1;
    };
  }

  private static void opset(WireReader wire, Map<String, String> metadata) throws IOException {
    String domain = "";
    long version = 0;
    long outer = wire.enter();
    while (wire.next()) {
      switch (wire.field()) {
        case OperatorSetIdProto.DOMAIN_FIELD_NUMBER -> domain = wire.text();
        case OperatorSetIdProto.VERSION_FIELD_NUMBER -> version = wire.number();
        default -> wire.skip();
      }
    }
    wire.leave(outer);
    if (domain.isEmpty() || domain.equals("ai.onnx")) {
      if (version < OLDEST_OPSET) {
        throw new WireException(
            "uses ONNX opset " + version + "; opset " + OLDEST_OPSET + " and later can be read");
      }
      metadata.put("opset", Long.toString(version));
    }
  }

  /** Name of a network after its file, without folder and endings. */
  static String nameOf(Path file) {
    return file.getFileName()
        .toString()
        .replaceFirst("(?i)\\.gz$", "")
        .replaceFirst("(?i)\\.(onnx|pt|pth|safetensors|bin|ckpt)$", "");
  }
}
