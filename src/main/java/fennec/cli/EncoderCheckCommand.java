package fennec.cli;

import fennec.error.FennecException;
import fennec.hub.CatalogueEntry;
import fennec.hub.EncoderCatalogue;
import fennec.hub.HubDownload;
import fennec.hub.HubEnvironment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code fennec encoder check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    header = "Compares the files of an encoder with their hashes.",
    footer = {"", "Example:", "  fennec encoder check clip"})
final class EncoderCheckCommand implements Callable<Integer> {

  @Mixin private Output output;

  @Parameters(paramLabel = "NAME", description = "As 'fennec encoder list' shows it.")
  private String name;

  @Override
  public Integer call() throws FennecException {
    CatalogueEntry entry = EncoderCatalogue.read().get(name);
    List<String> damaged;
    try (ConsoleProgress progress = new ConsoleProgress()) {
      damaged = new HubDownload(HubEnvironment.ofProcess()).check(entry, progress);
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", entry.name());
    fields.put("damaged", damaged);
    output.print(
        fields,
        () ->
            damaged.isEmpty()
                ? entry.title() + " is as it was published."
                : entry.title() + " is damaged: " + String.join(", ", damaged) + ".");
    return damaged.isEmpty() ? ExitCodes.FINE : ExitCodes.BAD_DATA;
  }
}
