package fennec.architecture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jgrapht.alg.connectivity.GabowStrongConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleDirectedGraph;

/** Finds the tree of blocks that {@link BlockFolding} describes. */
final class BlockFinder {

  private static final int SMALLEST_BLOCK = 3;

  private final List<GraphNode> nodes;
  private final List<List<String>> paths;
  private final BlockSignatures signatures;
  private final Set<String> ids = new HashSet<>();

  BlockFinder(ArchitectureGraph graph) {
    this.nodes = graph.nodes();
    this.paths = nodes.stream().map(GraphNode::modulePath).toList();
    this.signatures = new BlockSignatures(graph);
  }

  /** A part before it is arranged: positions of its nodes, ascending, and its module's depth. */
  private record Draft(List<Integer> leaves, String label, int depth, boolean block) {}

  List<FoldedItem> roots() {
    return arrange(drafts(IntStream.range(0, nodes.size()).boxed().toList(), 0));
  }

  /** Blocks and loose nodes among {@code leaves} by the module path from {@code depth} on. */
  private List<Draft> drafts(List<Integer> leaves, int depth) {
    Map<String, List<Integer>> modules = new LinkedHashMap<>();
    List<Draft> drafts = new ArrayList<>();
    for (int leaf : leaves) {
      if (paths.get(leaf).size() > depth) {
        modules.computeIfAbsent(paths.get(leaf).get(depth), k -> new ArrayList<>()).add(leaf);
      } else {
        drafts.add(new Draft(List.of(leaf), nodes.get(leaf).operation(), depth, false));
      }
    }
    modules.forEach(
        (module, inside) -> {
          boolean block =
              module.chars().anyMatch(Character::isDigit)
                  && inside.size() >= SMALLEST_BLOCK
                  && 2 * inside.size() <= leaves.size();
          if (block) {
            drafts.add(new Draft(inside, module, depth + 1, true));
          } else {
            drafts.addAll(drafts(inside, depth + 1));
          }
        });
    return drafts;
  }

  private List<FoldedItem> arrange(List<Draft> drafts) {
    return repeated(sorted(acyclic(drafts)));
  }

  /** Dissolves blocks that stand on a cycle until there is none. */
  private List<Draft> acyclic(List<Draft> drafts) {
    List<Draft> now = new ArrayList<>(drafts);
    while (true) {
      Set<Integer> cyclic = onCycles(now);
      if (cyclic.isEmpty()) {
        return now;
      }
      List<Draft> next = new ArrayList<>();
      for (int i = 0; i < now.size(); i++) {
        Draft draft = now.get(i);
        if (draft.block() && cyclic.contains(i)) {
          next.addAll(drafts(draft.leaves(), draft.depth()));
        } else {
          next.add(draft);
        }
      }
      now = next;
    }
  }

  private Set<Integer> onCycles(List<Draft> drafts) {
    SimpleDirectedGraph<Integer, DefaultEdge> quotient =
        new SimpleDirectedGraph<>(DefaultEdge.class);
    List<Set<Integer>> readers = readers(drafts);
    for (int i = 0; i < drafts.size(); i++) {
      quotient.addVertex(i);
    }
    for (int i = 0; i < drafts.size(); i++) {
      for (int reader : readers.get(i)) {
        quotient.addEdge(i, reader);
      }
    }
    return new GabowStrongConnectivityInspector<>(quotient)
        .stronglyConnectedSets().stream()
            .filter(set -> set.size() > 1)
            .flatMap(Set::stream)
            .collect(Collectors.toSet());
  }

  /** For each draft, the other drafts that read from it. */
  private List<Set<Integer>> readers(List<Draft> drafts) {
    Map<Integer, Integer> draftOf = new HashMap<>();
    for (int i = 0; i < drafts.size(); i++) {
      for (int leaf : drafts.get(i).leaves()) {
        draftOf.put(leaf, i);
      }
    }
    List<Set<Integer>> readers = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      Set<Integer> found = new HashSet<>();
      for (int leaf : drafts.get(i).leaves()) {
        for (int reader : signatures.readers(leaf)) {
          Integer other = draftOf.get(reader);
          if (other != null && other != i) {
            found.add(other);
          }
        }
      }
      readers.add(found);
    }
    return readers;
  }

  /** The one topological order that always takes the draft with the earliest node. */
  private List<Draft> sorted(List<Draft> drafts) {
    List<Set<Integer>> readers = readers(drafts);
    int[] waiting = new int[drafts.size()];
    readers.forEach(set -> set.forEach(r -> waiting[r]++));
    PriorityQueue<Integer> ready =
        new PriorityQueue<>(Comparator.comparingInt(i -> drafts.get(i).leaves().get(0)));
    for (int i = 0; i < waiting.length; i++) {
      if (waiting[i] == 0) {
        ready.add(i);
      }
    }
    List<Draft> order = new ArrayList<>();
    while (!ready.isEmpty()) {
      int next = ready.remove();
      order.add(drafts.get(next));
      for (int reader : readers.get(next)) {
        if (--waiting[reader] == 0) {
          ready.add(reader);
        }
      }
    }
    return order;
  }

  private List<FoldedItem> repeated(List<Draft> row) {
    long[] hashes = row.stream().mapToLong(d -> signatures.of(d.leaves())).toArray();
    List<FoldedItem> items = new ArrayList<>();
    int at = 0;
    while (at < row.size()) {
      int[] best = best(row, hashes, at);
      int period = best[0];
      int times = best[1];
      if (times < 2) {
        items.add(item(row.get(at++)));
        continue;
      }
      List<FoldedItem> blocks = new ArrayList<>();
      for (int k = 0; k < times; k++) {
        List<Draft> part = row.subList(at + k * period, at + (k + 1) * period);
        blocks.add(period == 1 ? item(part.get(0)) : joined(part));
      }
      String label = range(blocks.get(0).label(), blocks.get(times - 1).label());
      items.add(
          new FoldedItem(id("r" + blocks.get(0).id()), label, times, Optional.empty(), blocks));
      at += period * times;
    }
    return items;
  }

  /** Period and number of the repetitions from {@code at} on that cover most of the row. */
  private int[] best(List<Draft> row, long[] hashes, int at) {
    int[] best = {1, 1};
    for (int period = 1; at + 2 * period <= row.size(); period++) {
      int times = 1;
      while (at + (times + 1) * period <= row.size()
          && Arrays.equals(
              hashes, at, at + period, hashes, at + times * period, at + (times + 1) * period)) {
        times++;
      }
      if (times > 1 && times * period > best[0] * best[1]) {
        int checked = confirmed(row, at, period, times);
        if (checked > 1 && checked * period > (best[1] > 1 ? best[0] * best[1] : 1)) {
          best = new int[] {period, checked};
        }
      }
    }
    return best;
  }

  /** How many of the repetitions are equal as sub-graphs and follow each other by an edge. */
  private int confirmed(List<Draft> row, int at, int period, int times) {
    List<Integer> first = leaves(row.subList(at, at + period));
    if (first.size() < SMALLEST_BLOCK) {
      return 1;
    }
    long expected = signatures.of(first);
    List<Integer> previous = first;
    for (int k = 1; k < times; k++) {
      List<Integer> next = leaves(row.subList(at + k * period, at + (k + 1) * period));
      Set<Integer> inside = new HashSet<>(next);
      boolean follows =
          previous.stream()
              .anyMatch(leaf -> signatures.readers(leaf).stream().anyMatch(inside::contains));
      if (!follows || (period > 1 && signatures.of(next) != expected)) {
        return k;
      }
      previous = next;
    }
    return times;
  }

  private static List<Integer> leaves(List<Draft> drafts) {
    return drafts.stream().flatMap(d -> d.leaves().stream()).sorted().toList();
  }

  private FoldedItem item(Draft draft) {
    if (!draft.block()) {
      GraphNode node = nodes.get(draft.leaves().get(0));
      return new FoldedItem("n" + node.id(), node.operation(), 1, Optional.of(node), List.of());
    }
    String path = String.join("/", paths.get(draft.leaves().get(0)).subList(0, draft.depth()));
    String id = id("b" + path);
    List<FoldedItem> children = arrange(drafts(draft.leaves(), draft.depth()));
    return new FoldedItem(id, draft.label(), 1, Optional.empty(), children);
  }

  private FoldedItem joined(List<Draft> part) {
    List<String> names = part.stream().filter(Draft::block).map(Draft::label).distinct().toList();
    String label =
        names.isEmpty()
            ? part.stream().map(Draft::label).distinct().limit(3).collect(Collectors.joining(" "))
            : range(names.get(0), names.get(names.size() - 1));
    String id = id("b" + nodes.get(part.get(0).leaves().get(0)).id());
    return new FoldedItem(id, label, 1, Optional.empty(), repeated(part));
  }

  private static String range(String first, String last) {
    String start = first.contains(" … ") ? first.substring(0, first.indexOf(" … ")) : first;
    String end = last.contains(" … ") ? last.substring(last.indexOf(" … ") + 3) : last;
    int same = 0;
    while (same < Math.min(start.length(), end.length())
        && start.charAt(same) == end.charAt(same)) {
      same++;
    }
    while (same > 0 && Character.isDigit(start.charAt(same - 1))) {
      same--;
    }
    return start.equals(end) ? start : start + " … " + end.substring(same);
  }

  private String id(String wanted) {
    String id = wanted;
    for (int k = 2; !ids.add(id); k++) {
      id = wanted + "#" + k;
    }
    return id;
  }
}
