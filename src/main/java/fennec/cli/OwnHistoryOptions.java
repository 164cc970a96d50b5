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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What {@code fennec history new} and {@code fennec history add} have in common. */
final class OwnHistoryOptions {

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

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  /** Makes or adds to a pack. */
  @FunctionalInterface
  interface Action {
    OwnPackReader.Draft run(OwnHistory histories, OwnHistory.Request request)
        throws FennecException;
  }

  int run(CommandSpec spec, Path folder, List<Path> files, Action action) throws FennecException {
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
    if (json) {
      print(spec, folder, draft);
    } else {
      tell(spec, folder, draft);
    }
    return draft.pack().isPresent() ? ExitCodes.FINE : ExitCodes.BAD_DATA;
  }

  private void print(CommandSpec spec, Path folder, OwnPackReader.Draft draft)
      throws FennecException {
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
    JsonOutput.print(spec, fields);
  }

  private static Map<String, Object> fields(Complaint complaint) {
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

  private void tell(CommandSpec spec, Path folder, OwnPackReader.Draft draft) {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    draft.complaints().forEach(complaint -> err.println(complaint.sentence()));
    if (draft.pack().isEmpty()) {
      int count = draft.complaints().size();
      err.printf(
          "Nothing was written: %d %s wrong.%n", count, count == 1 ? "thing is" : "things are");
    }
    err.flush();
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
    tell(out, "models", draft.unknownModels());
    tell(out, "tasks", draft.unknownTasks());
  }

  private static void tell(PrintWriter out, String kind, List<String> unknown) {
    if (!unknown.isEmpty()) {
      out.printf(
          "Nothing but scores is known of %d %s: %s%s.%n",
          unknown.size(),
          kind,
          String.join(", ", unknown.subList(0, Math.min(NAMES_SHOWN, unknown.size()))),
          unknown.size() > NAMES_SHOWN ? " and others" : "");
    }
  }
}
