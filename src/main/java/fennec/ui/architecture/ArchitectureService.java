package fennec.ui.architecture;

import fennec.architecture.ArchitectureGraph;
import fennec.error.FennecException;
import fennec.progress.Progress;
import fennec.ui.session.TargetRun;
import java.nio.file.Path;
import java.util.List;

/** What the architecture pane needs from the program. All of it is called off the window. */
public interface ArchitectureService {

  /**
   * Names that {@link #open} knows, in their order: architectures and models of the history.
   *
   * @throws FennecException if the lists cannot be read
   */
  List<String> names() throws FennecException;

  /**
   * The graph of a file, an architecture or a model.
   *
   * @throws FennecException if there is none, or the file cannot be read
   */
  OpenGraph open(String given, Progress progress) throws FennecException;

  /**
   * Where {@code graph} lies among the architectures.
   *
   * @throws FennecException if their vectors cannot be read
   */
  Standing standing(ArchitectureGraph graph, Progress progress) throws FennecException;

  /**
   * Ranks the images of {@code run} again with the model in {@code file} beside the others.
   *
   * @throws FennecException if the images or the file cannot be read any more
   */
  TargetRun rankWith(TargetRun run, Path file, Progress progress) throws FennecException;
}
