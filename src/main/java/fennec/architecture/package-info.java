/** Dataflow graphs of networks: cost, archi2vec, clusters, folding, layout. */
package fennec.architecture;
