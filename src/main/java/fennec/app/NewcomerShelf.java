package fennec.app;

import fennec.app.RankRequest.ZooChoice;
import fennec.architecture.Archi2Vec;
import fennec.architecture.ArchitectureClusters;
import fennec.architecture.ArchitectureGraph;
import fennec.architecture.GraphCost;
import fennec.architecture.GraphFacts;
import fennec.architecture.GraphNode;
import fennec.error.FennecException;
import fennec.io.TimmZooReader;
import fennec.progress.Progress;
import fennec.recommend.ArchitectureFact;
import fennec.recommend.ArchitectureLikeness;
import fennec.recommend.Newcomers;
import fennec.zoo.ArchitectureFamily;
import fennec.zoo.PretrainedModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Models without a history that a user may have ranked: published ones and graphs from files. */
final class NewcomerShelf {

  private final FennecHome home;

  NewcomerShelf(FennecHome home) {
    this.home = home;
  }

  /**
   * The newcomers that are asked for, with what is needed to place them.
   *
   * @param clusterCount number of clusters of architectures that they are put into
   * @throws FennecException if a file cannot be read
   */
  Newcomers newcomers(ZooChoice zoo, List<Path> files, int clusterCount, Progress progress)
      throws FennecException {
    if (zoo == ZooChoice.HISTORY && files.isEmpty()) {
      return Newcomers.NONE;
    }
    List<PretrainedModel> models = new ArrayList<>();
    if (zoo != ZooChoice.HISTORY) {
      new TimmZooReader().read(home.zoo().resolve("timm.csv")).stream().forEach(models::add);
    }
    Path assets = home.folder().resolve("assets");
    ArchitectureNeighbourhood graphs =
        ArchitectureNeighbourhood.open(assets, Archi2Vec.Settings.defaults(), progress);
    Map<String, float[]> vectors = new HashMap<>(graphs.vectors().vectors());
    Map<String, ArchitectureFact> facts = new HashMap<>();
    if (!files.isEmpty()) {
      ArchitectureInspection inspection = new ArchitectureInspection(assets);
      ArchitectureClusters clusters = graphs.clusters(OptionalInt.of(clusterCount), progress);
      for (Path file : files) {
        ArchitectureGraph graph = inspection.find(file.toString());
        float[] vector = graphs.vector(graph);
        vectors.put(file.toString(), vector);
        facts.put(
            file.toString(),
            new ArchitectureFact(clusters.assign(vector), GraphFacts.layers(graph)));
        models.add(model(file, graph));
      }
    }
    return new Newcomers(models, facts, likeness(vectors));
  }

  private static ArchitectureLikeness likeness(Map<String, float[]> vectors) {
    return (one, other) -> {
      float[] first = vectors.get(one);
      float[] second = vectors.get(other);
      return first == null || second == null
          ? OptionalDouble.empty()
          : OptionalDouble.of(Archi2Vec.cosine(first, second));
    };
  }

  private static PretrainedModel model(Path file, ArchitectureGraph graph) {
    return new PretrainedModel(
        String.valueOf(file.getFileName()),
        graph.metadata().getOrDefault("family", ArchitectureFamily.of(graph.name())),
        file.toString(),
        OptionalLong.of(GraphCost.of(graph).parameters()),
        inputSize(graph),
        "",
        OptionalDouble.empty(),
        "");
  }

  /** The last axis of the first input that looks like a picture. */
  private static OptionalInt inputSize(ArchitectureGraph graph) {
    for (GraphNode node : graph.nodes()) {
      if (node.operation().equals("Input") && !node.outputs().isEmpty()) {
        List<Long> axes = node.outputs().get(0).map(shape -> shape.dimensions()).orElse(List.of());
        if (axes.size() == 4 && axes.get(3) > 0) {
          return OptionalInt.of(Math.toIntExact(axes.get(3)));
        }
      }
    }
    return OptionalInt.empty();
  }
}
