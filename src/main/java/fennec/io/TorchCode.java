package fennec.io;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The classes and functions in the code of a TorchScript archive, as lines; nothing is run. */
final class TorchCode {

  private static final Pattern HEAD = Pattern.compile("(class|def) (\\w+)\\b.*");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

  private final Map<String, Function> functions = new HashMap<>();
  private final Map<String, Set<String>> parameters = new HashMap<>();

  /**
   * A line of a body.
   *
   * @param indent blanks before it
   * @param text the rest
   */
  record Line(int indent, String text) {}

  /**
   * A function or method.
   *
   * @param name full name
   * @param arguments names of the arguments
   * @param body lines
   */
  record Function(String name, List<String> arguments, List<Line> body) {}

  /** Splits the files of an archive, entry name to content. */
  TorchCode(Map<String, byte[]> files) {
    files.forEach(
        (entry, bytes) -> {
          String module =
              entry.substring("code/".length(), entry.length() - ".py".length()).replace('/', '.');
          split(module, new String(bytes, StandardCharsets.UTF_8));
        });
  }

  /** The method or function with this full name; null if there is none. */
  Function function(String name) {
    return functions.get(name);
  }

  /** Attributes of a class that are trained. */
  Set<String> parameters(String type) {
    return parameters.getOrDefault(type, Set.of());
  }

  private void split(String module, String source) {
    String type = "";
    Function open = null;
    String[] lines = source.split("\n");
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i];
      String text = line.strip();
      int indent = line.length() - line.stripLeading().length();
      Matcher head = HEAD.matcher(text);
      if (head.matches() && indent <= 2) {
        String name = head.group(2);
        if (head.group(1).equals("class")) {
          type = module + "." + name;
          open = null;
          continue;
        }
        StringBuilder signature = new StringBuilder(text);
        while (!signature.toString().endsWith(":") && i + 1 < lines.length) {
          signature.append(' ').append(lines[++i].strip());
        }
        String full = (indent == 0 ? module : type) + "." + name;
        open = new Function(full, arguments(signature.toString()), new ArrayList<>());
        functions.put(full, open);
      } else if (open != null && !text.isEmpty()) {
        open.body().add(new Line(indent, text));
      } else if (text.startsWith("__parameters__")) {
        Set<String> names = parameters.computeIfAbsent(type, t -> new TreeSet<>());
        Matcher quoted = QUOTED.matcher(text);
        while (quoted.find()) {
          names.add(quoted.group(1));
        }
      }
    }
  }

  private static List<String> arguments(String signature) {
    int open = signature.indexOf('(');
    int close = signature.lastIndexOf(')');
    List<String> names = new ArrayList<>();
    int depth = 0;
    boolean begins = true;
    StringBuilder name = new StringBuilder();
    for (char c : signature.substring(open + 1, Math.max(open + 1, close)).toCharArray()) {
      if (c == '[' || c == '(') {
        depth++;
      } else if (c == ']' || c == ')') {
        depth--;
      } else if (c == ',' && depth == 0) {
        names.add(name.toString().strip());
        name.setLength(0);
        begins = true;
        continue;
      }
      begins &= c != ':' && c != '=';
      if (begins) {
        name.append(c);
      }
    }
    if (!name.toString().isBlank()) {
      names.add(name.toString().strip());
    }
    return names;
  }
}
