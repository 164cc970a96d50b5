package fennec.architecture;

import java.util.List;

/**
 * A dataflow reduced to what tells architectures apart; made by {@link OperationVocabulary}.
 *
 * @param nodeIds {@link GraphNode#id} of the node that each canonical one stands for
 * @param operations canonical operation of each node; every producer before its consumers
 * @param predecessors positions of the nodes that each node reads, in the order of its inputs
 */
record CanonicalGraph(
    List<Integer> nodeIds, List<String> operations, List<List<Integer>> predecessors) {

  CanonicalGraph {
    nodeIds = List.copyOf(nodeIds);
    operations = List.copyOf(operations);
    predecessors = List.copyOf(predecessors);
  }

  int size() {
    return operations.size();
  }
}
