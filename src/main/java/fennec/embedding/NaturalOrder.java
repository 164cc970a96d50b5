package fennec.embedding;

import java.util.Comparator;

/**
 * Orders names as people do: {@code img2} before {@code img10}, capitals beside small letters, and
 * what lies in a folder beside the folder. Names that differ only in capitals or leading zeros are
 * ordered by their characters, so that the order is total.
 */
final class NaturalOrder implements Comparator<String> {

  static final NaturalOrder INSTANCE = new NaturalOrder();

  private NaturalOrder() {}

  @Override
  public int compare(String a, String b) {
    int i = 0;
    int j = 0;
    while (i < a.length() && j < b.length()) {
      char c = a.charAt(i);
      char d = b.charAt(j);
      if (isDigit(c) && isDigit(d)) {
        int endA = endOfDigits(a, i);
        int endB = endOfDigits(b, j);
        int order = compareDigits(a, i, endA, b, j, endB);
        if (order != 0) {
          return order;
        }
        i = endA;
        j = endB;
      } else {
        int order = Character.compare(weight(c), weight(d));
        if (order != 0) {
          return order;
        }
        i++;
        j++;
      }
    }
    int rest = Integer.compare(a.length() - i, b.length() - j);
    return rest != 0 ? rest : a.compareTo(b);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** A slash before everything else keeps a folder's files together. */
  private static char weight(char c) {
    return c == '/' ? 0 : Character.toLowerCase(c);
  }

  private static int endOfDigits(String s, int from) {
    int end = from;
    while (end < s.length() && isDigit(s.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int compareDigits(String a, int i, int endA, String b, int j, int endB) {
    while (i < endA && a.charAt(i) == '0') {
      i++;
    }
    while (j < endB && b.charAt(j) == '0') {
      j++;
    }
    int longer = Integer.compare(endA - i, endB - j);
    for (; longer == 0 && i < endA; i++, j++) {
      longer = Character.compare(a.charAt(i), b.charAt(j));
      if (longer != 0) {
        return longer;
      }
    }
    return longer;
  }
}
