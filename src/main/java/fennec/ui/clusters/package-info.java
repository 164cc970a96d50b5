/** The map of all architectures: projections, clusters, lasso, and the network of neighbours. */
package fennec.ui.clusters;
