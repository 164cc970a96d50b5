package fennec.cli;

import fennec.app.EvaluationShelf;
import fennec.app.PlaneMap;
import fennec.app.RankRequest.ZooChoice;
import fennec.architecture.FlowDirection;
import fennec.evaluate.Methods;
import fennec.recommend.TransferMethod;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options and says in plain words which ones there are. */
final class ArgumentValues {

  private ArgumentValues() {}

  /** Makes {@code line} and its subcommands read values so. */
  static void read(CommandLine line) {
    line.registerConverter(Path.class, ArgumentValues::path);
    line.registerConverter(double.class, number(Double::valueOf, "a number"));
    line.registerConverter(Double.class, number(Double::valueOf, "a number"));
    line.registerConverter(int.class, number(Integer::valueOf, "a whole number"));
    line.registerConverter(Integer.class, number(Integer::valueOf, "a whole number"));
    line.registerConverter(long.class, number(Long::valueOf, "a whole number"));
    line.registerConverter(ZooChoice.class, word(ZooChoice.values()));
    line.registerConverter(FlowDirection.class, word(FlowDirection.values()));
    line.registerConverter(TransferMethod.class, word(TransferMethod.values()));
    line.registerConverter(PlaneMap.Way.class, word(PlaneMap.Way.values()));
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new TypeConversionException(
          "'"
              + text
              + "' cannot be the name of a file here; if it is one, choose a locale with UTF-8, for"
              + " example LC_ALL=C.UTF-8");
    }
  }

  private static <N> ITypeConverter<N> number(Function<String, N> reader, String what) {
    return text -> {
      try {
        return reader.apply(text);
      } catch (NumberFormatException e) {
        throw new TypeConversionException("'" + text + "' is not " + what);
      }
    };
  }

  private static <E extends Enum<E>> ITypeConverter<E> word(E[] all) {
    List<String> words =
        Arrays.stream(all).map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
    return text -> all[at(words, text)];
  }

  /** Where {@code text}, in any case, stands among {@code words}. */
  private static int at(List<String> words, String text) {
    int at = words.indexOf(text.toLowerCase(Locale.ROOT));
    if (at < 0) {
      throw new TypeConversionException(
          "there is no '" + text + "'; there are " + String.join(", ", words));
    }
    return at;
  }

  /** Labels of the methods that an evaluation compares. */
  static final class MethodLabel implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      return Methods.labels().get(at(Methods.labels(), text));
    }
  }

  /** Names of sweeps. */
  static final class SweepName implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      return EvaluationShelf.SWEEPS.get(at(EvaluationShelf.SWEEPS, text));
    }
  }
}
