/** Points in the plane as panes draw them: places, view, labels, and what is under the pointer. */
package fennec.ui.map;
