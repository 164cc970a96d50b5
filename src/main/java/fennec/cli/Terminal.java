package fennec.cli;

import java.io.Console;
import java.util.Optional;

/** Whether a person sits at a terminal, on Java 17 and on later versions. */
final class Terminal {

  private Terminal() {}

  /** The console if input and output are a terminal. */
  @SuppressWarnings("SystemConsoleNull") // null before Java 22; after it, isTerminal() tells
  static Optional<Console> console() {
    Console console = System.console();
    if (console == null) {
      return Optional.empty();
    }
    try {
      Object interactive = Console.class.getMethod("isTerminal").invoke(console);
      return Boolean.TRUE.equals(interactive) ? Optional.of(console) : Optional.empty();
    } catch (ReflectiveOperationException e) {
      return Optional.of(console);
    }
  }

  /** Asks the person at the terminal; without one nobody agrees. */
  static boolean agreed() {
    return console()
        .map(console -> console.readLine("Type yes to go on: "))
        .filter("yes"::equals)
        .isPresent();
  }
}
