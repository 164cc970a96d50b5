/** Nodes that several panes use. */
package fennec.ui.control;
