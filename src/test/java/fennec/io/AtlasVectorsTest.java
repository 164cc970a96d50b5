package fennec.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.architecture.Archi2Vec;
import fennec.architecture.ArchitectureGraph;
import fennec.architecture.EncodingQuality;
import fennec.progress.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The default encoding on the whole atlas. */
class AtlasVectorsTest {

  private static final List<ArchitectureGraph> GRAPHS = new ArrayList<>();
  private static final Map<String, String> FAMILY_OF = new TreeMap<>();
  private static Archi2Vec fitted;

  @BeforeAll
  static void fit() throws Exception {
    ArchitectureAtlas atlas = ArchitectureAtlas.open(Path.of("assets/architectures"));
    for (var entry : atlas.entries().values()) {
      GRAPHS.add(atlas.graph(entry.name()));
      FAMILY_OF.put(entry.name(), entry.family().toLowerCase(Locale.ROOT).replace("_", ""));
    }
    fitted = Archi2Vec.fit(GRAPHS, Archi2Vec.Settings.defaults(), Progress.NONE);
  }

  @Test
  void nearestArchitecturesAreOfTheSameFamily() {
    Map<String, Integer> members = new HashMap<>();
    FAMILY_OF.values().forEach(f -> members.merge(f, 1, Integer::sum));
    TreeMap<String, float[]> kept = new TreeMap<>();
    kept.putAll(fitted.vectors());
    kept.keySet().removeIf(n -> members.get(FAMILY_OF.get(n)) < 2);
    assertEquals(249, kept.size());
    double accuracy = EncodingQuality.nearestFamily(kept, FAMILY_OF);
    assertTrue(accuracy >= 0.87, () -> "nearest family: " + accuracy);
  }

  @ParameterizedTest
  @CsvSource({
    "hf.beit_base_patch16_224, hf.beit_base_patch16_384",
    "hf.convnext_base_224, hf.convnext_base_384",
    "hf.deit_base_patch16_224, hf.deit_base_patch16_384",
    "hf.vit_base_patch16_224, hf.vit_base_patch16_384",
    "hf.vit_large_patch16_224, hf.vit_large_patch32_384",
  })
  void twoInputSizesOfOneNetworkAreNearestNeighbours(String small, String large) {
    double similarity = Archi2Vec.cosine(fitted.vector(small), fitted.vector(large));
    double nearest = fitted.nearest(fitted.vector(small), 1, small).get(0).similarity();
    assertEquals(nearest, similarity, 1e-6);
  }

  @ParameterizedTest
  @CsvSource({
    "torchvision.resnet50, .*(resnet|resnext|resnet_)[0-9_].*",
    "torchvision.densenet121, .*densenet.*",
    "torchvision.efficientnet_b2, .*efficientnet.*",
    "hf.vit_base_patch16_224, .*(vit|deit)_(tiny|small|base|large).*",
    "hf.swin_base_patch4_window7_224, .*swin.*",
    "torchvision.vgg16, .*vgg.*",
  })
  void theFiveNearestOfAKnownNetworkAreItsKin(String name, String kin) {
    List<Archi2Vec.Neighbour> nearest = fitted.nearest(fitted.vector(name), 5, name);
    assertTrue(nearest.stream().allMatch(each -> each.name().matches(kin)), nearest::toString);
  }

  @Test
  void anEmbeddedGraphIsWhereTheFitPutIt() {
    for (int i = 0; i < GRAPHS.size(); i += 20) {
      ArchitectureGraph graph = GRAPHS.get(i);
      assertArrayEquals(fitted.vector(graph.name()), fitted.embed(graph), 1e-6f);
    }
  }

  @Test
  void theOrderOfGraphsDoesNotMatter() {
    List<ArchitectureGraph> some = new ArrayList<>(GRAPHS.subList(0, 12));
    Archi2Vec first = Archi2Vec.fit(some, Archi2Vec.Settings.defaults(), Progress.NONE);
    Collections.reverse(some);
    Archi2Vec second = Archi2Vec.fit(some, Archi2Vec.Settings.defaults(), Progress.NONE);
    for (String name : first.names()) {
      assertArrayEquals(first.vector(name), second.vector(name));
    }
  }
}
