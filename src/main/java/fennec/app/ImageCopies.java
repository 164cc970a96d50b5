package fennec.app;

import fennec.embedding.ImageFolder;
import fennec.embedding.ImageSource;
import fennec.error.FennecException;
import fennec.file.AtomicFile;
import fennec.progress.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Chosen images of what a user gave: a folder, an archive or files. */
public final class ImageCopies {

  private ImageCopies() {}

  /**
   * Copies those images of {@code sources} that are named in {@code files} below {@code target},
   * with their sub-folders. No file is overwritten.
   *
   * @return how many were copied
   * @throws FennecException if an image is gone, a file is there already, or one cannot be written
   * @throws java.util.concurrent.CancellationException if the watcher asked to stop
   */
  public static int copy(List<Path> sources, Set<String> files, Path target, Progress progress)
      throws FennecException {
    List<ImageSource> chosen =
        ImageFolder.open(sources, progress).sources().stream()
            .filter(source -> files.contains(source.name()))
            .toList();
    if (chosen.size() < files.size()) {
      throw new FennecException(
          (files.size() - chosen.size()) + " of the images are not there any more.");
    }
    Path folder = target.toAbsolutePath().normalize();
    List<Path> places = new ArrayList<>();
    for (ImageSource source : chosen) {
      Path place = folder.resolve(source.name()).normalize();
      if (!place.startsWith(folder)) {
        throw new FennecException(source.name() + " would lie outside of " + target + ".");
      }
      if (Files.exists(place)) {
        throw new FennecException(
            place + " is there already; choose a folder without files of these names.");
      }
      places.add(place);
    }
    for (int i = 0; i < places.size(); i++) {
      progress.checkCancelled();
      progress.step(i, places.size(), "copying");
      byte[] bytes = chosen.get(i).read();
      AtomicFile.write(places.get(i), out -> out.write(bytes));
    }
    return places.size();
  }

  /**
   * The images named in {@code files} as files on the disk; empty where {@code sources} are more
   * than one folder or images in an archive, which have to be copied first.
   */
  public static Optional<List<Path>> onDisk(List<Path> sources, Set<String> files) {
    List<Path> found = new ArrayList<>();
    boolean folder = sources.size() == 1 && Files.isDirectory(sources.get(0));
    for (String file : files.stream().sorted().toList()) {
      Optional<Path> path =
          folder
              ? Optional.of(sources.get(0).resolve(file))
              : sources.stream().filter(source -> source.endsWith(file)).findFirst();
      path.filter(Files::isRegularFile).ifPresent(found::add);
    }
    return found.size() == files.size() ? Optional.of(found) : Optional.empty();
  }
}
