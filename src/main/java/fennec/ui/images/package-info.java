/** The user's own images as points in the plane, by what the encoder sees in them. */
package fennec.ui.images;
