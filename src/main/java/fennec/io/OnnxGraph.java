package fennec.io;

import fennec.architecture.TensorShape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * A graph as its file states it, before names are resolved.
 *
 * @param nodes operations in the order of the file
 * @param constants initialisers by name
 * @param inputs names of the inputs, without those that are initialisers
 * @param outputs names of the outputs
 * @param shapes shapes of named tensors
 */
record OnnxGraph(
    List<Node> nodes,
    Map<String, OnnxTensor> constants,
    List<String> inputs,
    List<String> outputs,
    Map<String, TensorShape> shapes) {

  /**
   * One operation.
   *
   * @param operation operation type
   * @param domain operator set; empty for the standard one
   * @param name name or, where the exporter put it elsewhere, the path made from the module scopes
   * @param inputs names of the tensors it reads; empty for one left out
   * @param outputs names of the tensors it writes; empty for one left out
   * @param attributes attributes as text
   * @param value the tensor in the attribute {@code value}, or null
   * @param bodies sub-graphs in attributes, by attribute
   */
  record Node(
      String operation,
      String domain,
      String name,
      List<String> inputs,
      List<String> outputs,
      SortedMap<String, String> attributes,
      OnnxTensor value,
      LinkedHashMap<String, OnnxGraph> bodies) {}
}
