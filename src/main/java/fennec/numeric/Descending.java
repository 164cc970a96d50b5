package fennec.numeric;

/** The order of numbers from the largest to the smallest. */
public final class Descending {

  private static final int SHORT_RUN = 12;

  private Descending() {}

  /**
   * Positions of {@code values} from the largest value to the smallest; equal values keep the order
   * of their positions. A merge sort on primitive numbers: a slider sorts ten thousand of them on
   * every move. Cost O(n log n).
   *
   * @param values finite numbers
   */
  public static int[] order(double[] values) {
    int n = values.length;
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    for (int from = 0; from < n; from += SHORT_RUN) {
      insertionSort(values, order, from, Math.min(n, from + SHORT_RUN));
    }
    int[] merged = new int[n];
    for (int width = SHORT_RUN; width < n; width *= 2) {
      for (int from = 0; from < n; from += 2 * width) {
        int middle = Math.min(n, from + width);
        merge(values, order, merged, from, middle, Math.min(n, from + 2 * width));
      }
      int[] swap = order;
      order = merged;
      merged = swap;
    }
    return order;
  }

  private static void insertionSort(double[] values, int[] order, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      int moved = order[i];
      int at = i;
      while (at > from && values[order[at - 1]] < values[moved]) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = moved;
    }
  }

  private static void merge(
      double[] values, int[] order, int[] merged, int from, int middle, int to) {
    int left = from;
    int right = middle;
    for (int at = from; at < to; at++) {
      boolean takeLeft =
          left < middle && (right >= to || values[order[left]] >= values[order[right]]);
      merged[at] = takeLeft ? order[left++] : order[right++];
    }
  }
}
