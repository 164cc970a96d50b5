package fennec.fuzz;

import fennec.error.FennecException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A reader, and sound files to damage.
 *
 * @param name of the format
 * @param seeds sound files
 * @param archive whether they are zips, so that half of the damage goes into entries
 * @param reader reads a file; may refuse it, and nothing else
 */
record FuzzTarget(String name, List<Path> seeds, boolean archive, Reader reader) {

  /** Reads a file and drops what it held. */
  @FunctionalInterface
  interface Reader {
    void read(Path file) throws FennecException;
  }

  /** The seed that {@code random} chooses, damaged, written to {@code folder} under its name. */
  Path damaged(Path folder, SplittableRandom random) {
    Path seed = seeds.get(random.nextInt(seeds.size()));
    try {
      byte[] bytes = Files.readAllBytes(seed);
      byte[] damaged =
          archive && random.nextBoolean() ? inside(seed, random) : Mutation.of(bytes, random);
      return Files.write(folder.resolve(seed.getFileName().toString()), damaged);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] inside(Path archive, SplittableRandom random) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    int chosen = random.nextInt(entries.size());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(chosen-- == 0 ? Mutation.of(entry.getValue(), random) : entry.getValue());
      }
    }
    return out.toByteArray();
  }
}
