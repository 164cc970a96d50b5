/** The terminal: one class per subcommand. */
package fennec.cli;
