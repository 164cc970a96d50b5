/** Historical tasks and the new one: likeness, transfer space, and the matrix of past scores. */
package fennec.ui.tasks;
