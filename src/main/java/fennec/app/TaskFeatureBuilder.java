package fennec.app;

import fennec.embedding.EmbeddingListener;
import fennec.embedding.EmbeddingPipeline;
import fennec.embedding.EmbeddingRun;
import fennec.embedding.FailedImage;
import fennec.embedding.ImageEmbeddings;
import fennec.embedding.ImageFolder;
import fennec.embedding.ImageSource;
import fennec.embedding.TaskFeatures;
import fennec.error.FennecException;
import fennec.io.HistoryTaskImages;
import fennec.progress.Progress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * Makes {@link TaskFeatures} from a folder of pictures per historical task. A task takes at most
 * {@link #PICTURES} pictures, drawn from a seed; where it has several folders they give equal
 * shares, and what a small folder cannot give the others do. Classes are the sub-folders, else what
 * stands before {@code __} in the file names.
 */
public final class TaskFeatureBuilder {

  /** Most pictures of one task: arXiv 2403.06382, section 3.2. */
  public static final int PICTURES = 100;

  private final EmbeddingPipeline pipeline;
  private final int limit;
  private final long seed;

  /** A builder that encodes with {@code pipeline}. */
  public TaskFeatureBuilder(EmbeddingPipeline pipeline) {
    this(pipeline, PICTURES, ImageFolder.SAMPLE_SEED);
  }

  /** A builder of at most {@code limit} pictures a task, drawn from {@code seed}. */
  public TaskFeatureBuilder(EmbeddingPipeline pipeline, int limit, long seed) {
    this.pipeline = pipeline;
    this.limit = limit;
    this.seed = seed;
  }

  /**
   * What was made.
   *
   * @param features of the tasks that have pictures, and of earlier ones that are kept
   * @param made tasks that have pictures, in the order of their names
   * @param missing tasks none of whose folders are there, in the mapping's order
   * @param failed pictures that could not be used
   */
  public record Built(
      TaskFeatures features, List<String> made, List<String> missing, List<FailedImage> failed) {

    /** Copies the lists. */
    public Built {
      made = List.copyOf(made);
      missing = List.copyOf(missing);
      failed = List.copyOf(failed);
    }

    /** The same with features of {@code earlier} for tasks that were not made anew. */
    Built keeping(TaskFeatures earlier) {
      SortedMap<String, ImageEmbeddings> tasks = new TreeMap<>(earlier.tasks());
      tasks.putAll(features.tasks());
      return new Built(new TaskFeatures(features.encoderId(), tasks), made, missing, failed);
    }
  }

  /**
   * Embeds sample pictures of every task of {@code mapping} whose folders are below {@code folder}.
   *
   * @throws FennecException if no task has pictures, or the encoder fails
   */
  public Built build(Path folder, List<HistoryTaskImages> mapping, Progress progress)
      throws FennecException {
    SortedMap<String, ImageEmbeddings> tasks = new TreeMap<>();
    List<String> missing = new ArrayList<>();
    List<FailedImage> failed = new ArrayList<>();
    int number = 0;
    for (HistoryTaskImages task : mapping) {
      progress.checkCancelled();
      progress.step(number++, mapping.size(), "embedding tasks");
      List<ImageSource> drawn = draw(folder, task, progress);
      if (drawn.isEmpty()) {
        missing.add(task.task());
        continue;
      }
      EmbeddingRun run =
          pipeline.run(
              new ImageFolder(task.task(), drawn, List.of()),
              EmbeddingListener.NONE,
              progress.untold());
      tasks.put(task.task(), run.embeddings());
      failed.addAll(run.failed());
    }
    progress.step(mapping.size(), mapping.size(), "embedding tasks");
    if (tasks.isEmpty()) {
      throw new FennecException(
          "None of the folders of the " + mapping.size() + " tasks is in " + folder + ".");
    }
    String encoder = tasks.get(tasks.firstKey()).encoderId();
    return new Built(
        new TaskFeatures(encoder, tasks), List.copyOf(tasks.keySet()), missing, failed);
  }

  private List<ImageSource> draw(Path folder, HistoryTaskImages task, Progress progress)
      throws FennecException {
    List<ImageFolder> given = new ArrayList<>();
    for (String name : task.folders()) {
      Path path = folder.resolve(name);
      if (Files.isDirectory(path)) {
        given.add(labelled(name, ImageFolder.open(path, progress)));
      }
    }
    int[] shares = shares(given.stream().mapToInt(ImageFolder::size).toArray(), limit);
    List<ImageSource> drawn = new ArrayList<>();
    for (int i = 0; i < shares.length; i++) {
      if (shares[i] > 0) {
        CRC32 name = new CRC32();
        name.update((task.task() + '/' + given.get(i).title()).getBytes(StandardCharsets.UTF_8));
        drawn.addAll(given.get(i).sample(shares[i], seed ^ name.getValue()).sources());
      }
    }
    return drawn;
  }

  /** Equal shares of {@code limit}; what one folder lacks the later ones give. */
  static int[] shares(int[] sizes, int limit) {
    int[] shares = new int[sizes.length];
    int left = limit;
    boolean more = true;
    while (left > 0 && more) {
      more = false;
      for (int i = 0; i < sizes.length && left > 0; i++) {
        if (shares[i] < sizes[i]) {
          shares[i]++;
          left--;
          more = true;
        }
      }
    }
    return shares;
  }

  /** Names begin with the folder; without sub-folders the class is before the double underscore. */
  private static ImageFolder labelled(String name, ImageFolder folder) {
    boolean labelled = !folder.labels().isEmpty();
    boolean named = folder.sources().stream().allMatch(s -> s.name().contains("__"));
    List<ImageSource> sources =
        folder.sources().stream()
            .map(
                s ->
                    new ImageSource(
                        name + '/' + s.name(),
                        labelled || !named ? s.label() : s.name().split("__", 2)[0],
                        s.opener()))
            .toList();
    return new ImageFolder(name, sources, folder.complaints());
  }
}
