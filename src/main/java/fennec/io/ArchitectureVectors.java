package fennec.io;

import fennec.architecture.Archi2Vec;
import fennec.architecture.ArchitectureEncoding;
import fennec.architecture.ArchitectureGraph;
import fennec.error.FennecException;
import fennec.file.AtomicFile;
import fennec.file.ContentHash;
import fennec.file.Safetensors;
import fennec.file.SafetensorsWriter;
import fennec.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Vectors of an atlas in a safetensors file: {@code vectors} (m x e), {@code words} (v), {@code
 * weights} (v), {@code word_vectors} (v x e). Metadata: {@code schema}, {@code names} (one a line)
 * and {@code key}, a hash of the settings, the program's encoding version and every graph file. A
 * file with another key is passed over, so that changed graphs are embedded again.
 */
public final class ArchitectureVectors {

  /** Raised when the words or the encodings change. */
  private static final String SCHEMA = "1";

  private ArchitectureVectors() {}

  /**
   * The vectors of {@code atlas}: from the first of {@code files} that holds them or, where none
   * does, made anew and written to the last of them.
   *
   * @throws FennecException if a graph cannot be read or the file cannot be written
   */
  public static Archi2Vec load(
      ArchitectureAtlas atlas, Archi2Vec.Settings settings, List<Path> files, Progress progress)
      throws FennecException {
    String key = key(atlas, settings);
    for (Path file : files) {
      Optional<Archi2Vec> stored = read(file, key, settings);
      if (stored.isPresent()) {
        return stored.get();
      }
    }
    List<ArchitectureGraph> graphs = new ArrayList<>();
    for (String name : atlas.entries().keySet()) {
      progress.checkCancelled();
      progress.step(graphs.size(), atlas.entries().size(), "reading graphs");
      ArchitectureGraph graph = atlas.graph(name);
      graphs.add(new ArchitectureGraph(name, graph.metadata(), graph.nodes(), graph.edges()));
    }
    Archi2Vec fitted = Archi2Vec.fit(graphs, settings, progress);
    if (!files.isEmpty() && isStored(settings.encoding())) {
      write(fitted, key, files.get(files.size() - 1));
    }
    return fitted;
  }

  /** Plain encodings are quicker made again than read. */
  private static boolean isStored(ArchitectureEncoding encoding) {
    return encoding == ArchitectureEncoding.SUBTREE_TFIDF
        || encoding == ArchitectureEncoding.GRAPH2VEC;
  }

  /** Hash of the settings and of all files of the atlas. */
  static String key(ArchitectureAtlas atlas, Archi2Vec.Settings settings) throws FennecException {
    StringBuilder all = new StringBuilder(SCHEMA).append(' ').append(settings).append('\n');
    for (String name : atlas.entries().keySet()) {
      try {
        all.append(name).append(' ').append(ContentHash.of(atlas.file(name))).append('\n');
      } catch (IOException e) {
        throw new FennecException(
            "Cannot read " + atlas.file(name) + ": " + AtomicFile.reason(e) + ".", e);
      }
    }
    return ContentHash.of(all.toString());
  }

  private static Optional<Archi2Vec> read(Path file, String key, Archi2Vec.Settings settings) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (Safetensors stored = Safetensors.open(file)) {
      if (!key.equals(stored.metadata().get("key"))) {
        return Optional.empty();
      }
      String[] names = stored.metadata().getOrDefault("names", "").split("\n");
      float[] all = stored.floats("vectors");
      int e = all.length / names.length;
      SortedMap<String, float[]> vectors = new TreeMap<>();
      for (int i = 0; i < names.length; i++) {
        vectors.put(names[i], Arrays.copyOfRange(all, i * e, (i + 1) * e));
      }
      return Optional.of(
          Archi2Vec.restore(
              new Archi2Vec.State(
                  settings,
                  vectors,
                  stored.longs("words"),
                  stored.floats("weights"),
                  stored.floats("word_vectors"))));
    } catch (FennecException damaged) {
      return Optional.empty();
    }
  }

  /** Writes {@code fitted} under {@code key}. */
  private static void write(Archi2Vec fitted, String key, Path file) throws FennecException {
    Archi2Vec.State state = fitted.state();
    int m = state.vectors().size();
    int e = state.settings().dimensions();
    int v = state.words().length;
    float[] all = new float[m * e];
    int row = 0;
    for (float[] vector : state.vectors().values()) {
      System.arraycopy(vector, 0, all, row++ * e, e);
    }
    new SafetensorsWriter()
        .metadata("schema", SCHEMA)
        .metadata("key", key)
        .metadata("encoding", state.settings().encoding().id())
        .metadata("names", String.join("\n", state.vectors().keySet()))
        .f32("vectors", all, m, e)
        .i64("words", state.words(), v)
        .f32("weights", state.weights(), v)
        .f32("word_vectors", state.wordVectors(), v, e)
        .write(file);
  }
}
