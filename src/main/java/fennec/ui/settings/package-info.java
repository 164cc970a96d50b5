/** What rankings in the window are made with, chosen in a dialog and remembered. */
package fennec.ui.settings;
