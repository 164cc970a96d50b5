/** The architecture pane: dataflow graphs drawn, searched, inspected and compared. */
package fennec.ui.architecture;
