/** One reader or writer per file format. */
package fennec.io;
