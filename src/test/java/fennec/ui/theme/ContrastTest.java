package fennec.ui.theme;

import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text stands out from what is behind it by 4.5 to 1 or more (WCAG 2.2, 1.4.3), in both themes. */
class ContrastTest {

  private static final double READABLE = 4.5;
  private static final double VISIBLE = 3;
  private static final Pattern COLOUR =
      Pattern.compile(
          "(-(?:color|fennec)-[a-z0-9-]+):\\s*(#[0-9a-fA-F]{6}|-color-[a-z0-9-]+)\\s*;");
  private static final List<String> TEXTS =
      List.of(
          "-color-fg-default",
          "-color-fg-muted",
          "-color-accent-fg",
          "-color-success-fg",
          "-color-danger-fg");
  private static final List<String> GROUNDS = List.of("-color-bg-default", "-color-bg-subtle");

  private static String resource(String name) throws IOException {
    try (InputStream in = ContrastTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Map<String, String> colours(boolean dark) throws IOException {
    String theme = (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet();
    Map<String, String> colours = new HashMap<>();
    read(resource(theme), colours);
    // Later rules of our sheet hold for the dark look only.
    for (String rule : resource("/fennec/ui/fennec.css").split("}")) {
      if (dark || !rule.contains(".fennec:dark")) {
        read(rule, colours);
      }
    }
    return colours;
  }

  private static void read(String css, Map<String, String> colours) {
    Matcher matcher = COLOUR.matcher(css);
    while (matcher.find()) {
      colours.put(matcher.group(1), matcher.group(2));
    }
  }

  private static double luminance(String name, Map<String, String> colours) {
    String value = Objects.requireNonNull(colours.get(name), name);
    if (!value.startsWith("#")) {
      return luminance(value, colours);
    }
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double part = Integer.parseInt(value.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
  }

  private static double contrast(String one, String other, Map<String, String> colours) {
    double a = luminance(one, colours);
    double b = luminance(other, colours);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static List<String> tooFaint(
      List<String> inks, double least, Map<String, String> colours) {
    List<String> faint = new ArrayList<>();
    for (String ink : inks) {
      for (String ground : GROUNDS) {
        double contrast = contrast(ink, ground, colours);
        if (contrast < least) {
          faint.add(String.format(Locale.ROOT, "%s on %s: %.2f", ink, ground, contrast));
        }
      }
    }
    return faint;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void textIsReadable(boolean dark) throws IOException {
    List<String> faint = tooFaint(TEXTS, READABLE, colours(dark));
    assertTrue(faint.isEmpty(), faint.toString());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void barsAndCurvesAreVisible(boolean dark) throws IOException {
    Map<String, String> colours = colours(dark);
    List<String> inks =
        colours.keySet().stream()
            .filter(n -> n.matches("-fennec-(transfer|meta|score|line-\\d)"))
            .sorted()
            .toList();
    assertTrue(inks.size() >= 11, inks.toString());
    List<String> faint = tooFaint(inks, VISIBLE, colours);
    assertTrue(faint.isEmpty(), faint.toString());
  }
}
