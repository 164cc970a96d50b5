/** Long work beside the window's thread: started, watched ten times a second, cancelled. */
package fennec.ui.task;
