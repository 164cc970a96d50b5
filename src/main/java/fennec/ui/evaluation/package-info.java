/** The evaluation pane: how good the rankings are, as tables and curves. */
package fennec.ui.evaluation;
