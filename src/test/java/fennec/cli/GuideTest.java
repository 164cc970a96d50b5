package fennec.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The guide names every command and option there is, and none that is not. */
class GuideTest {

  private static final Path GUIDE = Path.of("src", "docs", "guide.md");
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z0-9-]*");
  private static final String SHARED = "Options that several commands share";
  private static final String HEADING = "### ";

  /** Long options of each command by its whole name, for example {@code fennec history add}. */
  private static final SortedMap<String, Set<String>> COMMANDS = new TreeMap<>();

  private static final Map<String, String> SECTIONS = new HashMap<>();

  @BeforeAll
  static void read() throws IOException {
    collect(FennecCommand.commandLine());
    String title = "";
    for (String line : Files.readAllLines(GUIDE)) {
      if (line.startsWith("#")) {
        title = line.startsWith(HEADING) ? line.substring(HEADING.length()).replace("`", "") : "";
      } else {
        SECTIONS.merge(title, line + "\n", String::concat);
      }
    }
  }

  private static void collect(CommandLine command) {
    COMMANDS.put(
        command.getCommandSpec().qualifiedName(),
        command.getCommandSpec().options().stream()
            .flatMap(GuideTest::longNames)
            .collect(Collectors.toSet()));
    command.getSubcommands().values().forEach(GuideTest::collect);
  }

  private static Stream<String> longNames(OptionSpec option) {
    return Stream.of(option.names())
        .filter(name -> name.startsWith("--"))
        .flatMap(
            name ->
                option.negatable()
                    ? Stream.of(name, name.replaceFirst("--", "--no-"))
                    : Stream.of(name));
  }

  private static Set<String> named(String text) {
    return OPTION.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  @Test
  void everyCommandHasASectionAndEverySectionACommand() {
    Set<String> sections =
        SECTIONS.keySet().stream()
            .filter(title -> title.startsWith("fennec "))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> commands = new TreeSet<>(COMMANDS.keySet());
    commands.remove("fennec");

    assertEquals(commands, sections);
  }

  @Test
  void everyOptionIsExplainedWithItsCommandOrWithTheSharedOnes() {
    Set<String> shared = named(SECTIONS.get(SHARED));
    COMMANDS.forEach(
        (command, options) -> {
          Set<String> missing = new TreeSet<>(options);
          missing.removeAll(shared);
          missing.removeAll(named(SECTIONS.getOrDefault(command, "")));
          assertEquals(Set.of(), missing, "not in the guide's section on " + command);
        });
  }

  @Test
  void everyOptionNamedExists() {
    Set<String> all = COMMANDS.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    SECTIONS.forEach(
        (title, text) -> {
          Set<String> unknown = new TreeSet<>(named(text));
          unknown.removeAll(COMMANDS.getOrDefault(title, all));
          assertEquals(Set.of(), unknown, "named under '" + title + "'");
        });
  }

  @Test
  void sharedOptionsAreThoseOfSeveralCommands() {
    for (String option : named(SECTIONS.get(SHARED))) {
      assertTrue(
          COMMANDS.values().stream().filter(options -> options.contains(option)).count() > 1,
          option + " is not shared");
    }
  }
}
