package fennec.file;

/** IEEE 754 half precision to single and back, bit by bit. */
public final class HalfPrecision {

  private static final int SMALLEST_NORMAL_EXPONENT = 113;

  private HalfPrecision() {}

  /** The single that the 16 bits {@code half} stand for; exact. */
  public static float toFloat(short half) {
    int sign = (half & 0x8000) << 16;
    int exponent = (half >>> 10) & 0x1f;
    int mantissa = half & 0x3ff;
    if (exponent == 0x1f) {
      return Float.intBitsToFloat(sign | 0x7f800000 | mantissa << 13);
    }
    if (exponent == 0) {
      float magnitude = mantissa * 0x1p-24f;
      return sign == 0 ? magnitude : -magnitude;
    }
    return Float.intBitsToFloat(sign | (exponent + 112) << 23 | mantissa << 13);
  }

  /** The nearest half of {@code value}, ties to even; beyond 65504 infinity. */
  public static short fromFloat(float value) {
    int bits = Float.floatToIntBits(value);
    int sign = bits >>> 16 & 0x8000;
    int exponent = bits >>> 23 & 0xff;
    int mantissa = bits & 0x7fffff;
    if (exponent == 0xff) {
      return (short) (sign | 0x7c00 | (mantissa == 0 ? 0 : 0x200));
    }
    if (exponent < SMALLEST_NORMAL_EXPONENT) {
      return (short) (sign | (int) Math.rint(Math.abs((double) value) * 0x1p24));
    }
    int half = (exponent - 112) << 10 | mantissa >>> 13;
    int rest = mantissa & 0x1fff;
    // a carry out of the mantissa is the next exponent, and out of the last exponent infinity
    if (rest > 0x1000 || (rest == 0x1000 && (half & 1) == 1)) {
      half++;
    }
    return (short) (sign | Math.min(half, 0x7c00));
  }

  /** The single whose upper 16 bits are {@code brain}; exact. */
  public static float brainToFloat(short brain) {
    return Float.intBitsToFloat(brain << 16);
  }
}
