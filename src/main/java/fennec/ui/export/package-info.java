/** What leaves the window as a file: rankings and sessions. */
package fennec.ui.export;
