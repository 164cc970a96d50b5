package fennec.cli;

import fennec.error.FennecException;
import fennec.hub.CatalogueEntry;
import fennec.hub.HubCache;
import fennec.hub.HubEnvironment;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fennec encoder} and its subcommands. */
@Command(
    name = "encoder",
    mixinStandardHelpOptions = true,
    header = "Lists, fetches, checks and removes image encoders.",
    footer = {
      "",
      "Files lie in the cache that other programs share: HF_HUB_CACHE, or hub in HF_HOME.",
      "HF_ENDPOINT, HF_TOKEN, HF_HUB_OFFLINE, HTTPS_PROXY and NO_PROXY are obeyed.",
      "",
      "Examples:",
      "  fennec encoder list",
      "  fennec encoder get clip"
    },
    subcommands = {
      EncoderListCommand.class,
      EncoderGetCommand.class,
      EncoderCheckCommand.class,
      EncoderRemoveCommand.class
    })
final class EncoderCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  /** The cache that the variables of this process name. */
  static HubCache cache() throws FennecException {
    return new HubCache(HubEnvironment.ofProcess().cache());
  }

  /** What JSON says of one encoder; {@code folder} is null if it is not in the cache. */
  static Map<String, Object> fields(CatalogueEntry entry, Optional<Path> folder) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", entry.name());
    fields.put("aliases", entry.aliases());
    fields.put("title", entry.title());
    fields.put("family", entry.family());
    fields.put("repository", entry.repository());
    fields.put("licence", entry.licence());
    fields.put("folder", folder.map(Path::toString).orElse(null));
    return fields;
  }
}
