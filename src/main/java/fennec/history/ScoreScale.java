package fennec.history;

/**
 * Where the scores of one pack on one task lie: a score s is {@code (s - mean) / spread} in
 * standardised form.
 *
 * @param mean mean of the scores, a fraction in [0, 1]
 * @param spread standard deviation of the scores (divisor: their number), above 0
 */
public record ScoreScale(double mean, double spread) {

  /** Checks that the spread can be divided by. */
  public ScoreScale {
    if (!(spread > 0) || !Double.isFinite(mean)) {
      throw new IllegalArgumentException("no scale with mean " + mean + " and spread " + spread);
    }
  }

  /** A standardised score back on the scale of P; not clipped to [0, 1]. */
  public double restore(double standardised) {
    return mean + spread * standardised;
  }
}
