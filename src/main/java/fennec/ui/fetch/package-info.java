/** Fetching encoders in the window: an offer, consent, progress, and how to go on. */
package fennec.ui.fetch;
