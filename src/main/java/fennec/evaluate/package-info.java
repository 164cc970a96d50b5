/** How good rankings are: leave one task out, baselines, sweeps. */
package fennec.evaluate;
