package fennec.ui.message;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Messages as cards in the lower right corner of the window; questions as dialogs. */
public final class WindowMessages implements UserMessages {

  private static final int MOST_SHOWN = 4;

  private final VBox stack = new VBox(8);

  /** Creates an empty stack of messages. */
  public WindowMessages() {
    stack.setId("messages");
    stack.getStyleClass().add("messages");
    stack.setAlignment(Pos.BOTTOM_RIGHT);
    stack.setPickOnBounds(false);
    stack.setFillWidth(false);
  }

  /** The node to lay over the window. */
  public VBox node() {
    return stack;
  }

  @Override
  public void info(String title, String sentence) {
    show("fth-check-circle", "success", title, sentence, Duration.seconds(5));
  }

  @Override
  public void warning(String title, String sentence) {
    show("fth-alert-triangle", "warning", title, sentence, Duration.seconds(12));
  }

  @Override
  public void error(String title, String sentence) {
    show("fth-alert-octagon", "danger", title, sentence, Duration.INDEFINITE);
  }

  private void show(String icon, String style, String title, String sentence, Duration shown) {
    MessageCard[] shownCard = new MessageCard[1];
    MessageCard card =
        new MessageCard(
            icon, style, title, sentence, () -> stack.getChildren().remove(shownCard[0]));
    shownCard[0] = card;
    stack.getChildren().add(card);
    if (stack.getChildren().size() > MOST_SHOWN) {
      stack.getChildren().remove(0);
    }
    if (!shown.isIndefinite()) {
      PauseTransition wait = new PauseTransition(shown);
      wait.setOnFinished(e -> stack.getChildren().remove(card));
      wait.play();
    }
  }

  @Override
  public boolean confirm(String title, String question, String yes) {
    ButtonType accept = new ButtonType(yes, ButtonData.OK_DONE);
    Alert alert = new Alert(Alert.AlertType.CONFIRMATION, question, accept, ButtonType.CANCEL);
    alert.setHeaderText(title);
    alert.initOwner(stack.getScene().getWindow());
    return alert.showAndWait().filter(accept::equals).isPresent();
  }
}
