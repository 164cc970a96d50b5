/** The task pane: images in, thumbnails and progress out. */
package fennec.ui.target;
