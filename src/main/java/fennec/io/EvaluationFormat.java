package fennec.io;

import fennec.error.FennecException;
import fennec.evaluate.EvaluationReport;
import fennec.evaluate.SweepReport;
import fennec.file.AtomicFile;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** File formats of an evaluation and its sweeps, chosen by the ending of the file's name. */
public enum EvaluationFormat {
  /** One line a figure. */
  CSV {
    @Override
    public void write(EvaluationReport report, List<SweepReport> sweeps, Writer out)
        throws IOException {
      EvaluationTables.csv(report, sweeps, out);
    }
  },
  /** An object with {@code schema}, {@code protocol}, {@code rows} and {@code sweeps}. */
  JSON {
    @Override
    public void write(EvaluationReport report, List<SweepReport> sweeps, Writer out)
        throws IOException {
      EvaluationTables.json(report, sweeps, out);
    }
  },
  /** One self-contained page with tables and plots. */
  HTML {
    @Override
    public void write(EvaluationReport report, List<SweepReport> sweeps, Writer out)
        throws IOException {
      new EvaluationPage(report, sweeps).write(out);
    }
  };

  /**
   * Writes figures; the report may be without rows and the list of sweeps empty.
   *
   * @throws IOException if {@code out} fails
   */
  public abstract void write(EvaluationReport report, List<SweepReport> sweeps, Writer out)
      throws IOException;

  /**
   * The format that the ending of {@code file} names.
   *
   * @throws FennecException if it names none
   */
  public static EvaluationFormat of(Path file) throws FennecException {
    String name = file.toString().toLowerCase(Locale.ROOT);
    for (EvaluationFormat format : values()) {
      if (name.endsWith("." + format.name().toLowerCase(Locale.ROOT))) {
        return format;
      }
    }
    throw new FennecException(
        "Cannot tell the format of " + file + "; name it .csv, .json or .html.");
  }

  /**
   * Writes a whole file or none.
   *
   * @throws FennecException if the file cannot be written
   */
  public void export(EvaluationReport report, List<SweepReport> sweeps, Path file)
      throws FennecException {
    AtomicFile.write(
        file,
        stream -> {
          Writer out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
          write(report, sweeps, out);
          out.flush();
        });
  }
}
