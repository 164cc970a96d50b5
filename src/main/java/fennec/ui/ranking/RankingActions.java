package fennec.ui.ranking;

import fennec.recommend.RankedModel;
import fennec.ui.action.Action;
import fennec.ui.action.ActionRegistry;
import fennec.ui.message.UserMessages;
import fennec.ui.session.Session;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** The actions of the ranking pane. */
public final class RankingActions {

  private static final double STEP = 0.05;

  private RankingActions() {}

  /** Adds the actions; {@code browser} opens a page, {@code why} shows or hides the reasons. */
  public static void add(
      ActionRegistry actions,
      RankingViewModel model,
      UserMessages messages,
      Consumer<String> browser,
      BooleanProperty why) {
    Session session = model.session();
    actions.addAll(aboutSelected(model, messages, browser));
    actions.addAll(aboutAlpha(session));
    actions.addAll(
        List.of(
            of(
                "ranking.why",
                "Show or hide the reasons",
                "Shortcut+I",
                "fth-help-circle",
                () -> why.set(!why.get())),
            of(
                "ranking.clear",
                "Show all models",
                "Shortcut+Shift+F",
                "fth-x",
                model::clearFilter)));
  }

  private static List<Action> aboutSelected(
      RankingViewModel model, UserMessages messages, Consumer<String> browser) {
    Session session = model.session();
    return Stream.of(
            of(
                "ranking.pin",
                "Pin or unpin",
                "Shortcut+D",
                "fth-bookmark",
                () -> session.togglePin(name(model))),
            of(
                "ranking.compare",
                "Compare",
                "Shortcut+K",
                "fth-columns",
                () -> session.toggleCompare(name(model))),
            of(
                "ranking.copy-python",
                "Copy as Python",
                "Shortcut+Shift+C",
                "fth-copy",
                () -> copy(model, messages)),
            of(
                "ranking.page",
                "Open page",
                "Shortcut+B",
                "fth-external-link",
                () -> page(model, messages, browser)),
            of(
                "ranking.architecture",
                "Show architecture",
                "Shortcut+G",
                "fth-git-merge",
                () -> session.paneProperty().set("architecture")))
        .map(action -> action.when(model.selectedProperty().isNotNull()))
        .toList();
  }

  private static List<Action> aboutAlpha(Session session) {
    return List.of(
        of(
            "ranking.transfer",
            "More weight on transfer",
            "Shortcut+Left",
            "fth-arrow-left",
            () -> move(session, -STEP)),
        of(
            "ranking.meta",
            "More weight on meta",
            "Shortcut+Right",
            "fth-arrow-right",
            () -> move(session, STEP)),
        of(
            "ranking.default-alpha",
            "Alpha back to its default",
            "Shortcut+0",
            "fth-rotate-ccw",
            () -> session.alphaProperty().set(session.defaultAlphaProperty().get())));
  }

  private static Action of(
      String id, String title, String shortcut, String icon, Runnable handler) {
    return Action.of(id, "Ranking", title, shortcut, icon, handler);
  }

  private static String name(RankingViewModel model) {
    return model.selectedProperty().get().model().name();
  }

  private static void move(Session session, double by) {
    double next = Math.round((session.alphaProperty().get() + by) * 100) / 100.0;
    session.alphaProperty().set(Math.min(1, Math.max(0, next)));
  }

  private static void copy(RankingViewModel model, UserMessages messages) {
    ClipboardContent content = new ClipboardContent();
    content.putString(model.loadingCode());
    Clipboard.getSystemClipboard().setContent(content);
    messages.info("Copied", model.loadingCode());
  }

  private static void page(
      RankingViewModel model, UserMessages messages, Consumer<String> browser) {
    RankedModel row = model.selectedProperty().get();
    if (row.model().url().isEmpty()) {
      messages.info(row.model().name(), "No page is known for this model.");
    } else {
      browser.accept(row.model().url());
    }
  }
}
