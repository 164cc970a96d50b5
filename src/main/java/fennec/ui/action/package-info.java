/** Everything a user can do, once: for menus, shortcuts and the command palette. */
package fennec.ui.action;
