/** The composition root, built by constructors and used by terminal and window alike. */
package fennec.app;
