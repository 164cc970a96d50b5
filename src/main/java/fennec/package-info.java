/** Starts the program. */
package fennec;
