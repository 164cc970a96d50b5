package fennec.cli;

import fennec.error.FennecException;
import fennec.hub.CatalogueEntry;
import fennec.hub.EncoderCatalogue;
import fennec.hub.HubCache;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code fennec encoder remove}. */
@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    header = "Deletes an encoder from the shared cache.",
    footer = {"", "Example:", "  fennec encoder remove clip"})
final class EncoderRemoveCommand implements Callable<Integer> {

  @Mixin private Output output;

  @Mixin private Agreement agreement;

  @Parameters(paramLabel = "NAME", description = "As 'fennec encoder list' shows it.")
  private String name;

  @Override
  public Integer call() throws FennecException {
    CatalogueEntry entry = EncoderCatalogue.read().get(name);
    HubCache cache = EncoderCommand.cache();
    Path folder = cache.repository(entry.repository());
    if (!Files.exists(folder)) {
      throw new FennecException(entry.title() + " is not in " + cache.folder() + ".");
    }
    output.note("This deletes " + folder + ".");
    if (!agreement.isGiven("deleted", output)) {
      return ExitCodes.USAGE;
    }
    long freed = cache.remove(entry.repository());
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", entry.name());
    fields.put("freed_bytes", freed);
    output.print(fields, () -> String.format(Locale.ROOT, "%.1f MB freed.", freed / 1e6));
    return ExitCodes.FINE;
  }
}
