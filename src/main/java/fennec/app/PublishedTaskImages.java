package fennec.app;

import fennec.embedding.EmbeddingPipeline;
import fennec.embedding.FailedImage;
import fennec.embedding.ImageEmbeddings;
import fennec.embedding.ImageFolder;
import fennec.embedding.TaskFeatures;
import fennec.error.EncoderUnavailableException;
import fennec.error.FennecException;
import fennec.file.AtomicFile;
import fennec.hub.HubRows;
import fennec.io.HistoryTaskImages;
import fennec.progress.Progress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Makes {@link TaskFeatures} from pictures of published data sets: {@link
 * TaskFeatureBuilder#PICTURES} rows of each task, drawn from a seed. First {@link #plan}, which
 * fetches numbers only, then, if the user agrees, {@link #build}. The pictures of a task lie in a
 * temporary folder until they are embedded; none is kept.
 */
public final class PublishedTaskImages {

  private final HubRows server;
  private final Path scratch;
  private final int pictures;

  /** Asks {@code server}; temporary files go below {@code scratch}. */
  public PublishedTaskImages(HubRows server, Path scratch) {
    this(server, scratch, TaskFeatureBuilder.PICTURES);
  }

  /** The same with at most {@code pictures} a task. */
  PublishedTaskImages(HubRows server, Path scratch, int pictures) {
    this.server = server;
    this.scratch = scratch;
    this.pictures = pictures;
  }

  /**
   * A task that cannot be had.
   *
   * @param task its name
   * @param reason why not, a sentence
   */
  public record LeftOut(String task, String reason) {}

  /**
   * What would be fetched.
   *
   * @param sources of the tasks that can be had
   * @param pictures how many in all
   * @param bytes about how much in all; tasks of unknown size count nothing
   * @param server that gives them
   * @param leftOut tasks that no data set is known for, or that the server does not have
   */
  public record Plan(
      List<HubRows.Source> sources, long pictures, long bytes, URI server, List<LeftOut> leftOut) {

    /** Copies the lists. */
    public Plan {
      sources = List.copyOf(sources);
      leftOut = List.copyOf(leftOut);
    }
  }

  /**
   * What was made.
   *
   * @param features of the tasks that came, and of earlier ones that did not come anew
   * @param made the tasks that came
   * @param leftOut tasks that could not be had
   * @param failed pictures that could not be used
   */
  public record Built(
      TaskFeatures features, List<String> made, List<LeftOut> leftOut, List<FailedImage> failed) {

    /** Copies the lists. */
    public Built {
      made = List.copyOf(made);
      leftOut = List.copyOf(leftOut);
      failed = List.copyOf(failed);
    }
  }

  /**
   * Asks for the size of every data set.
   *
   * @param tasks wanted
   * @param sources where tasks are published
   * @throws FennecException if not one of them can be had
   */
  public Plan plan(List<String> tasks, List<HubRows.Source> sources, Progress progress)
      throws FennecException {
    List<HubRows.Source> found = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    long rows = 0;
    long bytes = 0;
    int asked = 0;
    for (HubRows.Source source : sources) {
      if (!tasks.contains(source.task())) {
        continue;
      }
      progress.checkCancelled();
      progress.step(asked++, sources.size(), "asking for data sets");
      try {
        HubRows.Size size = server.size(source, progress);
        rows += Math.min(pictures, size.rows());
        bytes += size.bytesOf(pictures);
        found.add(source);
      } catch (FennecException e) {
        leftOut.add(new LeftOut(source.task(), e.getMessage()));
      }
    }
    progress.step(sources.size(), sources.size(), "asking for data sets");
    refuseNothing(found.size(), leftOut);
    Set<String> published = new HashSet<>();
    sources.forEach(source -> published.add(source.task()));
    for (String task : tasks) {
      if (!published.contains(task)) {
        leftOut.add(new LeftOut(task, "No published data set is known for it."));
      }
    }
    return new Plan(found, rows, bytes, server.server(), leftOut);
  }

  /**
   * Fetches and embeds what was planned. A task that fails on the way is left out.
   *
   * @param earlier features by the same encoder, kept for tasks that do not come anew
   * @throws FennecException if not one task came, or the encoder fails
   * @throws java.util.concurrent.CancellationException if the watcher asked to stop
   */
  public Built build(Plan plan, EmbeddingPipeline pipeline, TaskFeatures earlier, Progress progress)
      throws FennecException {
    TaskFeatureBuilder builder =
        new TaskFeatureBuilder(pipeline, pictures, ImageFolder.SAMPLE_SEED);
    SortedMap<String, ImageEmbeddings> tasks = new TreeMap<>(earlier.tasks());
    List<String> made = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>(plan.leftOut());
    List<FailedImage> failed = new ArrayList<>();
    Path folder = temporary();
    try {
      for (HubRows.Source source : plan.sources()) {
        long before = (long) pictures * (made.size() + leftOut.size() - plan.leftOut().size());
        try {
          Path came =
              server
                  .fetch(
                      source,
                      pictures,
                      ImageFolder.SAMPLE_SEED,
                      folder,
                      counted(progress, before, (long) pictures * plan.sources().size()))
                  .folder();
          TaskFeatureBuilder.Built one =
              builder.build(folder, List.of(whole(source.task(), came)), progress.untold());
          tasks.putAll(one.features().tasks());
          failed.addAll(one.failed());
          made.add(source.task());
          delete(came);
        } catch (EncoderUnavailableException e) {
          throw e;
        } catch (FennecException e) {
          leftOut.add(new LeftOut(source.task(), e.getMessage()));
        }
      }
    } finally {
      delete(folder);
    }
    refuseNothing(made.size(), leftOut);
    return new Built(new TaskFeatures(earlier.encoderId(), tasks), made, leftOut, failed);
  }

  private static HistoryTaskImages whole(String task, Path folder) {
    return new HistoryTaskImages(
        task, List.of(folder.getFileName().toString()), HistoryTaskImages.Faithful.YES, "");
  }

  private static void refuseNothing(int tasks, List<LeftOut> leftOut) throws FennecException {
    if (tasks == 0) {
      throw new FennecException(
          leftOut.isEmpty()
              ? "No published data set is known for any historical task."
              : "Not one historical task can be had; "
                  + leftOut.get(0).task()
                  + ": "
                  + leftOut.get(0).reason());
    }
  }

  private Path temporary() throws FennecException {
    try {
      Files.createDirectories(scratch);
      return Files.createTempDirectory(scratch, "task-images");
    } catch (IOException e) {
      throw new FennecException(
          "Cannot make a folder in " + scratch + ": " + AtomicFile.reason(e) + ".", e);
    }
  }

  private static void delete(Path folder) throws FennecException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new FennecException(
          "Cannot delete the folder " + folder + ": " + AtomicFile.reason(e) + ".", e);
    }
  }

  private static Progress counted(Progress progress, long before, long all) {
    return new Progress() {
      @Override
      public void step(long done, long total, String what) {
        progress.step(before + done, all, "pictures of historical tasks");
      }

      @Override
      public boolean isCancelled() {
        return progress.isCancelled();
      }
    };
  }
}
