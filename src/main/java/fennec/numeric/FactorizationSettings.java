package fennec.numeric;

import java.util.Objects;

/**
 * What a {@link NonNegativeMatrixFactorization} is asked for.
 *
 * @param rank number of factors k, at least 1
 * @param alphaM weight of ||M||_F^2, not negative
 * @param alphaD weight of ||D||_F^2, not negative
 * @param maxIterations passes over both factors, at least 1
 * @param tolerance stops when the projected gradient has fallen to this share of that of the first
 *     pass; 0 runs all passes unless nothing moves any more
 * @param starts number of starting points of which the one with the lowest objective is kept
 * @param seed seed of the random starting points
 * @param start the first starting point; any further ones are random
 */
public record FactorizationSettings(
    int rank,
    double alphaM,
    double alphaD,
    int maxIterations,
    double tolerance,
    int starts,
    long seed,
    Start start) {

  /** Where a factorization starts from. */
  public enum Start {
    /**
     * Non-negative double singular value decomposition: the singular vectors' larger signed halves.
     * Zeros stay zeros. Boutsidis and Gallopoulos, Pattern Recognition 41 (2008), section 2.
     */
    NNDSVD,
    /** The same with zeros replaced by the mean of the observed entries. */
    NNDSVDA,
    /** Absolute values of normal numbers, scaled so that products have the mean of the entries. */
    RANDOM
  }

  /** Checks the ranges. */
  public FactorizationSettings {
    Objects.requireNonNull(start);
    if (rank < 1 || maxIterations < 1 || starts < 1) {
      throw new IllegalArgumentException("rank, iterations and starts must be at least 1");
    }
    if (!(alphaM >= 0) || !(alphaD >= 0) || !(tolerance >= 0)) {
      throw new IllegalArgumentException("penalties and tolerance must not be negative");
    }
  }

  /** Rank k, no penalty, up to 1000 passes, tolerance 1e-4, one start from NNDSVDA, seed 0. */
  public static FactorizationSettings ofRank(int rank) {
    return new FactorizationSettings(rank, 0, 0, 1000, 1e-4, 1, 0, Start.NNDSVDA);
  }

  /** The same with these penalties. */
  public FactorizationSettings withPenalties(double m, double d) {
    return new FactorizationSettings(rank, m, d, maxIterations, tolerance, starts, seed, start);
  }

  /** The same with this stopping rule. */
  public FactorizationSettings withStopping(int iterations, double share) {
    return new FactorizationSettings(rank, alphaM, alphaD, iterations, share, starts, seed, start);
  }

  /** The same with these starting points. */
  public FactorizationSettings withStarts(int count, Start first, long seedOfRandom) {
    return new FactorizationSettings(
        rank, alphaM, alphaD, maxIterations, tolerance, count, seedOfRandom, first);
  }
}
