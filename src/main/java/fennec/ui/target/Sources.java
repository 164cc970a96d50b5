package fennec.ui.target;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What dropped, pasted or chosen files are, by their endings. */
final class Sources {

  /** The kinds of input the window takes. */
  enum Kind {
    IMAGES,
    ARCHITECTURE,
    SESSION,
    NOTHING
  }

  private static final List<String> GRAPHS =
      List.of(".onnx", ".onnx.gz", ".pt", ".pth", ".torchscript");

  private Sources() {}

  static Kind kind(List<Path> paths) {
    if (paths.isEmpty()) {
      return Kind.NOTHING;
    }
    String name = fileName(paths.get(0)).toLowerCase(Locale.ROOT);
    if (paths.size() == 1 && !Files.isDirectory(paths.get(0))) {
      if (name.endsWith(".fennec.json")) {
        return Kind.SESSION;
      }
      if (isGraph(name)) {
        return Kind.ARCHITECTURE;
      }
    }
    return Kind.IMAGES;
  }

  /** Whether a file with this name, in small letters, holds a network. */
  static boolean isGraph(String name) {
    return GRAPHS.stream().anyMatch(name::endsWith);
  }

  /** Paths in a text, one a line, as file managers put them on the clipboard. */
  static List<Path> parse(String text) {
    return text.lines()
        .map(String::trim)
        .filter(line -> !line.isEmpty())
        .map(Sources::path)
        .toList();
  }

  private static Path path(String line) {
    String bare =
        line.length() > 1 && line.startsWith("\"") && line.endsWith("\"")
            ? line.substring(1, line.length() - 1)
            : line;
    try {
      return bare.startsWith("file:") ? Path.of(java.net.URI.create(bare)) : Path.of(bare);
    } catch (IllegalArgumentException e) {
      // InvalidPathException and a malformed address alike
      throw new InvalidPathException(bare, "is no path");
    }
  }

  static String fileName(Path path) {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }

  /** The file's name, with its folder where another of {@code recent} has the same name. */
  static String title(String path, List<String> recent) {
    Path file = Path.of(path);
    String name = fileName(file);
    long same = recent.stream().filter(each -> name.equals(fileName(Path.of(each)))).count();
    return same > 1 && file.getParent() != null ? name + " in " + file.getParent() : name;
  }
}
