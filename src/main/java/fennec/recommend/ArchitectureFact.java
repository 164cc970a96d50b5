package fennec.recommend;

/**
 * What the meta regressor is told of a model's dataflow graph.
 *
 * @param cluster number of its archi2vec cluster, from 0
 * @param layers number of convolutions and linear layers
 */
public record ArchitectureFact(int cluster, int layers) {}
