package fennec.cli;

import fennec.app.FennecHome;
import fennec.app.HistoryShelf;
import fennec.error.FennecException;
import fennec.history.HistoryPack;
import fennec.io.HistoryPackFiles;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fennec history list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    header = "Lists the history packs that come with the program.")
final class HistoryListCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws FennecException {
    List<HistoryPack> packs =
        new HistoryShelf(FennecHome.find()).shipped().stream().map(HistoryPackFiles::pack).toList();
    if (json) {
      JsonOutput.print(
          spec,
          out -> {
            out.writeArrayFieldStart("packs");
            for (HistoryPack pack : packs) {
              out.writeStartObject();
              out.writeStringField("name", pack.name());
              out.writeStringField("title", pack.title());
              out.writeNumberField("models", pack.performance().models().size());
              out.writeNumberField("tasks", pack.tasks().size());
              out.writeNumberField("scores", pack.performance().observedCount());
              out.writeBooleanField("joined_by_default", pack.joinedByDefault());
              out.writeStringField("protocol", pack.protocol());
              out.writeStringField("source", pack.source());
              out.writeStringField("sha256", pack.sha256());
              out.writeEndObject();
            }
            out.writeEndArray();
          });
      return ExitCodes.FINE;
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%-20s %6s %5s %6s  %-7s  %s%n",
        "pack", "models", "tasks", "scores", "joined", "a score is");
    for (HistoryPack pack : packs) {
      out.printf(
          Locale.ROOT,
          "%-20s %6d %5d %6d  %-7s  %s%n",
          pack.name(),
          pack.performance().models().size(),
          pack.tasks().size(),
          pack.performance().observedCount(),
          pack.joinedByDefault() ? "yes" : "no",
          pack.protocol());
    }
    out.flush();
    return ExitCodes.FINE;
  }
}
