package fennec.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fennec.app.EncoderFetch;
import fennec.error.EncoderUnavailableException;
import fennec.error.FennecException;
import fennec.hub.CatalogueEntry;
import fennec.hub.EncoderCatalogue;
import fennec.hub.HubCache;
import fennec.hub.HubDownload;
import fennec.hub.HubEnvironment;
import fennec.progress.Progress;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fennec encoder}: what encoders there are, and fetching, checking and removing them. */
@Command(
    name = "encoder",
    mixinStandardHelpOptions = true,
    description = "Lists, fetches, checks and removes image encoders.",
    footer = {
      "",
      "Files lie in the cache that other programs share: HF_HUB_CACHE, or hub in HF_HOME.",
      "HF_ENDPOINT, HF_TOKEN, HF_HUB_OFFLINE, HTTPS_PROXY and NO_PROXY are obeyed.",
      "",
      "  fennec encoder list",
      "  fennec encoder get clip --yes"
    })
public final class EncoderCommand implements Runnable {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Say list, get, check or remove.");
  }

  private interface Action {
    int run(EncoderCatalogue catalogue, HubEnvironment environment) throws FennecException;
  }

  private static int reported(CommandSpec spec, Action action) {
    PrintWriter err = spec.commandLine().getErr();
    try {
      return action.run(EncoderCatalogue.read(), HubEnvironment.ofProcess());
    } catch (EncoderUnavailableException e) {
      err.println(e.getMessage());
      return ExitCodes.ENCODER_UNAVAILABLE;
    } catch (FennecException e) {
      err.println(e.getMessage());
      return ExitCodes.BAD_DATA;
    } catch (CancellationException e) {
      err.println("Cancelled; what came so far is kept.");
      return ExitCodes.CANCELLED;
    } finally {
      err.flush();
      spec.commandLine().getOut().flush();
    }
  }

  private static ObjectNode json(CatalogueEntry entry, Optional<Path> snapshot) {
    ObjectNode node = JSON.createObjectNode();
    node.put("name", entry.name());
    node.put("title", entry.title());
    node.put("family", entry.family());
    node.put("repository", entry.repository());
    node.put("licence", entry.licence());
    node.put("folder", snapshot.map(Path::toString).orElse(null));
    return node;
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Shows the encoders that can be fetched and which are here.")
  int list(@Option(names = "--json", description = "As JSON.") boolean asJson) {
    return reported(
        spec,
        (catalogue, environment) -> {
          HubCache cache = new HubCache(environment.cache());
          ArrayNode all = JSON.createArrayNode();
          PrintWriter out = spec.commandLine().getOut();
          for (CatalogueEntry entry : catalogue.entries()) {
            Optional<Path> snapshot = cache.snapshot(entry.repository());
            all.add(json(entry, snapshot));
            if (!asJson) {
              out.printf(
                  "%-28s %-28s %s%n",
                  entry.name(), entry.title(), snapshot.isPresent() ? "here" : "not fetched");
            }
          }
          if (asJson) {
            out.println(all.toPrettyString());
          }
          return ExitCodes.FINE;
        });
  }

  @Command(
      name = "get",
      mixinStandardHelpOptions = true,
      description =
          "Fetches an encoder after showing its size; an interrupted one is gone on with.")
  int get(
      @Parameters(paramLabel = "NAME", description = "As fennec encoder list shows it.")
          String name,
      @Option(names = "--yes", description = "Agree to the download.") boolean yes,
      @Option(names = "--json", description = "As JSON.") boolean asJson) {
    return reported(
        spec,
        (catalogue, environment) -> {
          EncoderFetch fetch = new EncoderFetch(environment);
          EncoderFetch.Offer offer = fetch.offer(name);
          PrintWriter err = spec.commandLine().getErr();
          err.printf(
              "%s: %s from %s, %.1f MB to fetch of %.1f MB, to %s%n",
              offer.title(),
              String.join(", ", offer.files()),
              offer.source(),
              offer.missingBytes() / 1e6,
              offer.totalBytes() / 1e6,
              offer.target());
          err.flush();
          if (offer.missingBytes() > 0 && !yes && !Terminal.agreed()) {
            err.println("Nothing was fetched; say yes, or give --yes.");
            return ExitCodes.USAGE;
          }
          Path snapshot = fetch.fetch(offer, line(err));
          CatalogueEntry entry = catalogue.get(name);
          PrintWriter out = spec.commandLine().getOut();
          out.println(
              asJson ? json(entry, Optional.of(snapshot)).toPrettyString() : snapshot.toString());
          return ExitCodes.FINE;
        });
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "Compares the files of an encoder with their hashes.")
  int check(
      @Parameters(paramLabel = "NAME", description = "As fennec encoder list shows it.")
          String name,
      @Option(names = "--json", description = "As JSON.") boolean asJson) {
    return reported(
        spec,
        (catalogue, environment) -> {
          CatalogueEntry entry = catalogue.get(name);
          List<String> damaged = new HubDownload(environment).check(entry, Progress.NONE);
          if (asJson) {
            ObjectNode node = JSON.createObjectNode().put("name", entry.name());
            damaged.forEach(node.putArray("damaged")::add);
            spec.commandLine().getOut().println(node.toPrettyString());
          } else {
            spec.commandLine()
                .getOut()
                .println(
                    damaged.isEmpty()
                        ? entry.title() + " is as it was published."
                        : entry.title() + " is damaged: " + String.join(", ", damaged) + ".");
          }
          return damaged.isEmpty() ? ExitCodes.FINE : ExitCodes.BAD_DATA;
        });
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = "Deletes an encoder from the shared cache.")
  int remove(
      @Parameters(paramLabel = "NAME", description = "As fennec encoder list shows it.")
          String name,
      @Option(names = "--yes", description = "Agree to the deletion.") boolean yes,
      @Option(names = "--json", description = "As JSON.") boolean asJson) {
    return reported(
        spec,
        (catalogue, environment) -> {
          CatalogueEntry entry = catalogue.get(name);
          HubCache cache = new HubCache(environment.cache());
          PrintWriter err = spec.commandLine().getErr();
          err.println("This deletes " + cache.repository(entry.repository()) + ".");
          err.flush();
          if (!yes && !Terminal.agreed()) {
            err.println("Nothing was deleted; say yes, or give --yes.");
            return ExitCodes.USAGE;
          }
          long freed = cache.remove(entry.repository());
          PrintWriter out = spec.commandLine().getOut();
          if (asJson) {
            out.println(
                JSON.createObjectNode()
                    .put("name", entry.name())
                    .put("freedBytes", freed)
                    .toPrettyString());
          } else {
            out.printf("%.1f MB freed.%n", freed / 1e6);
          }
          return ExitCodes.FINE;
        });
  }

  /** A line that is written over on a terminal; nothing in a pipe. */
  private static Progress line(PrintWriter err) {
    if (Terminal.console().isEmpty()) {
      return Progress.NONE;
    }
    long start = System.nanoTime();
    long[] shown = {0};
    return (done, total, what) -> {
      long now = System.nanoTime();
      if (now - shown[0] > 200_000_000L || done == total) {
        shown[0] = now;
        double rate = done / 1e6 / Math.max(1e-3, (now - start) / 1e9);
        err.printf(
            "\r%s %5.1f %% (%.1f MB/s)   %s",
            what, 100.0 * done / total, rate, done == total ? System.lineSeparator() : "");
        err.flush();
      }
    };
  }
}
