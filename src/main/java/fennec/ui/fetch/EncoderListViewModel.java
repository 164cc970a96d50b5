package fennec.ui.fetch;

import fennec.progress.Work;
import fennec.ui.message.UserMessages;
import fennec.ui.task.TaskRunner;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The encoders of the catalogue with their sizes; checks, copies and deletes those that are here.
 */
public final class EncoderListViewModel {

  private final TaskRunner tasks;
  private final UserMessages messages;
  private final Supplier<EncoderKeeping> keeping;
  private final Runnable changed;
  private final ObservableList<KeptEncoder> encoders = FXCollections.observableArrayList();

  /** Creates an empty list; {@code changed} is called after an encoder was deleted. */
  public EncoderListViewModel(
      TaskRunner tasks, UserMessages messages, Supplier<EncoderKeeping> keeping, Runnable changed) {
    this.tasks = tasks;
    this.messages = messages;
    this.keeping = keeping;
    this.changed = changed;
  }

  /** Looks at the disk again. */
  public void refresh() {
    EncoderKeeping asked = keeping.get();
    tasks.runQuietly(progress -> asked.kept(), encoders::setAll);
  }

  /** Compares the files of {@code encoder} with their hashes. */
  public void check(KeptEncoder encoder) {
    EncoderKeeping asked = keeping.get();
    run("Checking " + encoder.title(), progress -> asked.check(encoder.name(), progress));
  }

  /** Copies {@code encoder} into {@code folder}. */
  public void copy(KeptEncoder encoder, Path folder) {
    EncoderKeeping asked = keeping.get();
    run("Copying " + encoder.title(), progress -> asked.copy(encoder.name(), folder, progress));
  }

  /** Deletes {@code encoder} after asking. */
  public void remove(KeptEncoder encoder) {
    boolean agreed =
        messages.confirm(
            "Delete " + encoder.title() + "?",
            encoder.folder()
                + " is shared by all programs that use this encoder. "
                + EncoderOffer.megabytes(encoder.bytes())
                + " would have to be fetched again.",
            "Delete");
    if (!agreed) {
      return;
    }
    EncoderKeeping asked = keeping.get();
    tasks.run(
        "Deleting " + encoder.title(),
        progress -> asked.remove(encoder.name()),
        sentence -> {
          messages.info(encoder.title(), sentence);
          refresh();
          changed.run();
        });
  }

  private void run(String title, Work<String> work) {
    tasks.run(title, work, sentence -> messages.info(title, sentence));
  }

  /** The encoders in the order of the catalogue. */
  public ObservableList<KeptEncoder> encoders() {
    return encoders;
  }
}
