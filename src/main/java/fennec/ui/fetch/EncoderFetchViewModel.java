package fennec.ui.fetch;

import fennec.error.FennecException;
import fennec.ui.control.Figures;
import fennec.ui.target.EncoderChoice;
import fennec.ui.task.Outcome;
import fennec.ui.task.RunningTask;
import fennec.ui.task.TaskRunner;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Fetches one encoder by consent: asks, offers, fetches, goes on after Cancel or a failure. */
public final class EncoderFetchViewModel {

  private final TaskRunner tasks;
  private final Supplier<EncoderDownloads> downloads;
  private final Supplier<List<EncoderChoice>> encoders;
  private final Runnable fetched;
  private final ReadOnlyObjectWrapper<FetchState> state =
      new ReadOnlyObjectWrapper<>(FetchState.ASKING);
  private final ReadOnlyObjectWrapper<EncoderOffer> offer = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<RunningTask> running = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
  private String encoder = "";

  /**
   * Creates it.
   *
   * @param downloads of the program, once it is loaded
   * @param encoders all encoders of the window
   * @param fetched called after an encoder has come
   */
  public EncoderFetchViewModel(
      TaskRunner tasks,
      Supplier<EncoderDownloads> downloads,
      Supplier<List<EncoderChoice>> encoders,
      Runnable fetched) {
    this.tasks = tasks;
    this.downloads = downloads;
    this.encoders = encoders;
    this.fetched = fetched;
  }

  /** Encoders that are not here, the best to begin with first. */
  public List<EncoderChoice> missing() {
    return encoders.get().stream().filter(each -> !each.available()).toList();
  }

  /** Asks for an offer of {@code name}; ignored while another one is being fetched. */
  public void ask(String name) {
    if (state.get() != FetchState.FETCHING) {
      ask(name, "");
    }
  }

  private void ask(String name, String before) {
    encoder = name;
    offer.set(null);
    message.set(before);
    state.set(FetchState.ASKING);
    EncoderDownloads asked = downloads.get();
    tasks.runQuietly(
        progress -> asked.offer(name),
        new Outcome<EncoderOffer>() {
          @Override
          public void done(EncoderOffer made) {
            if (name.equals(encoder)) {
              offer.set(made);
              state.set(FetchState.OFFERED);
            }
          }

          @Override
          public boolean failed(FennecException failure) {
            if (name.equals(encoder)) {
              message.set((before + " " + failure.getMessage()).strip());
              state.set(FetchState.FAILED);
            }
            return true;
          }
        });
  }

  /** Asks again after a failure. */
  public void retry() {
    ask(encoder);
  }

  /** Agrees to the offer. */
  public void fetch() {
    EncoderOffer agreed = offer.get();
    if (state.get() != FetchState.OFFERED || agreed == null) {
      return;
    }
    EncoderDownloads from = downloads.get();
    state.set(FetchState.FETCHING);
    message.set("");
    RunningTask task =
        tasks.run(
            "Fetching " + agreed.title(),
            progress -> from.fetch(agreed, progress),
            new Outcome<String>() {
              @Override
              public void done(String sentence) {
                running.set(null);
                message.set(sentence);
                state.set(FetchState.DONE);
                fetched.run();
              }

              @Override
              public boolean failed(FennecException failure) {
                again(failure.getMessage());
                return true;
              }

              @Override
              public void cancelled() {
                again("Cancelled; what came so far is kept.");
              }
            });
    if (!task.stateProperty().get().isOver()) {
      running.set(task);
    }
  }

  /** Offers the rest, so that it can be gone on with. */
  private void again(String why) {
    running.set(null);
    ask(encoder, why);
  }

  /** Stops fetching; what came so far is kept. */
  public void cancel() {
    if (running.get() != null) {
      running.get().cancel();
    }
  }

  /** Progress in words: bytes, rate and time left; empty before the first byte. */
  public static String progress(RunningTask.Step step) {
    if (step.total() <= 0) {
      return "";
    }
    String bytes =
        EncoderOffer.megabytes(step.done()) + " of " + EncoderOffer.megabytes(step.total());
    return step.rate() <= 0
        ? bytes
        : String.format(
            Locale.ROOT,
            "%s, %.1f MB/s, %s left",
            bytes,
            step.rate() / 1e6,
            Figures.duration(step.secondsLeft()));
  }

  /** Where it stands. */
  public ReadOnlyObjectProperty<FetchState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** What waits for consent or is being fetched; null if there is none. */
  public ReadOnlyObjectProperty<EncoderOffer> offerProperty() {
    return offer.getReadOnlyProperty();
  }

  /** The download under way; null if there is none. */
  public ReadOnlyObjectProperty<RunningTask> runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** What went wrong, or what is here now; empty if there is nothing to say. */
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }
}
