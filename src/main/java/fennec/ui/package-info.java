/** The window. */
package fennec.ui;
