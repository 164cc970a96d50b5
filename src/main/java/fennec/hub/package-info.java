/**
 * Getting checkpoints and sample rows from the Hugging Face Hub, by consent, into the cache that
 * other programs share. The only package that opens network connections.
 */
package fennec.hub;
