package fennec.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Damages bytes: flips, cuts, repeats, swaps, lies about lengths, puts in what parsers fear. */
final class Mutation {

  private static final List<byte[]> FEARED =
      List.of(
          text("../../../etc/passwd"),
          text("NaN"),
          text("-1"),
          text("1e999"),
          text("99999999999999999999"),
          text("\""),
          text("=cmd|' /C calc'!A0"),
          text("<script>alert(1)</script>"),
          text("\u0000"),
          text("\ufeff"),
          text("[".repeat(5000)),
          text("{\"a\":".repeat(3000)),
          text("\n\n,,,,\n"),
          new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, -1, 1},
          new byte[] {-1, -1, -1, 127},
          new byte[] {0, 0, 0, -128});

  private Mutation() {}

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** {@code seed} with one to eight damages that {@code random} chooses. */
  static byte[] of(byte[] seed, SplittableRandom random) {
    byte[] bytes = seed.clone();
    int damages = random.nextBoolean() ? 1 : 1 + random.nextInt(8);
    for (int i = 0; i < damages && bytes.length > 0; i++) {
      bytes = damaged(bytes, random);
    }
    return bytes;
  }

  private static byte[] damaged(byte[] bytes, SplittableRandom random) {
    int at = random.nextInt(bytes.length);
    int length = 1 + random.nextInt(Math.min(64, bytes.length - at));
    switch (random.nextInt(9)) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes[at] = (byte) random.nextInt(256);
      case 2 -> Arrays.fill(bytes, at, at + length, (byte) (random.nextBoolean() ? 0 : 255));
      case 3 -> {
        return Arrays.copyOf(bytes, at);
      }
      case 4 -> {
        return spliced(bytes, at, at + length, new byte[0]);
      }
      case 5 -> {
        return spliced(bytes, at, at, Arrays.copyOfRange(bytes, at, at + length));
      }
      case 6 -> {
        byte[] feared = FEARED.get(random.nextInt(FEARED.size()));
        return spliced(bytes, at, random.nextBoolean() ? at : at + length, feared);
      }
      case 7 -> {
        int from = random.nextInt(bytes.length);
        int count = Math.min(length, bytes.length - from);
        System.arraycopy(bytes.clone(), from, bytes, at, Math.min(count, bytes.length - at));
      }
      default -> {
        for (int i = at; i < Math.min(at + 4, bytes.length); i++) {
          bytes[i] = (byte) random.nextInt(256);
        }
      }
    }
    return bytes;
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] middle) {
    byte[] result = new byte[from + middle.length + bytes.length - to];
    System.arraycopy(bytes, 0, result, 0, from);
    System.arraycopy(middle, 0, result, from, middle.length);
    System.arraycopy(bytes, to, result, from + middle.length, bytes.length - to);
    return result;
  }
}
