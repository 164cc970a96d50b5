/** From a folder of images to an n x d matrix of numbers: walking, decoding, encoding, caching. */
package fennec.embedding;
