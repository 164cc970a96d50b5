/** From image embeddings and history to a ranked list of models with its reasons. */
package fennec.recommend;
