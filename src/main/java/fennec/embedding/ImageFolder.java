package fennec.embedding;

import fennec.error.FennecException;
import fennec.progress.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The pictures of a folder, a zip archive or a list of files, in natural order of their names, with
 * what had to be left out. Immutable; the pictures themselves are not read. The sub-folders are
 * labels where there are two or more of them with pictures.
 *
 * @param title what was opened, for people
 * @param sources the pictures, in natural order
 * @param complaints folders, links and entries that were left out, and why
 */
public record ImageFolder(String title, List<ImageSource> sources, List<FailedImage> complaints) {

  /** Seed of {@link #sample} where nothing else is asked for. */
  public static final long SAMPLE_SEED = 42;

  /** Copies the lists. */
  public ImageFolder {
    sources = List.copyOf(sources);
    complaints = List.copyOf(complaints);
  }

  /**
   * Opens one folder, zip archive or picture.
   *
   * @throws FennecException if it is not there, cannot be read or holds no picture
   */
  public static ImageFolder open(Path path, Progress progress) throws FennecException {
    return open(List.of(path), progress);
  }

  /**
   * Opens several folders, zip archives and pictures as one; names are relative to the deepest
   * folder that holds all of them. Hidden files and files that are no pictures are passed over.
   * Links are followed; a link to a folder above itself, a folder without permission and an archive
   * entry that leads outside the archive are complaints.
   *
   * @throws FennecException if a path is not there, cannot be read, or no picture is found
   */
  public static ImageFolder open(List<Path> paths, Progress progress) throws FennecException {
    if (paths.isEmpty() || paths.stream().anyMatch(path -> path.toString().isEmpty())) {
      throw new FennecException("No folder, archive or picture was given.");
    }
    FoundImages found = new FoundImages(progress);
    Path base = base(paths);
    for (Path path : paths) {
      progress.checkCancelled();
      add(path, paths.size() == 1, base, found);
    }
    String title =
        paths.size() == 1
            ? paths.get(0).toString()
            : paths.size() + " files and folders in " + base;
    List<ImageSource> sources = inOrder(found.sources());
    if (sources.isEmpty()) {
      throw new FennecException(
          "There is no picture in "
              + title
              + (found.complaints().isEmpty()
                  ? "; Fennec reads " + ImageFormats.READABLE + "."
                  : ": " + found.complaints().get(0).sentence()));
    }
    return new ImageFolder(title, labelled(sources), found.complaints());
  }

  private static void add(Path path, boolean alone, Path base, FoundImages found)
      throws FennecException {
    Path absolute = path.toAbsolutePath().normalize();
    if (!Files.exists(absolute)) {
      throw new FennecException("There is no file or folder " + path + ".");
    }
    boolean archive = absolute.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
    if (Files.isDirectory(absolute)) {
      FolderWalk.walk(absolute, alone ? absolute : base, found);
    } else if (archive) {
      ZipWalk.walk(absolute, alone ? "" : base.relativize(absolute) + "/", found);
    } else {
      found.addListed(FolderWalk.name(base, absolute), () -> Files.newInputStream(absolute));
    }
  }

  /** The deepest folder above all paths. */
  private static Path base(List<Path> paths) {
    Path base = paths.get(0).toAbsolutePath().normalize().getParent();
    for (Path path : paths) {
      Path absolute = path.toAbsolutePath().normalize();
      while (base != null && (!absolute.startsWith(base) || absolute.equals(base))) {
        base = base.getParent();
      }
    }
    return base == null ? paths.get(0).toAbsolutePath().getRoot() : base;
  }

  private static List<ImageSource> inOrder(List<ImageSource> found) {
    Map<String, ImageSource> byName = new HashMap<>();
    found.forEach(source -> byName.putIfAbsent(source.name(), source));
    List<ImageSource> sources = new ArrayList<>(byName.values());
    sources.sort(Comparator.comparing(ImageSource::name, NaturalOrder.INSTANCE));
    return sources;
  }

  /** Labels by the first folder level at which two or more folders differ. */
  private static List<ImageSource> labelled(List<ImageSource> sources) {
    int at = 0;
    while (true) {
      Set<String> folders = new TreeSet<>();
      for (ImageSource source : sources) {
        int slash = source.name().indexOf('/', at);
        folders.add(slash < 0 ? "" : source.name().substring(at, slash));
      }
      boolean loose = folders.remove("");
      if (folders.size() >= 2) {
        return withLabels(sources, at);
      }
      if (loose || folders.isEmpty()) {
        return sources;
      }
      at += folders.iterator().next().length() + 1;
    }
  }

  private static List<ImageSource> withLabels(List<ImageSource> sources, int at) {
    return sources.stream()
        .map(
            source -> {
              int slash = source.name().indexOf('/', at);
              return slash < 0 ? source : source.withLabel(source.name().substring(at, slash));
            })
        .collect(Collectors.toList());
  }

  /** Number of pictures. */
  public int size() {
    return sources.size();
  }

  /** The labels in natural order; empty if the pictures have no classes. */
  public List<String> labels() {
    return sources.stream()
        .map(ImageSource::label)
        .filter(label -> !label.isEmpty())
        .distinct()
        .sorted(NaturalOrder.INSTANCE)
        .toList();
  }

  /**
   * At most {@code limit} of the pictures, drawn without putting back from {@code seed}, in natural
   * order; this folder itself if it has no more.
   */
  public ImageFolder sample(int limit, long seed) {
    if (limit < 1) {
      throw new IllegalArgumentException("a sample of " + limit + " pictures");
    }
    if (size() <= limit) {
      return this;
    }
    SplittableRandom random = new SplittableRandom(seed);
    int[] order = new int[size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    for (int i = 0; i < limit; i++) {
      int j = i + random.nextInt(order.length - i);
      int kept = order[j];
      order[j] = order[i];
      order[i] = kept;
    }
    int[] drawn = Arrays.copyOf(order, limit);
    Arrays.sort(drawn);
    List<ImageSource> kept = new ArrayList<>();
    for (int i : drawn) {
      kept.add(sources.get(i));
    }
    return new ImageFolder(title, kept, complaints);
  }
}
