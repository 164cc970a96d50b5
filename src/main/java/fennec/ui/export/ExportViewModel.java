package fennec.ui.export;

import fennec.error.FennecException;
import fennec.io.SavedSession;
import fennec.io.SessionFile;
import fennec.io.Settings;
import fennec.ui.message.UserMessages;
import fennec.ui.ranking.RankingExport;
import fennec.ui.session.Session;
import fennec.ui.session.TargetRun;
import fennec.ui.target.TargetRequest;
import fennec.ui.target.TargetViewModel;
import fennec.ui.task.TaskRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Writes rankings and sessions, and opens sessions. */
public final class ExportViewModel {

  private static final int MOST_SENTENCES = 5;

  private final Session session;
  private final TargetViewModel target;
  private final TaskRunner tasks;
  private final UserMessages messages;
  private final Supplier<RankingExport> writers;
  private final Supplier<Settings> settings;

  /**
   * Creates it; {@code writers} gives null until the program is loaded, {@code settings} say
   * whether reports show thumbnails.
   */
  public ExportViewModel(
      Session session,
      TargetViewModel target,
      TaskRunner tasks,
      UserMessages messages,
      Supplier<RankingExport> writers,
      Supplier<Settings> settings) {
    this.session = session;
    this.target = target;
    this.tasks = tasks;
    this.messages = messages;
    this.writers = writers;
    this.settings = settings;
    target.setSessionOpener(this::open);
  }

  /** Writes the ranking at the present alpha to {@code file}; its ending chooses the format. */
  public void export(Path file) {
    TargetRun run = session.runProperty().get();
    RankingExport writer = writers.get();
    if (run == null || writer == null) {
      messages.warning("Export", "There is no ranking to export yet.");
      return;
    }
    double alpha = session.alphaProperty().get();
    boolean pictures = settings.get().reportThumbnails();
    tasks.run(
        "Exporting " + file.getFileName(),
        progress -> {
          writer.write(run, alpha, pictures, file, progress);
          return file;
        },
        done -> messages.info("Exported", "The ranking is in " + done + "."));
  }

  /** Saves images, choices and ranking so that they can be opened again. */
  public void save(Path file) {
    TargetRun run = session.runProperty().get();
    if (run == null) {
      messages.warning("Save session", "There is no ranking to save yet.");
      return;
    }
    SavedSession saved = snapshot(run);
    tasks.run(
        "Saving " + file.getFileName(),
        progress -> {
          SessionFile.write(file, saved);
          return file;
        },
        done -> messages.info("Saved", "The session is in " + done + "."));
  }

  private SavedSession snapshot(TargetRun run) {
    double alpha = session.alphaProperty().get();
    return new SavedSession(
        run.sources().stream().map(each -> each.toAbsolutePath().toString()).toList(),
        run.encoderChoice(),
        SavedSession.stamp(run.provenance()),
        new SavedSession.View(
            alpha,
            session.selectedModelProperty().get(),
            session.pinnedProperty().get(),
            session.comparedProperty().get(),
            FilterText.write(session.filterProperty().get())),
        run.recommendation().ranking(alpha).models().stream()
            .map(each -> each.model().name())
            .toList(),
        run.options());
  }

  /** Opens a session: ranks its images again, then says whether anything is not as it was. */
  public void open(Path file) {
    tasks.run(
        "Opening " + file.getFileName(), progress -> read(file), saved -> restore(file, saved));
  }

  private static SavedSession read(Path file) throws FennecException {
    SavedSession saved = SessionFile.read(file);
    for (String source : saved.sources()) {
      if (!Files.exists(Path.of(source))) {
        throw new FennecException(
            "The session "
                + file
                + " ranks "
                + source
                + ", which is not there any more; put it back or open another folder.");
      }
    }
    return saved;
  }

  private void restore(Path file, SavedSession saved) {
    List<Path> sources = saved.sources().stream().map(Path::of).toList();
    session.undo().silently(() -> session.clustersProperty().set(saved.clusters()));
    target.rank(
        new TargetRequest(sources, saved.encoderChoice(), saved.clusters(), saved.options()),
        run -> {
          session
              .undo()
              .silently(
                  () -> {
                    session.alphaProperty().set(saved.view().alpha());
                    session.filterProperty().set(FilterText.read(saved.view().filter()));
                    session.subsetProperty().set(null);
                    session.pinnedProperty().set(saved.view().pinned());
                    session.comparedProperty().set(saved.view().compared());
                    session.selectedModelProperty().set(saved.view().selected());
                  });
          session.undo().clear();
          report(file, saved.differences(snapshot(run)));
        });
  }

  private void report(Path file, List<String> differences) {
    if (differences.isEmpty()) {
      messages.info("Session opened", file.getFileName() + " gives the same ranking as saved.");
      return;
    }
    List<String> first = differences.subList(0, Math.min(MOST_SENTENCES, differences.size()));
    String more =
        differences.size() > MOST_SENTENCES
            ? String.format(Locale.ROOT, "%n... and %d more.", differences.size() - MOST_SENTENCES)
            : "";
    messages.warning("This session is not as it was saved", String.join("\n", first) + more);
  }
}
