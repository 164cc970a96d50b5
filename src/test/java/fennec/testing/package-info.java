/** Stand-ins and made-up data for tests. */
package fennec.testing;
