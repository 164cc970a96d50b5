package fennec.ui.fetch;

import fennec.ui.target.EncoderChoice;
import fennec.ui.task.RunningTask;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;
import javafx.util.StringConverter;

/**
 * Shows what an encoder costs, fetches it by consent and shows how far that is. Closing it leaves a
 * download running; the bar below the window shows it and stops it.
 */
public final class EncoderFetchDialog extends Dialog<ButtonType> {

  private static final double WIDTH = 520;

  private final EncoderFetchViewModel model;
  private final ComboBox<EncoderChoice> choice = new ComboBox<>();
  private final GridPane facts = new GridPane();
  private final ProgressBar bar = new ProgressBar();
  private final Label progress = label("fetch-progress-text");
  private final Label message = label("fetch-message");
  private final Button fetch = new Button("Fetch");
  private final Button retry = new Button("Try again");
  private final Button cancel = new Button("Cancel");
  private final InvalidationListener follow = o -> refresh();
  private final InvalidationListener step = o -> step();
  private RunningTask task;

  /** Opens over {@code owner} with an offer of {@code wanted}, or of the first that is missing. */
  public EncoderFetchDialog(EncoderFetchViewModel model, Optional<String> wanted, Window owner) {
    this.model = model;
    initOwner(owner);
    initModality(Modality.NONE);
    setTitle("Get an image encoder");
    setResizable(true);
    choice.setId("fetch-choice");
    choice.setMaxWidth(Double.MAX_VALUE);
    choice.setAccessibleText("Encoder to fetch");
    choice.setConverter(new Titles());
    choice.getItems().setAll(model.missing());
    facts.setId("fetch-facts");
    facts.setHgap(14);
    facts.setVgap(6);
    bar.setId("fetch-progress");
    bar.setMaxWidth(Double.MAX_VALUE);
    fetch.setId("fetch-start");
    fetch.setDefaultButton(true);
    fetch.setOnAction(e -> model.fetch());
    retry.setId("fetch-retry");
    retry.setOnAction(e -> model.retry());
    cancel.setId("fetch-cancel");
    cancel.setOnAction(e -> model.cancel());
    VBox content =
        new VBox(12, choice, facts, bar, progress, message, new HBox(8, fetch, retry, cancel));
    content.setPrefWidth(WIDTH);
    getDialogPane().setId("fetch-dialog");
    getDialogPane().setContent(content);
    getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
    getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
    getDialogPane().getStyleClass().add("fennec");
    getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
    model.stateProperty().addListener(new WeakInvalidationListener(follow));
    model.messageProperty().addListener(new WeakInvalidationListener(follow));
    model.runningProperty().addListener(new WeakInvalidationListener(follow));
    choice.getItems().stream()
        .filter(each -> each.id().equals(wanted.orElse(each.id())))
        .findFirst()
        .ifPresent(choice::setValue);
    choice.valueProperty().addListener((o, before, now) -> ask());
    ask();
    refresh();
  }

  private static Label label(String id) {
    Label label = new Label();
    label.setId(id);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private void ask() {
    if (choice.getValue() != null) {
      model.ask(choice.getValue().id());
    }
  }

  private void refresh() {
    FetchState state = model.stateProperty().get();
    EncoderOffer offer = model.offerProperty().get();
    facts.getChildren().clear();
    if (offer != null) {
      row("Size", offer.size());
      row("From", offer.source());
      row("Licence", offer.licenceText());
      row("To", offer.target());
      row("Free there", EncoderOffer.megabytes(offer.freeBytes()));
      fetch.setText(
          (offer.begun() ? "Go on: fetch " : "Fetch ")
              + EncoderOffer.megabytes(offer.missingBytes()));
    }
    boolean asking = state == FetchState.ASKING && !choice.getItems().isEmpty();
    boolean fetching = state == FetchState.FETCHING;
    choice.setDisable(fetching);
    shown(fetch, state == FetchState.OFFERED);
    shown(retry, state == FetchState.FAILED);
    shown(cancel, fetching);
    shown(bar, fetching || asking);
    shown(progress, fetching || asking);
    message.setText(
        choice.getItems().isEmpty()
            ? "All encoders of the catalogue are here."
            : model.messageProperty().get());
    shown(message, !message.getText().isEmpty());
    follow(model.runningProperty().get());
    step();
    if (getDialogPane().getScene() != null && getDialogPane().getScene().getWindow() != null) {
      getDialogPane().getScene().getWindow().sizeToScene();
    }
  }

  private void row(String name, String text) {
    Label heading = new Label(name);
    heading.getStyleClass().add("muted");
    heading.setMinWidth(Region.USE_PREF_SIZE);
    Label value = label("fetch-" + name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'));
    value.setText(text);
    facts.addRow(facts.getRowCount(), heading, value);
  }

  private static void shown(Region node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private void follow(RunningTask next) {
    if (task == next) {
      return;
    }
    if (task != null) {
      task.stepProperty().removeListener(step);
    }
    task = next;
    if (task != null) {
      task.stepProperty().addListener(step);
    }
  }

  private void step() {
    boolean coming = task != null && model.stateProperty().get() == FetchState.FETCHING;
    bar.setProgress(coming ? task.fractionProperty().get() : ProgressBar.INDETERMINATE_PROGRESS);
    progress.setText(
        coming
            ? EncoderFetchViewModel.progress(task.stepProperty().get())
            : "Asking the server for sizes; nothing is fetched yet.");
  }

  private static final class Titles extends StringConverter<EncoderChoice> {
    @Override
    public String toString(EncoderChoice choice) {
      return choice == null ? "" : choice.title();
    }

    @Override
    public EncoderChoice fromString(String text) {
      throw new UnsupportedOperationException("the box is not editable");
    }
  }
}
