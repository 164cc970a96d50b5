package fennec.hub;

import fennec.error.FennecException;
import fennec.file.AtomicFile;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The cache of the {@code huggingface_hub} library, as huggingface.co/docs/hub/local-cache
 * describes it: {@code models--org--name/} with {@code blobs/ETAG}, {@code snapshots/COMMIT/FILE}
 * linking there, and {@code refs/main} naming the commit. Without symbolic links the file itself
 * lies in the snapshot.
 */
public final class HubCache {

  private final Path folder;

  /** The cache in {@code folder}, which need not be there yet. */
  public HubCache(Path folder) {
    this.folder = folder;
  }

  /** The folder of all repositories. */
  public Path folder() {
    return folder;
  }

  /** The folder of one repository, whether it is there or not. */
  public Path repository(String repository) {
    return folder.resolve("models--" + repository.replace("/", "--"));
  }

  /** The snapshot that {@code refs/main} names, if it has a config and weights. */
  public Optional<Path> snapshot(String repository) {
    Path home = repository(repository);
    try {
      Path main = home.resolve("refs").resolve("main");
      if (!Files.isRegularFile(main)) {
        return Optional.empty();
      }
      String commit = Files.readString(main).strip();
      Path snapshot = home.resolve("snapshots").resolve(commit);
      boolean complete =
          commit.matches("[0-9A-Za-z_-]+")
              && Files.isRegularFile(snapshot.resolve("config.json"))
              && Files.isRegularFile(snapshot.resolve("preprocessor_config.json"))
              && HubDownload.WEIGHTS.stream()
                  .anyMatch(name -> Files.isRegularFile(snapshot.resolve(name)));
      return complete ? Optional.of(snapshot) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * SHA-256 of the weights of a repository whose snapshot is whole, as the cache names it; empty if
   * the cache does not tell or there are several files of weights. Reads no weights.
   */
  public Optional<String> weightsHash(String repository) {
    Optional<Path> snapshot = snapshot(repository);
    if (snapshot.isEmpty()) {
      return Optional.empty();
    }
    try {
      SortedMap<String, Optional<String>> files = files(snapshot.get());
      for (String name : HubDownload.WEIGHTS) {
        if (files.containsKey(name)) {
          return files.get(name).filter(etag -> etag.matches("[0-9a-f]{64}"));
        }
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** Files of a snapshot and their ETags, as far as they are links to blobs; by name. */
  SortedMap<String, Optional<String>> files(Path snapshot) throws IOException {
    SortedMap<String, Optional<String>> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(snapshot)) {
      for (Path file : all.toList()) {
        Optional<String> etag =
            Files.isSymbolicLink(file)
                ? Optional.of(Files.readSymbolicLink(file).getFileName().toString())
                : Optional.empty();
        files.put(file.getFileName().toString(), etag);
      }
    }
    return files;
  }

  Path blob(String repository, String etag) {
    return repository(repository).resolve("blobs").resolve(etag);
  }

  Path pointer(String repository, RemoteFile file) {
    return repository(repository).resolve("snapshots").resolve(file.commit()).resolve(file.name());
  }

  /** Whether this version of the file is in the cache whole. */
  boolean has(String repository, RemoteFile file) throws IOException {
    Path blob = blob(repository, file.etag());
    Path pointer = pointer(repository, file);
    Path there = Files.isRegularFile(blob) ? blob : pointer;
    return Files.isRegularFile(there) && Files.size(there) == file.size();
  }

  /** Makes the snapshot's entry for a blob: a relative link, or where there are none, the file. */
  void point(String repository, RemoteFile file) throws IOException {
    Path pointer = pointer(repository, file);
    Path blob = blob(repository, file.etag());
    if (!Files.exists(blob)) {
      return;
    }
    Files.createDirectories(pointer.getParent());
    Files.deleteIfExists(pointer);
    try {
      Files.createSymbolicLink(pointer, pointer.getParent().relativize(blob));
    } catch (IOException | UnsupportedOperationException e) {
      Files.move(blob, pointer);
    }
  }

  /** Writes {@code refs/main}, the last step: from then on the snapshot counts. */
  void setMain(String repository, String commit) throws FennecException {
    AtomicFile.write(
        repository(repository).resolve("refs").resolve("main"),
        out -> out.write(commit.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
  }

  /**
   * Deletes a repository with everything in it.
   *
   * @return bytes that were freed; 0 if it was not there
   * @throws FennecException naming what could not be deleted
   */
  public long remove(String repository) throws FennecException {
    Path home = repository(repository);
    if (!Files.isDirectory(home)) {
      return 0;
    }
    long[] freed = {0};
    try {
      Files.walkFileTree(
          home,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              freed[0] += attributes.isRegularFile() ? attributes.size() : 0;
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure)
                throws IOException {
              Files.delete(visited);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new FennecException("Cannot remove " + home + ": " + AtomicFile.reason(e) + ".", e);
    }
    return freed[0];
  }
}
