/** Numerical methods on EJML matrices; no noun of the field of transfer learning in here. */
package fennec.numeric;
