/**
 * The window: its frame, the panes it is made of, and what they share. One package a pane; a view
 * builds nodes and binds them, its view model holds state and knows no node.
 */
package fennec.ui;
