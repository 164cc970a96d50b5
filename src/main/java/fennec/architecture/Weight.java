package fennec.architecture;

/**
 * A constant tensor that a node takes as input.
 *
 * @param name its name in the file
 * @param shape its sizes
 * @param parameter whether it counts as a trained parameter (a constant or a running statistic does
 *     not)
 * @param input position among the node's inputs
 */
public record Weight(String name, TensorShape shape, boolean parameter, int input) {}
