package fennec.ui.settings;

import fennec.io.RankOptions;
import fennec.io.Settings;
import fennec.recommend.TransferMethod;
import fennec.ui.session.Session;
import fennec.ui.target.TargetViewModel;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;

/** The options of rankings as they are, and what a changed choice leads to. */
public final class RankSettingsViewModel {

  /** Names of the methods. */
  public static final List<String> METHODS =
      Arrays.stream(TransferMethod.values()).map(TransferMethod::label).toList();

  private final ObservableValue<Settings> settings;
  private final Consumer<Settings> remember;
  private final Session session;
  private final TargetViewModel target;

  /** Creates it; {@code remember} takes changed settings. */
  public RankSettingsViewModel(
      ObservableValue<Settings> settings,
      Consumer<Settings> remember,
      Session session,
      TargetViewModel target) {
    this.settings = settings;
    this.remember = remember;
    this.session = session;
    this.target = target;
  }

  /** What rankings are made with now. */
  public RankOptions options() {
    return settings.getValue().ranking();
  }

  /** Begins with the alpha of the method that was chosen last time. */
  public void useRemembered() {
    use(options().method());
    session.undo().clear();
  }

  private void use(String label) {
    Arrays.stream(TransferMethod.values())
        .filter(method -> method.label().equals(label))
        .forEach(session::useMethod);
  }

  /** Whether HTML reports show small pictures of the images. */
  public boolean reportThumbnails() {
    return settings.getValue().reportThumbnails();
  }

  /**
   * Remembers the choice. Images at hand are ranked again where it may change the ranking; another
   * method brings its own alpha. Device and precision count from the next start.
   */
  public void apply(RankOptions next, boolean thumbnails) {
    RankOptions before = options();
    remember.accept(settings.getValue().withRanking(next).withReportThumbnails(thumbnails));
    if (!next.method().equals(before.method())) {
      use(next.method());
    }
    boolean ranksOtherwise =
        !next.method().equals(before.method())
            || next.latentSize() != before.latentSize()
            || !next.history().equals(before.history())
            || !next.zoo().equals(before.zoo());
    if (ranksOtherwise) {
      target.again();
    }
  }
}
