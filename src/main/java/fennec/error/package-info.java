/** The one checked failure that a user is told about; seen by every layer. */
package fennec.error;
