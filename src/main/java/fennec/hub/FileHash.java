package fennec.hub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** Compares a file with its ETag: SHA-256 of a large file, git's SHA-1 of a small one. */
final class FileHash {

  private FileHash() {}

  /** Whether {@code etag} is a hash at all; if not, only the size can be compared. */
  static boolean isHash(String etag) {
    return etag.matches("(?i)[0-9a-f]{64}|[0-9a-f]{40}");
  }

  /** The hash of {@code file}, of the kind that {@code etag} is of. */
  static String like(String etag, Path file) throws IOException {
    boolean git = etag.length() == 40;
    try {
      MessageDigest digest = MessageDigest.getInstance(git ? "SHA-1" : "SHA-256");
      if (git) {
        digest.update(("blob " + Files.size(file) + "\0").getBytes(StandardCharsets.US_ASCII));
      }
      try (InputStream in = Files.newInputStream(file)) {
        byte[] piece = new byte[1 << 16];
        for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
          digest.update(piece, 0, n);
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1 and SHA-256", e);
    }
  }

  static boolean matches(String etag, Path file) throws IOException {
    return !isHash(etag) || like(etag, file).equals(etag.toLowerCase(Locale.ROOT));
  }
}
