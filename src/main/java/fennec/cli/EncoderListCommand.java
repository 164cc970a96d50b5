package fennec.cli;

import fennec.error.FennecException;
import fennec.hub.CatalogueEntry;
import fennec.hub.EncoderCatalogue;
import fennec.hub.HubCache;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code fennec encoder list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    header = "Shows the encoders that can be fetched and which are here.",
    footer = {"", "Example:", "  fennec encoder list"})
final class EncoderListCommand implements Callable<Integer> {

  @Mixin private Output output;

  @Override
  public Integer call() throws FennecException {
    HubCache cache = EncoderCommand.cache();
    List<Map<String, Object>> encoders = new ArrayList<>();
    for (CatalogueEntry entry : EncoderCatalogue.read().entries()) {
      encoders.add(EncoderCommand.fields(entry, cache.snapshot(entry.repository())));
    }
    output.print(
        Map.of("encoders", encoders),
        () ->
            encoders.stream()
                .map(EncoderListCommand::line)
                .collect(Collectors.joining(System.lineSeparator())));
    return ExitCodes.FINE;
  }

  private static String line(Map<String, Object> encoder) {
    return String.format(
        "%-28s %-28s %s",
        encoder.get("name"),
        encoder.get("title"),
        encoder.get("folder") == null ? "not fetched" : "here");
  }
}
