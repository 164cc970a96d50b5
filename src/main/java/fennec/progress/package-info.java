/**
 * How long work tells its watcher how far it is and hears that it should stop; {@code java.*} only.
 */
package fennec.progress;
