package fennec.architecture;

import fennec.progress.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Vectors of m architectures, and the means to embed another graph beside them without a new fit.
 *
 * <p>Immutable. The fit sorts the graphs by name first, so that their order does not matter; every
 * random draw comes from {@link Settings#seed}.
 */
public final class Archi2Vec {

  private final Settings settings;
  private final FittedEncoding encoding;
  private final SortedMap<String, float[]> vectors;

  /**
   * How to embed.
   *
   * @param encoding what is computed
   * @param dimensions e, length of the vectors; the plain encodings have their own
   * @param iterations h, iterations of Weisfeiler-Lehman relabelling
   * @param epochs passes of graph2vec over the words
   * @param learningRate its first step size
   * @param seed its seed; the other encodings draw nothing
   */
  public record Settings(
      ArchitectureEncoding encoding,
      int dimensions,
      int iterations,
      int epochs,
      double learningRate,
      long seed) {

    /** The default encoding with e = 128 and h = 2. */
    public static Settings defaults() {
      return of(ArchitectureEncoding.SUBTREE_TFIDF);
    }

    /** {@code encoding} with the published settings: e = 128, h = 2, 100 epochs, rate 0.025. */
    public static Settings of(ArchitectureEncoding encoding) {
      return new Settings(encoding, 128, 2, 100, 0.025, 1);
    }
  }

  /**
   * An architecture near another.
   *
   * @param name its name
   * @param similarity cosine of the two vectors, in [-1, 1]
   */
  public record Neighbour(String name, double similarity) {}

  /**
   * Everything a file needs to hold to restore the vectors and embed new graphs.
   *
   * @param settings how they were made
   * @param vectors vector of each architecture, e long
   * @param words v words, ascending
   * @param weights v weights
   * @param wordVectors v x e
   */
  public record State(
      Settings settings,
      SortedMap<String, float[]> vectors,
      long[] words,
      float[] weights,
      float[] wordVectors) {}

  private Archi2Vec(
      Settings settings, FittedEncoding encoding, SortedMap<String, float[]> vectors) {
    this.settings = settings;
    this.encoding = encoding;
    this.vectors = Collections.unmodifiableSortedMap(vectors);
  }

  /**
   * Embeds {@code graphs} together.
   *
   * @throws IllegalArgumentException if two graphs have the same name
   * @throws java.util.concurrent.CancellationException if the watcher asked to stop
   */
  public static Archi2Vec fit(
      List<ArchitectureGraph> graphs, Settings settings, Progress progress) {
    List<ArchitectureGraph> sorted =
        graphs.stream().sorted(Comparator.comparing(ArchitectureGraph::name)).toList();
    SortedMap<String, float[]> vectors = new TreeMap<>();
    List<long[]> texts = new ArrayList<>();
    for (ArchitectureGraph graph : sorted) {
      progress.checkCancelled();
      progress.step(texts.size(), sorted.size(), "reading subtrees");
      texts.add(WeisfeilerLehman.document(graph, settings.iterations()));
      if (vectors.put(graph.name(), new float[0]) != null) {
        throw new IllegalArgumentException("two graphs are named " + graph.name());
      }
    }
    if (settings.encoding() == ArchitectureEncoding.GRAPH2VEC) {
      Graph2Vec trained = Graph2Vec.train(texts, settings, progress);
      for (int d = 0; d < texts.size(); d++) {
        vectors.put(sorted.get(d).name(), trained.document(d));
      }
      return new Archi2Vec(settings, trained, vectors);
    }
    if (settings.encoding() == ArchitectureEncoding.SUBTREE_TFIDF) {
      SubtreeTfIdf fitted = SubtreeTfIdf.fit(texts, settings.iterations(), settings.dimensions());
      for (int d = 0; d < texts.size(); d++) {
        vectors.put(sorted.get(d).name(), fitted.embed(texts.get(d)));
      }
      return new Archi2Vec(settings, fitted, vectors);
    }
    FittedEncoding plain =
        settings.encoding() == ArchitectureEncoding.OPERATION_HISTOGRAM
            ? FittedEncoding.histogram(sorted)
            : FittedEncoding.size(sorted);
    sorted.forEach(graph -> vectors.put(graph.name(), plain.embed(graph)));
    return new Archi2Vec(settings, plain, vectors);
  }

  /** Puts together again what {@link #state} gave. */
  public static Archi2Vec restore(State state) {
    SubtreeVocabulary vocabulary =
        new SubtreeVocabulary(state.words(), state.weights(), state.wordVectors());
    FittedEncoding encoding =
        switch (state.settings().encoding()) {
          case SUBTREE_TFIDF -> new SubtreeTfIdf(state.settings().iterations(), vocabulary);
          case GRAPH2VEC -> Graph2Vec.restore(state.settings(), vocabulary);
          default -> throw new IllegalArgumentException("a plain encoding is not stored");
        };
    return new Archi2Vec(state.settings(), encoding, new TreeMap<>(state.vectors()));
  }

  /**
   * What a file needs to hold.
   *
   * @throws IllegalStateException for a plain encoding, which is quicker made again
   */
  public State state() {
    SubtreeVocabulary known =
        encoding
            .vocabulary()
            .orElseThrow(() -> new IllegalStateException("a plain encoding is not stored"));
    return new State(settings, vectors, known.words(), known.weights(), known.vectors());
  }

  /** How the vectors were made. */
  public Settings settings() {
    return settings;
  }

  /** Names of the embedded architectures in their order. */
  public List<String> names() {
    return List.copyOf(vectors.keySet());
  }

  /**
   * A copy of the vector of the architecture called {@code name}.
   *
   * @throws IllegalArgumentException if it was not embedded
   */
  public float[] vector(String name) {
    float[] vector = vectors.get(name);
    if (vector == null) {
      throw new IllegalArgumentException("no architecture is named " + name);
    }
    return vector.clone();
  }

  /** All vectors by name. */
  public SortedMap<String, float[]> vectors() {
    return vectors;
  }

  /** The vector of a graph that was not part of the fit. */
  public float[] embed(ArchitectureGraph graph) {
    return encoding.embed(graph);
  }

  /**
   * The architectures nearest to {@code vector} by cosine, nearest first, ties by name.
   *
   * @param top how many at most
   * @param without a name to leave out, such as the architecture's own; may be empty
   */
  public List<Neighbour> nearest(float[] vector, int top, String without) {
    return vectors.entrySet().stream()
        .filter(e -> !e.getKey().equals(without))
        .map(e -> new Neighbour(e.getKey(), cosine(vector, e.getValue())))
        .sorted(
            Comparator.comparingDouble((Neighbour n) -> Math.rint(-n.similarity() * 1e6))
                .thenComparing(Neighbour::name))
        .limit(top)
        .toList();
  }

  /** Cosine of the angle between two vectors; 0 if one of them is zero. */
  public static double cosine(float[] first, float[] second) {
    double dot = 0;
    double square = 0;
    double other = 0;
    for (int i = 0; i < first.length; i++) {
      dot += (double) first[i] * second[i];
      square += (double) first[i] * first[i];
      other += (double) second[i] * second[i];
    }
    return square > 0 && other > 0 ? dot / Math.sqrt(square * other) : 0;
  }

  /** {@code vectors} scaled to length 1; a zero vector stays. */
  static SortedMap<String, double[]> directions(Map<String, float[]> vectors) {
    SortedMap<String, double[]> directions = new TreeMap<>();
    vectors.forEach((name, vector) -> directions.put(name, direction(vector)));
    return directions;
  }

  static double[] direction(float[] vector) {
    double[] direction = new double[vector.length];
    Arrays.setAll(direction, i -> vector[i]);
    double length = Math.sqrt(Arrays.stream(direction).map(x -> x * x).sum());
    return length > 0 ? Arrays.stream(direction).map(x -> x / length).toArray() : direction;
  }
}
