package fennec.architecture;

import java.util.Optional;

/**
 * A tensor that flows from one node to another.
 *
 * @param from {@link GraphNode#id} of the producer
 * @param output which of the producer's outputs
 * @param to {@link GraphNode#id} of the consumer
 * @param input which of the consumer's inputs
 * @param shape its sizes, where known
 */
public record DataEdge(int from, int output, int to, int input, Optional<TensorShape> shape) {}
