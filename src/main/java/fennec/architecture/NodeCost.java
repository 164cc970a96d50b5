package fennec.architecture;

/**
 * Cost of one node.
 *
 * @param parameters elements of its trained weights; a weight that several nodes share counts at
 *     the first of them
 * @param multiplyAdds multiply-adds for one run of the graph at its own input size; -1 where they
 *     do not follow because a shape is not known
 */
public record NodeCost(long parameters, long multiplyAdds) {}
