package fennec.ui.message;

import fennec.ui.control.Icons;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One message: an icon, a title, a sentence, and a cross. */
final class MessageCard extends HBox {

  MessageCard(String icon, String style, String title, String sentence, Runnable onClose) {
    super(12);
    getStyleClass().addAll("message", style);
    Label heading = new Label(title);
    heading.getStyleClass().add("strong");
    heading.setManaged(!title.isEmpty());
    Label text = new Label(sentence);
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    VBox words = new VBox(3, heading, text);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren()
        .addAll(Icons.of(icon), words, Icons.button("message-close", "fth-x", "Dismiss", onClose));
    setAccessibleText(title + ". " + sentence);
    setMinHeight(Region.USE_PREF_SIZE);
    setMaxWidth(420);
    setPrefWidth(420);
  }
}
