package fennec.ui.theme;

import java.util.Locale;

/** The look a user asks for. */
public enum Theme {
  /** Dark on light. */
  LIGHT,
  /** Light on dark. */
  DARK,
  /** What the desktop uses. */
  SYSTEM;

  /** The name in the settings file. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The theme with this label, {@link #SYSTEM} if there is none. */
  public static Theme of(String label) {
    for (Theme each : values()) {
      if (each.label().equals(label)) {
        return each;
      }
    }
    return SYSTEM;
  }
}
