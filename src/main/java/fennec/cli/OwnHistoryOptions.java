package fennec.cli;

import fennec.app.FennecHome;
import fennec.app.HistoryShelf;
import fennec.app.OwnHistory;
import fennec.error.FennecException;
import fennec.io.Complaint;
import fennec.io.HistoryPackFiles;
import fennec.io.OwnPackReader;
import fennec.io.ScoreUnit;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code fennec history new} and {@code fennec history add} have in common. */
final class OwnHistoryOptions {

  /** What the help of both commands says of their files. */
  static final String TABLES =
      "A table of scores has the columns model, task, score, one row a result; or a column model"
          + " and one column a task, with empty cells where a pair was not tried. Tables of facts"
          + " have the column model or task and any of: family, architecture, parameters,"
          + " input_size, pretraining_data, source_accuracy, url; title, classes, train_size,"
          + " domain. The header tells which is which.";

  private static final int NAMES_SHOWN = 5;

  @Option(
      names = "--scale",
      paramLabel = "UNIT",
      description = "percent or fraction (default: percent if any score exceeds 1).")
  private ScoreUnit unit;

  @Option(names = "--title", paramLabel = "TEXT", description = "Name of the pack for people.")
  private String title;

  @Option(
      names = "--protocol",
      paramLabel = "TEXT",
      description = "What a score is, for example 'test accuracy after full fine-tuning'.")
  private String protocol;

  @Option(names = "--replace", description = "Overwrite what is there already.")
  private boolean replace;

  @Mixin private Output output;

  /** Makes or adds to a pack. */
  @FunctionalInterface
  interface Action {
    OwnPackReader.Draft run(OwnHistory histories, OwnHistory.Request request)
        throws FennecException;
  }

  int run(Path folder, List<Path> files, Action action) throws FennecException {
    FennecHome home = FennecHome.find();
    OwnPackReader.Draft draft =
        action.run(
            new OwnHistory(home, new HistoryShelf(home)),
            new OwnHistory.Request(
                folder,
                files,
                Optional.ofNullable(unit),
                Optional.ofNullable(title),
                Optional.ofNullable(protocol),
                replace));
    if (output.isJson()) {
      output.printJson(fields(folder, draft));
    } else {
      tell(folder, draft);
    }
    return draft.pack().isPresent() ? ExitCodes.FINE : ExitCodes.BAD_DATA;
  }

  private Map<String, Object> fields(Path folder, OwnPackReader.Draft draft) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("pack", folder.toString());
    fields.put("written", draft.pack().isPresent());
    fields.put("scale", draft.unit().toString());
    fields.put("scale_guessed", unit == null);
    draft.pack().ifPresent(pack -> fields.put("models", models(pack)));
    draft.pack().ifPresent(pack -> fields.put("tasks", pack.pack().tasks().size()));
    fields.put("scores_added", draft.added());
    fields.put("scores_replaced", draft.replaced());
    fields.put("scores_unchanged", draft.unchanged());
    fields.put("unknown_models", draft.unknownModels());
    fields.put("unknown_tasks", draft.unknownTasks());
    fields.put("complaints", draft.complaints().stream().map(OwnHistoryOptions::fields).toList());
    return fields;
  }

  /** What JSON says of one complaint. */
  static Map<String, Object> fields(Complaint complaint) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("file", complaint.file().toString());
    fields.put("line", complaint.line());
    fields.put("column", complaint.column());
    fields.put("reason", complaint.reason());
    return fields;
  }

  private static int models(HistoryPackFiles pack) {
    return pack.pack().performance().models().size();
  }

  private void tell(Path folder, OwnPackReader.Draft draft) {
    draft.complaints().forEach(complaint -> output.note(complaint.sentence()));
    if (draft.pack().isEmpty()) {
      int count = draft.complaints().size();
      output.note(
          "Nothing was written: " + count + (count == 1 ? " thing is" : " things are") + " wrong.");
    }
    PrintWriter out = output.result();
    draft.pack().ifPresent(pack -> tell(out, folder, draft, pack));
    out.flush();
  }

  private void tell(
      PrintWriter out, Path folder, OwnPackReader.Draft draft, HistoryPackFiles pack) {
    out.printf(
        "Wrote %s: %d models, %d tasks, %d scores (%d new, %d replaced, %d as before).%n",
        folder,
        models(pack),
        pack.pack().tasks().size(),
        pack.pack().performance().observedCount(),
        draft.added(),
        draft.replaced(),
        draft.unchanged());
    out.printf(
        "Scores were read as %s%s.%n",
        draft.unit() == ScoreUnit.PERCENT ? "per cent" : "fractions",
        unit == null ? ", guessed from their size; --scale settles it" : "");
    tell(out, "model", draft.unknownModels());
    tell(out, "task", draft.unknownTasks());
  }

  private static void tell(PrintWriter out, String kind, List<String> unknown) {
    if (!unknown.isEmpty()) {
      out.printf(
          "Nothing but scores is known of %d %s: %s%s.%n",
          unknown.size(),
          unknown.size() == 1 ? kind : kind + "s",
          String.join(", ", unknown.subList(0, Math.min(NAMES_SHOWN, unknown.size()))),
          unknown.size() > NAMES_SHOWN ? " and others" : "");
    }
  }
}
