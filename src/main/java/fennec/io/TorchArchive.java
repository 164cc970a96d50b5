package fennec.io;

import fennec.error.FennecException;
import fennec.file.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The zip archive that {@code torch.save} and {@code torch.jit.save} write, its numbers left out.
 */
final class TorchArchive {

  private static final int MAX_ENTRIES = 100_000;
  private static final int MAX_BYTES = 64 << 20;

  private final Map<String, byte[]> entries = new TreeMap<>();

  private TorchArchive() {}

  /** Reads code and pickles, at most 64 MB of them in all; entries with numbers are not read. */
  static TorchArchive open(Path file) throws FennecException {
    TorchArchive archive = new TorchArchive();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > MAX_ENTRIES) {
        throw new FennecException(file + " has more than 100,000 entries; it is not read further.");
      }
      long total = 0;
      Enumeration<? extends ZipEntry> all = zip.entries();
      while (all.hasMoreElements()) {
        ZipEntry entry = all.nextElement();
        String name = entry.getName();
        String inside = name.substring(name.indexOf('/') + 1);
        if (!inside.endsWith(".py")
            && !inside.endsWith("data.pkl")
            && !inside.equals("constants.pkl")) {
          continue;
        }
        try (InputStream in = zip.getInputStream(entry)) {
          byte[] bytes = in.readNBytes(MAX_BYTES + 1);
          total += bytes.length;
          if (total > MAX_BYTES) {
            throw new FennecException(
                file + " holds more than 64 MB of code; it is not read further.");
          }
          archive.entries.put(inside, bytes);
        }
      }
    } catch (ZipException e) {
      throw new FennecException(file + " is cut or no PyTorch archive: it is no zip file.", e);
    } catch (IOException e) {
      throw new FennecException("Cannot read " + file + ": " + AtomicFile.reason(e) + ".", e);
    }
    if (!archive.entries.containsKey("data.pkl")) {
      throw new FennecException(file + " is no PyTorch archive: it has no data.pkl.");
    }
    return archive;
  }

  Optional<byte[]> entry(String name) {
    return Optional.ofNullable(entries.get(name));
  }

  /** Code by entry name, {@code code/__torch__/...py}; empty for a checkpoint of weights alone. */
  Map<String, byte[]> code() {
    Map<String, byte[]> code = new TreeMap<>(entries);
    code.keySet().removeIf(name -> !name.startsWith("code/") || !name.endsWith(".py"));
    return code;
  }
}
