package fennec.ui.control;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons and buttons made of them, with a name for those who do not see them. */
public final class Icons {

  private Icons() {}

  /** The icon with this Ikonli literal; its colour and size come from CSS. */
  public static FontIcon of(String literal) {
    FontIcon icon = new FontIcon(literal);
    icon.getStyleClass().add("icon");
    return icon;
  }

  /** A flat button of an icon alone; {@code name} is its tooltip and accessible name. */
  public static Button button(String id, String literal, String name, Runnable onAction) {
    Button button = new Button(null, of(literal));
    button.setId(id);
    button.getStyleClass().addAll("flat", "button-icon");
    button.setAccessibleText(name);
    button.setTooltip(new Tooltip(name));
    button.setOnAction(e -> onAction.run());
    return button;
  }
}
