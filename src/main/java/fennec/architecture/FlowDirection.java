package fennec.architecture;

import fennec.architecture.GraphLayout.Box;
import java.util.Locale;

/** Where the data in a drawing flows to. */
public enum FlowDirection {
  /** From the top to the bottom. */
  DOWN,
  /** From left to right. */
  RIGHT;

  /** The one with this {@link #label}; {@link #DOWN} for any other text. */
  public static FlowDirection of(String label) {
    return RIGHT.label().equals(label) ? RIGHT : DOWN;
  }

  /** Its name in settings and options: {@code down} or {@code right}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The other one. */
  public FlowDirection other() {
    return this == DOWN ? RIGHT : DOWN;
  }

  /** Of a place or a size (x, y), the part along the flow. */
  public double along(double x, double y) {
    return this == DOWN ? y : x;
  }

  /** Of a place or a size (x, y), the part across the flow. */
  public double across(double x, double y) {
    return this == DOWN ? x : y;
  }

  /** Where {@code box} begins along the flow. */
  public double start(Box box) {
    return along(box.x(), box.y());
  }
}
