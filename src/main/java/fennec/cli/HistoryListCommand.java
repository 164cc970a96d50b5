package fennec.cli;

import fennec.app.FennecHome;
import fennec.app.HistoryShelf;
import fennec.error.FennecException;
import fennec.history.HistoryPack;
import fennec.io.HistoryPackFiles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code fennec history list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    header = "Lists the history packs that come with the program.",
    footer = {"", "Example:", "  fennec history list --json"})
final class HistoryListCommand implements Callable<Integer> {

  @Mixin private Output output;

  @Override
  public Integer call() throws FennecException {
    List<HistoryPack> packs =
        new HistoryShelf(FennecHome.find()).shipped().stream().map(HistoryPackFiles::pack).toList();
    output.print(
        Map.of("packs", packs.stream().map(HistoryListCommand::fields).toList()),
        () -> text(packs));
    return ExitCodes.FINE;
  }

  private static Map<String, Object> fields(HistoryPack pack) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", pack.name());
    fields.put("title", pack.title());
    fields.put("models", pack.performance().models().size());
    fields.put("tasks", pack.tasks().size());
    fields.put("scores", pack.performance().observedCount());
    fields.put("joined_by_default", pack.joinedByDefault());
    fields.put("protocol", pack.protocol());
    fields.put("source", pack.source());
    fields.put("sha256", pack.sha256());
    return fields;
  }

  private static String text(List<HistoryPack> packs) {
    StringBuilder text =
        new StringBuilder(
            String.format(
                "%-20s %6s %5s %6s  %-7s  %s%n",
                "pack", "models", "tasks", "scores", "joined", "a score is"));
    for (HistoryPack pack : packs) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-20s %6d %5d %6d  %-7s  %s%n",
              pack.name(),
              pack.performance().models().size(),
              pack.tasks().size(),
              pack.performance().observedCount(),
              pack.joinedByDefault() ? "yes" : "no",
              pack.protocol()));
    }
    return text.toString();
  }
}
