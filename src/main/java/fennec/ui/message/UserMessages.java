package fennec.ui.message;

/** Tells the user something; the window shows it, a test records it. */
public interface UserMessages {

  /** Something finished; shown briefly, in nobody's way. */
  void info(String title, String sentence);

  /** Something is not as it should be, and the program went on. */
  void warning(String title, String sentence);

  /** Something could not be done; stays until dismissed. */
  void error(String title, String sentence);

  /** Asks before something that cannot be undone. */
  boolean confirm(String title, String question, String yes);
}
