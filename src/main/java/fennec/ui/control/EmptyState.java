package fennec.ui.control;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** What a pane shows while there is nothing to show: why, and what to do about it. */
public final class EmptyState extends VBox {

  /** Creates a state with an icon, a heading and a sentence. */
  public EmptyState(String icon, String heading, String sentence) {
    getStyleClass().add("empty-state");
    setAlignment(Pos.CENTER);
    Label title = new Label(heading);
    title.getStyleClass().add("heading");
    Label text = new Label(sentence);
    text.getStyleClass().add("muted");
    text.setWrapText(true);
    text.setMaxWidth(420);
    text.setTextAlignment(TextAlignment.CENTER);
    getChildren().addAll(Icons.of(icon), title, text);
  }
}
