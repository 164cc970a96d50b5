package fennec.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fennec.error.FennecException;
import fennec.zoo.PretrainedModel;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Models of the history packs and the graphs that they name. */
class HistoryGraphsTest {

  @Test
  void everyGraphThatAModelNamesIsInTheAtlas() throws FennecException {
    ArchitectureAtlas atlas = ArchitectureAtlas.open(Path.of("assets/architectures"));
    Set<String> unresolved = new TreeSet<>();
    int tied = 0;
    int without = 0;
    for (HistoryPackFiles pack : new HistoryPackReader().readAll(Path.of("assets/history"))) {
      for (PretrainedModel each : pack.models()) {
        if (each.architecture().isEmpty()) {
          without++;
        } else if (atlas.entries().containsKey(each.architecture())) {
          tied++;
        } else {
          unresolved.add(each.name() + " -> " + each.architecture());
        }
      }
    }
    assertEquals(Set.of(), unresolved);
    assertEquals("tied 288, without a graph 69", "tied " + tied + ", without a graph " + without);
  }
}
