/**
 * Files below the nouns of the field: written whole or not at all, hashed, tensors in a container.
 */
package fennec.file;
