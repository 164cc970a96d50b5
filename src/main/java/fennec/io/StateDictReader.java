package fennec.io;

import fennec.architecture.ArchitectureGraph;
import fennec.architecture.GraphNode;
import fennec.architecture.TensorShape;
import fennec.architecture.Weight;
import fennec.error.FennecException;
import fennec.file.Safetensors;
import fennec.file.StoredTensor;
import fennec.file.TensorPickle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads names and shapes of a checkpoint, which holds weights and no dataflow, and finds the
 * architecture they belong to. Nothing of a pickle is run.
 *
 * <p>An architecture fits if it has the checkpoint's weights: the share of weights common to both,
 * counted with their multiplicity (2 x common / (own + its)), is at least 0.98. A weight agrees if
 * its sizes agree up to their order, since exporters transpose matrices; where sizes of several
 * architectures fit alike, agreeing names decide, then the name of the architecture.
 */
public final class StateDictReader {

  private static final double FITS = 0.98;
  private static final List<String> NOT_TRAINED =
      List.of(
          "running_mean",
          "running_var",
          "num_batches_tracked",
          "relative_position_index",
          "relative_coords_table",
          "attn_mask",
          "position_ids");

  /**
   * What a checkpoint holds.
   *
   * @param tensors sizes by name
   * @param parameters elements of all trained tensors
   */
  public record Checkpoint(SortedMap<String, TensorShape> tensors, long parameters) {

    /** Copies the map. */
    public Checkpoint {
      tensors = Collections.unmodifiableSortedMap(new TreeMap<>(tensors));
    }

    /**
     * Modules with the number of parameters in each, by dotted path; the outermost is empty. The
     * checkpoint does not say how they are connected.
     */
    public SortedMap<String, Long> moduleTree() {
      SortedMap<String, Long> tree = new TreeMap<>();
      tensors.forEach(
          (name, shape) -> {
            if (isTrained(name)) {
              String path = name;
              while (!path.isEmpty()) {
                path = path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : "";
                tree.merge(path, shape.elements(), Long::sum);
              }
            }
          });
      return tree;
    }
  }

  /**
   * An architecture that fits a checkpoint.
   *
   * @param name name in the atlas
   * @param share share of weights common to both, in [0, 1]
   * @param sameNames share of the checkpoint's weights whose names agree as well, in [0, 1]
   */
  public record Match(String name, double share, double sameNames) {}

  /**
   * Reads names and shapes.
   *
   * @param file a {@code .safetensors} file or a checkpoint that {@code torch.save} wrote
   * @throws FennecException if the file is damaged, asks for anything to be run or holds no tensors
   */
  public Checkpoint read(Path file) throws FennecException {
    SortedMap<String, TensorShape> tensors = new TreeMap<>();
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".safetensors")) {
      try (Safetensors open = Safetensors.open(file)) {
        open.entries().forEach((name, entry) -> tensors.put(name, TensorShape.of(entry.shape())));
      }
    } else {
      byte[] pickle = TorchArchive.open(file).entry("data.pkl").orElseThrow();
      Object root = TensorPickle.read(pickle, file + ", entry data.pkl,");
      for (Map.Entry<String, StoredTensor> each : TensorPickle.tensors(root).entrySet()) {
        tensors.put(each.getKey(), new TensorShape(each.getValue().shape()));
      }
    }
    if (tensors.isEmpty()) {
      throw new FennecException(file + " holds no tensors.");
    }
    long parameters =
        tensors.entrySet().stream()
            .filter(e -> isTrained(e.getKey()))
            .mapToLong(e -> e.getValue().elements())
            .sum();
    return new Checkpoint(tensors, parameters);
  }

  private static boolean isTrained(String name) {
    return !NOT_TRAINED.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  /**
   * The architecture of {@code atlas} whose weights are those of {@code checkpoint}. Only graphs
   * whose number of parameters is within 2 % are read.
   *
   * @return empty if none fits
   */
  public Optional<Match> match(Checkpoint checkpoint, ArchitectureAtlas atlas)
      throws FennecException {
    Match best = null;
    for (ArchitectureAtlas.Entry entry : atlas.entries().values()) {
      double ratio = (double) entry.parameters() / Math.max(1, checkpoint.parameters());
      if (ratio < 0.98 || ratio > 1.02) {
        continue;
      }
      Match match = compare(checkpoint, atlas.graph(entry.name()));
      boolean better =
          best == null
              || match.share() > best.share()
              || (match.share() == best.share() && match.sameNames() > best.sameNames());
      best = better ? match : best;
    }
    return Optional.ofNullable(best).filter(m -> m.share() >= FITS);
  }

  private static Match compare(Checkpoint checkpoint, ArchitectureGraph graph) {
    Map<String, TensorShape> weights = new HashMap<>();
    for (GraphNode node : graph.nodes()) {
      for (Weight weight : node.weights()) {
        if (weight.parameter()) {
          weights.put(weight.name(), weight.shape());
        }
      }
    }
    Map<List<Long>, Integer> left = new HashMap<>();
    weights.values().forEach(shape -> left.merge(sorted(shape), 1, Integer::sum));
    int own = 0;
    int common = 0;
    int named = 0;
    for (Map.Entry<String, TensorShape> each : checkpoint.tensors().entrySet()) {
      if (!isTrained(each.getKey())) {
        continue;
      }
      own++;
      if (left.merge(sorted(each.getValue()), -1, Integer::sum) >= 0) {
        common++;
      }
      named += weights.containsKey(each.getKey()) ? 1 : 0;
    }
    return new Match(
        graph.name(), 2.0 * common / (own + weights.size()), (double) named / Math.max(1, own));
  }

  /** Sizes without order and without axes of one, which exporters add and remove. */
  private static List<Long> sorted(TensorShape shape) {
    List<Long> sizes = new ArrayList<>(shape.dimensions());
    sizes.removeIf(size -> size == 1);
    Collections.sort(sizes);
    return sizes;
  }
}
