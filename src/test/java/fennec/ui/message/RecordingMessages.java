package fennec.ui.message;

import java.util.ArrayList;
import java.util.List;

/** Keeps what the user would have been told. */
public final class RecordingMessages implements UserMessages {

  /** One line a message: kind, title, sentence. */
  public final List<String> said = new ArrayList<>();

  @Override
  public void info(String title, String sentence) {
    said.add("info|" + title + "|" + sentence);
  }

  @Override
  public void warning(String title, String sentence) {
    said.add("warning|" + title + "|" + sentence);
  }

  @Override
  public void error(String title, String sentence) {
    said.add("error|" + title + "|" + sentence);
  }

  @Override
  public boolean confirm(String title, String question, String yes) {
    return true;
  }
}
