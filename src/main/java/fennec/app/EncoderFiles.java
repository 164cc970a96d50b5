package fennec.app;

import fennec.error.FennecException;
import fennec.file.AtomicFile;
import fennec.hub.CatalogueEntry;
import fennec.hub.EncoderCatalogue;
import fennec.hub.HubCache;
import fennec.hub.HubDownload;
import fennec.hub.HubEnvironment;
import fennec.progress.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of fetched encoders: how large they are, whether they are sound, copies, removal. */
public final class EncoderFiles {

  private static final int CHUNK = 1 << 20;

  private final EncoderCatalogue catalogue = EncoderCatalogue.read();
  private final HubEnvironment environment;
  private final HubCache cache;

  /** Looks into the cache that {@code environment} names. */
  public EncoderFiles(HubEnvironment environment) {
    this.environment = environment;
    this.cache = new HubCache(environment.cache());
  }

  /**
   * Looks where the variables of this process say.
   *
   * @throws FennecException if one of them makes no sense
   */
  public static EncoderFiles ofProcess() throws FennecException {
    return new EncoderFiles(HubEnvironment.ofProcess());
  }

  /**
   * An encoder of the catalogue.
   *
   * @param name as the command line takes it
   * @param title its name for people
   * @param licence as its publisher states it; empty if not known
   * @param family {@code clip} or {@code dinov2}
   * @param folder where its files are; empty if they are not here
   * @param bytes of these files
   */
  public record Kept(
      String name,
      String title,
      String licence,
      String family,
      Optional<Path> folder,
      long bytes) {}

  /**
   * All encoders of the catalogue in its order.
   *
   * @throws FennecException if files that are here cannot be read
   */
  public List<Kept> list() throws FennecException {
    List<Kept> all = new ArrayList<>();
    for (CatalogueEntry entry : catalogue.entries()) {
      Optional<Path> folder = cache.snapshot(entry.repository());
      long bytes = 0;
      if (folder.isPresent()) {
        for (Path file : files(folder.get())) {
          bytes += size(file);
        }
      }
      all.add(
          new Kept(entry.name(), entry.title(), entry.licence(), entry.family(), folder, bytes));
    }
    return all;
  }

  /**
   * Compares the files of an encoder with their hashes.
   *
   * @return names of damaged files; empty if all is well
   * @throws FennecException if it is not here or cannot be read
   */
  public List<String> check(String name, Progress progress) throws FennecException {
    return new HubDownload(environment).check(catalogue.get(name), progress);
  }

  /**
   * Deletes an encoder from the cache, for all programs that use it.
   *
   * @return bytes that were freed
   * @throws FennecException naming what could not be deleted
   */
  public long remove(String name) throws FennecException {
    return cache.remove(catalogue.get(name).repository());
  }

  /**
   * Copies the files of an encoder into a folder of its name in {@code target}, for a computer
   * without a network. Steps of the progress are bytes.
   *
   * @return the folder that was made
   * @throws FennecException if it is not here, or a file cannot be read or written
   * @throws java.util.concurrent.CancellationException if the watcher asked to stop
   */
  public Path copy(String name, Path target, Progress progress) throws FennecException {
    CatalogueEntry entry = catalogue.get(name);
    Path snapshot =
        cache
            .snapshot(entry.repository())
            .orElseThrow(() -> new FennecException(entry.title() + " is not here; get it first."));
    Path folder = target.resolve(entry.name());
    List<Path> files = files(snapshot);
    long all = 0;
    for (Path file : files) {
      all += size(file);
    }
    long[] done = {0};
    long total = all;
    for (Path file : files) {
      AtomicFile.write(
          folder.resolve(file.getFileName().toString()),
          out -> {
            try (InputStream in = Files.newInputStream(file)) {
              byte[] chunk = new byte[CHUNK];
              for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                progress.checkCancelled();
                out.write(chunk, 0, n);
                done[0] += n;
                progress.step(done[0], total, "copying");
              }
            }
          });
    }
    return folder;
  }

  private static List<Path> files(Path folder) throws FennecException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  private static long size(Path file) throws FennecException {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static FennecException unreadable(Path path, IOException e) {
    return new FennecException("Cannot read " + path + ": " + AtomicFile.reason(e) + ".", e);
  }
}
