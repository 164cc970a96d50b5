/** What all panes look at together: the current run, alpha, selection, filter, pins; and undo. */
package fennec.ui.session;
