package fennec.io;

import fennec.architecture.ArchitectureGraph;
import fennec.error.FennecException;
import fennec.file.StoredTensor;
import fennec.file.TensorPickle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the dataflow of a TorchScript archive ({@code torch.jit.save}) from its printed code, as
 * far as that can be followed. Nothing is run: the code is walked from {@code forward} of the
 * outermost module, modules and functions of the archive are entered, and every call of a PyTorch
 * operation becomes a node named by its module path. Where a condition is not known both branches
 * are walked and the first that gives a value counts; the body of a loop is walked once; both are
 * noted. An archive holds no shapes of activations, so that multiply-adds are not known.
 */
public final class TorchScriptGraphReader {

  /**
   * A graph and what it does not show.
   *
   * @param graph the dataflow
   * @param notes what could not be followed, one sentence each; empty if all was
   */
  public record Reading(ArchitectureGraph graph, List<String> notes) {

    /** Copies the notes. */
    public Reading {
      notes = List.copyOf(notes);
    }
  }

  /** Whether {@code file} is an archive with code and not of weights alone. */
  public static boolean hasCode(Path file) throws FennecException {
    return !TorchArchive.open(file).code().isEmpty();
  }

  /**
   * Reads a graph.
   *
   * @throws FennecException with one sentence that names the file if it is no archive, holds
   *     weights without code, is damaged, asks for anything to be run, or its code cannot be
   *     followed at all
   */
  public Reading read(Path file) throws FennecException {
    TorchArchive archive = TorchArchive.open(file);
    if (archive.code().isEmpty()) {
      throw new FennecException(file + " holds weights without dataflow.");
    }
    Object root =
        TensorPickle.read(archive.entry("data.pkl").orElseThrow(), file + ", entry data.pkl,");
    if (!(root instanceof Map<?, ?> module) || !module.containsKey(TensorPickle.CLASS)) {
      throw new FennecException(file + " is no TorchScript archive: its root is no module.");
    }
    TorchWalk walk = new TorchWalk(new TorchCode(archive.code()), constants(archive, file));
    try {
      return walk.follow(OnnxGraphReader.nameOf(file), module);
    } catch (WireException e) {
      throw new FennecException(file + " " + e.getMessage() + ".", e);
    }
  }

  private static List<StoredTensor> constants(TorchArchive archive, Path file)
      throws FennecException {
    Optional<byte[]> pickle = archive.entry("constants.pkl");
    List<StoredTensor> tensors = new ArrayList<>();
    if (pickle.isEmpty()) {
      return tensors;
    }
    Object read = TensorPickle.read(pickle.get(), file + ", entry constants.pkl,");
    Object[] items =
        read instanceof Object[] tuple
            ? tuple
            : read instanceof List<?> list ? list.toArray() : new Object[0];
    for (Object item : items) {
      tensors.add(item instanceof StoredTensor tensor ? tensor : null);
    }
    return tensors;
  }
}
