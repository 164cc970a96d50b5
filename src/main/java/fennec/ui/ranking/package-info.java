/** The ranking pane: the alpha slider, the table, filters, comparison and reasons. */
package fennec.ui.ranking;
