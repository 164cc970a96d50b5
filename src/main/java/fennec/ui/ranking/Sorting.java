package fennec.ui.ranking;

/**
 * How the table is sorted.
 *
 * @param key by what
 * @param descending whether the largest comes first
 */
public record Sorting(SortKey key, boolean descending) {

  /** The best first. */
  public static final Sorting BY_RANK = new Sorting(SortKey.RANK, false);
}
