package fennec.cli;

import fennec.app.EncoderFetch;
import fennec.error.FennecException;
import fennec.hub.EncoderCatalogue;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code fennec encoder get}. */
@Command(
    name = "get",
    mixinStandardHelpOptions = true,
    header = "Fetches an encoder after showing its size; goes on with an interrupted one.",
    footer = {"", "Example:", "  fennec encoder get clip --yes"})
final class EncoderGetCommand implements Callable<Integer> {

  @Mixin private Output output;

  @Mixin private Agreement agreement;

  @Parameters(paramLabel = "NAME", description = "As 'fennec encoder list' shows it.")
  private String name;

  @Override
  public Integer call() throws FennecException {
    EncoderFetch fetch = EncoderFetch.ofProcess();
    EncoderFetch.Offer offer = fetch.offer(name);
    output.note(
        String.format(
            Locale.ROOT,
            "%s: %s from %s, %.1f MB to fetch of %.1f MB, to %s",
            offer.title(),
            String.join(", ", offer.files()),
            offer.source(),
            offer.missingBytes() / 1e6,
            offer.totalBytes() / 1e6,
            offer.target()));
    if (offer.missingBytes() > 0 && !agreement.isGiven("fetched", output)) {
      return ExitCodes.USAGE;
    }
    try (ConsoleProgress progress = ConsoleProgress.ofBytes()) {
      Path folder = fetch.fetch(offer, progress);
      output.print(
          EncoderCommand.fields(EncoderCatalogue.read().get(name), Optional.of(folder)),
          folder::toString);
    }
    return ExitCodes.FINE;
  }
}
