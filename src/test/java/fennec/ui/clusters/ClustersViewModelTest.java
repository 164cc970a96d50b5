package fennec.ui.clusters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.ui.FakeClusters;
import fennec.ui.FakeProgram;
import fennec.ui.map.LegendEntry;
import fennec.ui.message.RecordingMessages;
import fennec.ui.session.Session;
import fennec.ui.task.CurrentThreadTaskRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClustersViewModelTest {

  @TempDir Path folder;

  private final Session session = new Session(() -> 0L);
  private final CurrentThreadTaskRunner tasks = new CurrentThreadTaskRunner();
  private final ClustersViewModel model = new ClustersViewModel(session, tasks);
  private final FakeProgram program = new FakeProgram(60, List.of());

  @BeforeEach
  void open() {
    model.connect(new FakeClusters());
    model.open();
  }

  private List<Integer> all() {
    return IntStream.range(0, model.pointsProperty().get().size()).boxed().toList();
  }

  @Test
  void architecturesAreShownBeforeARanking() {
    assertEquals(24, model.pointsProperty().get().size());
    assertEquals(24, model.drawing().mapProperty().get().size());
    assertEquals(10, model.legend().entriesProperty().get().size());
    assertEquals(6, model.suggestedProperty().get());
    assertTrue(model.facts(0).contains("not in the ranking"));
  }

  @Test
  void rankedModelsTakeThePlacesOfTheirArchitectures() throws Exception {
    session.runProperty().set(FakeProgram.run(60));
    ZooPoints points = model.pointsProperty().get();
    assertEquals(8, points.withoutGraph());
    assertEquals(52, points.points().stream().filter(ZooPoint::ranked).count());
    assertTrue(points.points().stream().anyMatch(p -> !p.ranked()), "others stay as they are");
    model.choose(points.indexOf("vit_00059.in1k"));
    assertEquals("vit_00059.in1k", session.selectedModelProperty().get());
    assertEquals(points.indexOf("vit_00059.in1k"), model.current());
  }

  @Test
  void theNumberOfClustersChangesTheColours() {
    session.clustersProperty().set(3);
    assertEquals(3, model.legend().entriesProperty().get().size());
    assertEquals(
        24, model.legend().entriesProperty().get().stream().mapToInt(LegendEntry::total).sum());
    session.undo().undo();
    assertEquals(10, model.legend().entriesProperty().get().size());
  }

  @Test
  void theLegendFiltersAndCounts() throws Exception {
    session.runProperty().set(FakeProgram.run(60));
    model.colouringProperty().set(Colouring.FAMILY);
    LegendEntry first = model.legend().entriesProperty().get().get(0);
    model.legend().setShown(first.label(), false);
    model.selectPoints(all(), "all");
    int selected = session.subsetProperty().get().models().size();
    assertEquals(52, selected + rankedOf(first), "hidden points are not selected");
    assertEquals(0, model.legend().entriesProperty().get().get(0).selected());
    model.legend().showOnly(first.label());
    assertTrue(model.legend().entriesProperty().get().get(0).shown());
    assertFalse(model.legend().entriesProperty().get().get(1).shown());
    model.legend().showOnly(first.label());
    assertTrue(model.legend().entriesProperty().get().stream().allMatch(LegendEntry::shown));
  }

  private int rankedOf(LegendEntry entry) {
    int[] classOf = model.legend().classesProperty().get().classOf();
    return (int)
        all().stream()
            .filter(i -> classOf[i] == entry.index())
            .filter(i -> model.pointsProperty().get().points().get(i).ranked())
            .count();
  }

  @Test
  void theClassOfAPointIsSelectedByKey() throws Exception {
    session.runProperty().set(FakeProgram.run(60));
    int point = model.pointsProperty().get().indexOf("swin_00040.in1k");
    model.selectClassOf(point);
    assertNotNull(session.subsetProperty().get());
    assertTrue(model.legend().isSelected(point));
    assertEquals(model.selection().size(), session.subsetProperty().get().models().size());
    model.clearSelection();
    assertNull(session.subsetProperty().get());
  }

  @Test
  void scoresFollowAlpha() throws Exception {
    session.runProperty().set(FakeProgram.run(60));
    model.colouringProperty().set(Colouring.SCORE);
    List<LegendEntry> before = model.legend().entriesProperty().get();
    assertEquals("not ranked", before.get(before.size() - 1).label());
    session.alphaProperty().set(1);
    assertFalse(before.equals(model.legend().entriesProperty().get()));
  }

  @Test
  void mapsAreKeptAndAskedForByName() {
    model.drawing().kindProperty().set(MapKind.NEIGHBOURS);
    assertEquals(MapKind.NEIGHBOURS, model.drawing().shownProperty().get());
    assertNotNull(model.drawing().networkProperty().get());
    model.drawing().kindProperty().set(MapKind.PCA);
    assertNull(model.drawing().networkProperty().get());
  }

  @Test
  void theSelectionIsExported() throws Exception {
    session.runProperty().set(FakeProgram.run(60));
    model.selectClassOf(model.pointsProperty().get().indexOf("vit_00059.in1k"));
    Path file = folder.resolve("selection.csv");
    RecordingMessages messages = new RecordingMessages();
    ClustersActions.export(model, tasks, messages, file);
    List<String> lines = Files.readAllLines(file);
    assertEquals("model,architecture,family,parameters,cluster,rank,final", lines.get(0));
    assertEquals(1 + session.subsetProperty().get().models().size(), lines.size());
    assertTrue(lines.stream().anyMatch(l -> l.startsWith("vit_00059.in1k,fake.vit_")));
  }

  @Test
  void theRankingFollowsTheNumberOfClusters() throws Exception {
    ClusterRanking ranking = new ClusterRanking(session, tasks);
    ranking.connect(program);
    session.runProperty().set(FakeProgram.run(60));
    session.clustersProperty().set(4);
    assertEquals(4, session.runProperty().get().provenance().settings().clusters());
    assertFalse(ranking.busyProperty().get());
    session.undo().undo();
    assertEquals(10, session.runProperty().get().provenance().settings().clusters());
  }
}
