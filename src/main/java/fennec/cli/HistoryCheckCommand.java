package fennec.cli;

import fennec.error.FennecException;
import fennec.io.Complaint;
import fennec.io.HistoryPackReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code fennec history check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    header = "Checks a history pack and names everything that is wrong with it.",
    footer = {"", "Example:", "  fennec history check my-pack"})
final class HistoryCheckCommand implements Callable<Integer> {

  @Mixin private Output output;

  @Parameters(paramLabel = "PACK", description = "The folder of the pack.")
  private Path folder;

  @Override
  public Integer call() throws FennecException {
    List<Complaint> complaints = new HistoryPackReader().check(folder);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("pack", folder.toString());
    fields.put("complaints", complaints.stream().map(OwnHistoryOptions::fields).toList());
    output.print(
        fields,
        () ->
            complaints.isEmpty()
                ? folder + " is fine."
                : complaints.stream()
                    .map(Complaint::sentence)
                    .collect(Collectors.joining(System.lineSeparator())));
    return complaints.isEmpty() ? ExitCodes.FINE : ExitCodes.BAD_DATA;
  }
}
