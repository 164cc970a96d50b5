package fennec.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import fennec.embedding.FailedImage;
import fennec.error.FennecException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where a command speaks: its result on standard output, notes on standard error. */
final class Output {

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\n\t]]");

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(names = "--json", description = "Print JSON instead of text.")
  private boolean json;

  /** Whether the result is wanted as JSON. */
  boolean isJson() {
    return json;
  }

  /** Standard output, for results that are written by a writer of their own. */
  PrintWriter result() {
    return command.commandLine().getOut();
  }

  /**
   * Prints the result as it is wanted: {@code text}, or {@code fields} as one JSON object.
   *
   * @param fields made of maps, lists, records, numbers and texts, in their order
   */
  void print(Map<String, ?> fields, Supplier<String> text) throws FennecException {
    if (json) {
      printJson(fields);
    } else {
      result().println(text.get().stripTrailing());
      result().flush();
    }
  }

  /** Prints {@code fields} as one JSON object with the number of its schema. */
  void printJson(Map<String, ?> fields) throws FennecException {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("schema", 1);
    all.putAll(fields);
    try {
      result().println(JSON.writeValueAsString(all));
      result().flush();
    } catch (IOException e) {
      throw new FennecException("Cannot print: " + e.getMessage() + ".", e);
    }
  }

  /** Says something beside the result. */
  void note(String sentence) {
    PrintWriter err = command.commandLine().getErr();
    err.println(printable(sentence));
    err.flush();
  }

  /** {@code text} without the control characters that a file name may bring to a terminal. */
  static String printable(String text) {
    return CONTROL.matcher(text).replaceAll("?");
  }

  /** Says which pictures were left out, and why. */
  void leftOut(List<FailedImage> failed) {
    failed.forEach(image -> note("left out: " + image.sentence()));
  }

  /** Reads what stands on the command line, or refuses it with the sentence of the failure. */
  <T> T read(Reading<T> reading) {
    try {
      return reading.read();
    } catch (FennecException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
  }

  /** Makes something of a value on the command line. */
  @FunctionalInterface
  interface Reading<T> {
    T read() throws FennecException;
  }

  /** Refuses the command line with the sentence {@code otherwise} unless {@code holds}. */
  void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new ParameterException(command.commandLine(), otherwise);
    }
  }
}
