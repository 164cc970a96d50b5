package fennec.io;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The module path of a node from the scopes that PyTorch's newer exporter writes beside it, in the
 * form its older exporter gives to names: {@code ['', 'layer1', 'layer1.0', 'layer1.0.conv1',
 * 'conv2d']} becomes {@code /layer1/layer1.0/conv1/Conv}.
 */
final class ModuleScopes {

  private static final Pattern QUOTED = Pattern.compile("'([^']*)'");

  private ModuleScopes() {}

  static String path(String scopes, String operation) {
    List<String> modules = new ArrayList<>();
    Matcher quoted = QUOTED.matcher(scopes);
    while (quoted.find()) {
      modules.add(quoted.group(1));
    }
    StringBuilder path = new StringBuilder();
    String outer = "";
    for (String module : modules.subList(0, Math.max(0, modules.size() - 1))) {
      if (module.isEmpty()) {
        continue;
      }
      path.append('/').append(part(outer, module));
      outer = module;
    }
    return path.append('/').append(operation).toString();
  }

  private static String part(String outer, String module) {
    if (outer.isEmpty() || !module.startsWith(outer + ".")) {
      return module;
    }
    String own = module.substring(outer.length() + 1);
    boolean numbered = own.chars().allMatch(Character::isDigit);
    return numbered ? outer.substring(outer.lastIndexOf('.') + 1) + "." + own : own;
  }
}
