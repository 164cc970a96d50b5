package fennec.embedding;

import fennec.error.FennecException;
import fennec.file.AtomicFile;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Set;

/**
 * Walks a folder and what lies in it. Links are followed once; hidden files and what systems leave
 * behind are passed over; a folder that cannot be opened is a complaint, the rest is still walked.
 */
final class FolderWalk extends SimpleFileVisitor<Path> {

  private static final String LEADS_NOWHERE = "The link leads nowhere.";
  private static final int MAX_DEPTH = 64;
  private static final Set<String> LEFT_BEHIND =
      Set.of("__MACOSX", "Thumbs.db", "desktop.ini", "@eaDir", "$RECYCLE.BIN");

  private final Path folder;
  private final Path base;
  private final FoundImages found;

  FolderWalk(Path folder, Path base, FoundImages found) {
    this.folder = folder;
    this.base = base;
    this.found = found;
  }

  /** Walks {@code folder}; names are relative to {@code base}. */
  static void walk(Path folder, Path base, FoundImages found) throws FennecException {
    try {
      FolderWalk visitor = new FolderWalk(folder, base, found);
      Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), MAX_DEPTH, visitor);
    } catch (IOException e) {
      throw new FennecException(
          "The folder " + folder + " cannot be read: " + AtomicFile.reason(e) + ".", e);
    }
  }

  /** Whether a file or folder of this name is passed over. */
  static boolean isHidden(String name) {
    return name.startsWith(".") || LEFT_BEHIND.contains(name);
  }

  /** The path relative to {@code base} with forward slashes. */
  static String name(Path base, Path path) {
    return base.relativize(path).toString().replace('\\', '/');
  }

  private boolean passOver(Path path) throws IOException {
    return !path.equals(folder)
        && (isHidden(path.getFileName().toString()) || Files.isHidden(path));
  }

  @Override
  public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
      throws IOException {
    return passOver(directory) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    if (passOver(file)) {
      return FileVisitResult.CONTINUE;
    }
    if (attributes.isSymbolicLink()) { // links are followed, so this one could not be
      found.complain(name(base, file), LEADS_NOWHERE);
    } else if (attributes.isRegularFile()) {
      found.addMet(name(base, file), () -> Files.newInputStream(file));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path path, IOException failure) throws IOException {
    if (path.equals(folder)) {
      throw failure;
    }
    if (passOver(path)) {
      return FileVisitResult.CONTINUE;
    }
    if (failure instanceof FileSystemLoopException) {
      found.complain(name(base, path), "The link leads to a folder above it and was not followed.");
    } else {
      found.complain(name(base, path), "It cannot be opened: " + AtomicFile.reason(failure) + ".");
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path directory, IOException failure) {
    if (failure != null) {
      found.complain(
          name(base, directory),
          "The folder was read only in part: " + AtomicFile.reason(failure) + ".");
    }
    return FileVisitResult.CONTINUE;
  }
}
