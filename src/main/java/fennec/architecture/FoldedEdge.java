package fennec.architecture;

import java.util.Optional;

/**
 * A tensor between two items of a folded graph; several tensors of one shape between the same two
 * items are one edge.
 *
 * @param from {@link FoldedItem#id} of the producer
 * @param to {@link FoldedItem#id} of the consumer
 * @param shape its sizes, where known
 */
public record FoldedEdge(String from, String to, Optional<TensorShape> shape) {}
