/** How the window tells its user something. */
package fennec.ui.message;
