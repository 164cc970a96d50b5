package fennec.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Java program of this build as a process of its own. */
public final class ChildProcess {

  private ChildProcess() {}

  /**
   * Runs {@code words}, options of Java and a class with its arguments, on the class path of the
   * tests.
   */
  public static ProcessBuilder java(List<String> words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Djava.awt.headless=true", "-cp", System.getProperty("java.class.path")));
    command.addAll(words);
    return new ProcessBuilder(command);
  }
}
