package fennec.ui;

import fennec.app.EvaluationShelf;
import fennec.app.Workbench;
import fennec.embedding.ImageEncoder;
import fennec.embedding.TaskFeatures;
import fennec.error.FennecException;
import fennec.evaluate.EvaluationCase;
import fennec.evaluate.EvaluationReport;
import fennec.evaluate.Methods;
import fennec.progress.Progress;
import fennec.ui.evaluation.EvaluationRequest;
import fennec.ui.evaluation.EvaluationResult;
import fennec.ui.evaluation.EvaluationService;
import fennec.ui.evaluation.PackChoice;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The evaluation pane's view of the {@link Workbench}. */
final class WorkbenchEvaluation implements EvaluationService {

  private final Workbench workbench;
  private final EvaluationShelf shelf;

  WorkbenchEvaluation(Workbench workbench) {
    this.workbench = workbench;
    this.shelf = new EvaluationShelf(workbench.home(), workbench.histories());
  }

  @Override
  public List<PackChoice> packs() {
    return workbench.histories().shipped().stream()
        .map(
            files ->
                new PackChoice(
                    files.pack().name(),
                    files.pack().title(),
                    files.pack().performance().models().size(),
                    files.pack().tasks().size(),
                    files.pack().joinedByDefault()))
        .toList();
  }

  @Override
  public List<String> methods() {
    return Methods.labels();
  }

  @Override
  public List<String> sweeps() {
    return EvaluationShelf.SWEEPS;
  }

  @Override
  public EvaluationResult evaluate(EvaluationRequest request, Progress progress)
      throws FennecException {
    ImageEncoder encoder = workbench.encoder(request.encoder());
    TaskFeatures features = workbench.encoders().taskFeatures(encoder);
    EvaluationCase on = shelf.on(workbench.histories().packs(request.packs()), features);
    if (request.sweep().isEmpty()) {
      return new EvaluationResult(
          request.title(),
          shelf.evaluate(on, request.settings(), request.methods(), progress),
          List.of());
    }
    SortedMap<String, TaskFeatures> proxies = new TreeMap<>();
    proxies.put(encoder.title(), features);
    return new EvaluationResult(
        request.title(),
        new EvaluationReport(List.of(), List.of()),
        List.of(shelf.sweep(request.sweep().get(), on, request.settings(), proxies).run(progress)));
  }
}
