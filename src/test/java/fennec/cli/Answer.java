package fennec.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fennec.testing.ChildProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * What the program answered to a command line.
 *
 * @param code exit code
 * @param out standard output
 * @param err standard error
 */
record Answer(int code, String out, String err) {

  /** Runs {@code fennec} with {@code words} in this process. */
  static Answer to(Object... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = FennecCommand.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    int code = line.execute(Arrays.stream(words).map(Object::toString).toArray(String[]::new));
    return new Answer(code, out.toString(), err.toString());
  }

  /**
   * Runs {@code fennec} with {@code words} as a process of its own, without the proxies and Hub
   * settings of this one.
   *
   * @param folder where its cache lies and its output is kept
   * @param variables of its environment
   */
  static Answer ofProcess(Path folder, Map<String, String> variables, String... words)
      throws IOException, InterruptedException {
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    Process running =
        process(folder, variables, words)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertTrue(running.waitFor(3, TimeUnit.MINUTES));
    return new Answer(running.exitValue(), Files.readString(out), Files.readString(err));
  }

  /** The process of {@link #ofProcess}, to be started. */
  static ProcessBuilder process(Path folder, Map<String, String> variables, String... words) {
    ProcessBuilder process =
        ChildProcess.java(Stream.concat(Stream.of("fennec.Launcher"), Stream.of(words)).toList());
    Map<String, String> environment = process.environment();
    environment
        .keySet()
        .removeIf(
            name -> name.startsWith("HF_") || name.toLowerCase(Locale.ROOT).contains("proxy"));
    environment.put("HF_HOME", folder.resolve("hub").toString());
    environment.put("FENNEC_CACHE", folder.resolve("cache").toString());
    environment.putAll(variables);
    return process;
  }

  /** Fails with what went to standard error unless all went well. */
  Answer fine() {
    assertEquals(ExitCodes.FINE, code, err);
    return this;
  }

  /** Standard output as JSON, which it must be from its first character to its last. */
  JsonNode json() throws JsonProcessingException {
    return new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readTree(out);
  }
}
