/** Light and dark looks. */
package fennec.ui.theme;
