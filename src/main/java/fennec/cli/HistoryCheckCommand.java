package fennec.cli;

import fennec.error.FennecException;
import fennec.io.Complaint;
import fennec.io.HistoryPackReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fennec history check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    header = "Checks a history pack and names everything that is wrong with it.",
    footer = {"", "Example:", "  fennec history check my-pack"})
final class HistoryCheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PACK", description = "The folder of the pack.")
  private Path folder;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws FennecException {
    List<Complaint> complaints = new HistoryPackReader().check(folder);
    if (json) {
      JsonOutput.print(
          spec,
          out -> {
            out.writeStringField("pack", folder.toString());
            out.writeArrayFieldStart("complaints");
            for (Complaint complaint : complaints) {
              out.writeString(complaint.sentence());
            }
            out.writeEndArray();
          });
    } else {
      complaints.forEach(c -> spec.commandLine().getOut().println(c.sentence()));
      if (complaints.isEmpty()) {
        spec.commandLine().getOut().println(folder + " is fine.");
      }
      spec.commandLine().getOut().flush();
    }
    return complaints.isEmpty() ? ExitCodes.FINE : ExitCodes.BAD_DATA;
  }
}
