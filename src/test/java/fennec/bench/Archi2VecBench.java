package fennec.bench;

import fennec.architecture.Archi2Vec;
import fennec.architecture.ArchitectureEncoding;
import fennec.architecture.ArchitectureGraph;
import fennec.architecture.EncodingQuality;
import fennec.io.ArchitectureAtlas;
import fennec.progress.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Prints how well each encoding tells families apart, and what it costs. */
final class Archi2VecBench {

  private Archi2VecBench() {}

  /** {@code args}: ids of the encodings to measure; all if left out. */
  public static void main(String[] args) throws Exception {
    ArchitectureAtlas atlas = ArchitectureAtlas.open(Path.of("assets/architectures"));
    long start = System.nanoTime();
    List<ArchitectureGraph> graphs = new ArrayList<>();
    Map<String, String> familyOf = new TreeMap<>();
    for (var entry : atlas.entries().values()) {
      graphs.add(atlas.graph(entry.name()));
      familyOf.put(entry.name(), entry.family().toLowerCase(Locale.ROOT).replace("_", ""));
    }
    System.out.printf("reading %d graphs: %.2f s%n", graphs.size(), seconds(start));
    System.out.println(
        "| encoding | 1-NN family | adjusted Rand | stability | fit, s | embed one, ms |");
    System.out.println("|---|---|---|---|---|---|");
    for (ArchitectureEncoding encoding : ArchitectureEncoding.values()) {
      if (args.length > 0 && !List.of(args).contains(encoding.id())) {
        continue;
      }
      Archi2Vec.Settings settings = Archi2Vec.Settings.of(encoding);
      start = System.nanoTime();
      Archi2Vec fitted = Archi2Vec.fit(graphs, settings, Progress.NONE);
      double fit = seconds(start);
      double slowest = 0;
      for (int i = 0; i < graphs.size(); i += 9) {
        start = System.nanoTime();
        fitted.embed(graphs.get(i));
        slowest = Math.max(slowest, seconds(start) * 1000);
      }
      boolean seeded = encoding == ArchitectureEncoding.GRAPH2VEC;
      EncodingQuality quality =
          EncodingQuality.measure(
              seed ->
                  seeded ? Archi2Vec.fit(graphs, seeded(settings, seed), Progress.NONE) : fitted,
              familyOf,
              1,
              2,
              3);
      System.out.printf(
          "| %s | %.3f | %.3f | %.3f | %.2f | %.1f |%n",
          encoding.id(),
          quality.nearestFamily(),
          quality.adjustedRand(),
          quality.stability(),
          fit,
          slowest);
    }
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static Archi2Vec.Settings seeded(Archi2Vec.Settings settings, long seed) {
    return new Archi2Vec.Settings(
        settings.encoding(),
        settings.dimensions(),
        settings.iterations(),
        settings.epochs(),
        settings.learningRate(),
        seed);
  }
}
