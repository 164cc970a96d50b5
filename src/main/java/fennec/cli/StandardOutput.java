package fennec.cli;

import fennec.file.AtomicFile;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Standard output that remembers what went wrong, which a {@link PrintWriter} keeps to itself. A
 * terminal gets its own character set, a file or pipe UTF-8.
 */
final class StandardOutput {

  private final Remembering stream;
  private final PrintWriter writer;

  StandardOutput(OutputStream to) {
    this.stream = new Remembering(to);
    Charset charset =
        Terminal.console().map(console -> console.charset()).orElse(StandardCharsets.UTF_8);
    this.writer = new PrintWriter(new OutputStreamWriter(stream, charset));
  }

  /** Where results are printed. */
  PrintWriter writer() {
    return writer;
  }

  /**
   * Why not all of it was written; empty if it was, or if the reader of a pipe has had enough,
   * which is no failure.
   */
  Optional<String> failure() {
    writer.flush();
    return Optional.ofNullable(stream.failure)
        .map(AtomicFile::reason)
        .filter(reason -> !reason.equalsIgnoreCase("broken pipe"));
  }

  private static final class Remembering extends FilterOutputStream {

    private IOException failure;

    Remembering(OutputStream to) {
      super(to);
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      try {
        out.write(bytes, from, count);
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }
  }
}
