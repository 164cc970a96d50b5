package fennec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The texts that the licences of the libraries ask to go along with the program are all there. */
class LicencesTest {

  private static final Path MADE = Path.of("target", "licences");
  private static final Path TEXTS = MADE.resolve("texts");
  private static final Pattern LIBRARY =
      Pattern.compile("(?m)^([\\w.-]+):([\\w.-]+):([\\w.-]+)\n {4}([^,\n]+)");

  /** A phrase of each licence's text. */
  private static final Map<String, String> PHRASES =
      Map.of(
          "Apache-2.0", "You must give any other recipients of the Work",
          "BSD-3-Clause", "Redistributions in binary form must reproduce the above",
          "MIT", "permission notice shall be included",
          "EPL-1.0", "Eclipse Public License -v 1.0",
          "EPL-2.0", "Eclipse Public License - v 2.0",
          "GPL-2.0-with-Classpath-exception", "permission to link this library with independent",
          "LGPL-3.0", "Combined Work",
          "GPL-3.0", "Corresponding Source",
          "GCC-exception-3.1", "Grant of Additional Permission");

  private record Library(String group, String artifact, String version, List<String> licences) {

    /** Jars that are one artifact for each system carry its name in theirs. */
    boolean isIn(Path jar) {
      return jar.getFileName().toString().startsWith(artifact + "-" + version);
    }

    boolean isUnder(String licence) {
      return licences.contains(licence);
    }
  }

  private static final List<Library> LIBRARIES = new ArrayList<>();

  @BeforeAll
  static void read() throws IOException {
    Matcher matcher = LIBRARY.matcher(Files.readString(MADE.resolve("THIRD-PARTY.txt")));
    while (matcher.find()) {
      LIBRARIES.add(
          new Library(
              matcher.group(1),
              matcher.group(2),
              matcher.group(3),
              Stream.of(matcher.group(4).split(" or ")).map(l -> l.replace(' ', '-')).toList()));
    }
    assertTrue(LIBRARIES.size() > 50, "the list of libraries cannot be read");
  }

  @Test
  void everyLicenceOfALibraryHasItsText() throws IOException {
    for (Library library : LIBRARIES) {
      assertTrue(
          library.licences().stream().anyMatch(PHRASES::containsKey),
          library + " has no licence with a text");
    }
    for (Map.Entry<String, String> licence : PHRASES.entrySet()) {
      String text = Files.readString(TEXTS.resolve(licence.getKey() + ".txt"));
      assertTrue(text.contains(licence.getValue()), licence.getKey());
      assertFalse(text.contains("${"), licence.getKey());
    }
  }

  @Test
  void everyLicenceAndNoticeFileOfAJarIsCopied() throws IOException {
    Map<String, List<String>> missing = new TreeMap<>();
    int copied = 0;
    for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
      Path jar = Path.of(entry);
      if (LIBRARIES.stream().noneMatch(library -> library.isIn(jar)) || !entry.endsWith(".jar")) {
        continue;
      }
      Path folder =
          TEXTS.resolve("libraries").resolve(jar.getFileName().toString().replace(".jar", ""));
      try (JarFile opened = new JarFile(jar.toFile())) {
        for (String name :
            opened.stream()
                .map(each -> each.getName())
                .filter(n -> n.matches("META-INF/(LICENSE|NOTICE)[^/]*|about[^/]*\\.html"))
                .toList()) {
          copied++;
          if (!Files.isRegularFile(folder.resolve(name.replace("META-INF/", "")))) {
            missing.computeIfAbsent(entry, key -> new ArrayList<>()).add(name);
          }
        }
      }
    }
    assertEquals(Map.of(), missing);
    assertTrue(copied > 20, "only " + copied + " files were looked for");
  }

  @Test
  void aLibraryWhoseLicenceWantsItsCopyrightNoticeHasOne() throws IOException {
    String notices = Files.readString(TEXTS.resolve("COPYRIGHT.txt"));
    for (Library library : LIBRARIES) {
      Path own = TEXTS.resolve("libraries").resolve(library.artifact() + "-" + library.version());
      boolean carriesOne =
          Stream.of("LICENSE", "LICENSE.txt", "LICENSE.md")
              .anyMatch(name -> Files.exists(own.resolve(name)));
      if ((library.isUnder("MIT") || library.isUnder("BSD-3-Clause")) && !carriesOne) {
        assertTrue(
            notices.contains(library.group() + ":") && notices.contains(library.artifact()),
            library + " stands in no notice");
      }
    }
  }
}
