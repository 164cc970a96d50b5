package fennec.embedding;

import fennec.error.FennecException;
import fennec.file.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Lists the pictures of a zip archive; nothing is unpacked to the disk. The archive stays open
 * until the last {@link ImageSource} of it is unreachable. Entry sizes are not believed: {@link
 * ImageSource#read} counts the bytes that come out.
 */
final class ZipWalk {

  /** More entries than this are refused. */
  static final int MAX_ENTRIES = 200_000;

  private ZipWalk() {}

  /** Lists {@code archive}; names get {@code prefix} in front. */
  @SuppressWarnings("resource") // the sources read from it later; it has its own cleaner
  static void walk(Path archive, String prefix, FoundImages found) throws FennecException {
    ZipFile zip;
    try {
      zip = new ZipFile(archive.toFile());
    } catch (IOException | IllegalArgumentException e) {
      String why = e instanceof IOException io ? AtomicFile.reason(io) : "bad entry names";
      throw new FennecException(
          "The archive " + archive + " cannot be read as a zip file: " + why + ".", e);
    }
    if (zip.size() > MAX_ENTRIES) {
      int entries = zip.size();
      close(zip);
      throw new FennecException(
          "The archive "
              + archive
              + " has "
              + entries
              + " entries; at most "
              + MAX_ENTRIES
              + " are read.");
    }
    Enumeration<? extends ZipEntry> entries = zip.entries();
    while (entries.hasMoreElements()) {
      ZipEntry entry = entries.nextElement();
      String name = entry.getName().replace('\\', '/');
      if (entry.isDirectory() || isHidden(name)) {
        continue;
      }
      if (leadsOutside(name)) {
        found.complain(
            prefix + name, "The entry's name leads outside the archive; it was left out.");
      } else {
        found.addMet(prefix + name, () -> zip.getInputStream(entry));
      }
    }
  }

  private static boolean isHidden(String name) {
    return Arrays.stream(name.split("/"))
        .anyMatch(part -> FolderWalk.isHidden(part) && !part.equals("..") && !part.equals("."));
  }

  private static boolean leadsOutside(String name) {
    return name.startsWith("/")
        || name.matches("^[A-Za-z]:.*")
        || Arrays.asList(name.split("/")).contains("..");
  }

  private static void close(ZipFile zip) {
    try {
      zip.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
