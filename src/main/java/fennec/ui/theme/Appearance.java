package fennec.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import fennec.ui.task.TaskRunner;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** Puts the theme a user asks for onto the window, at run time. */
public final class Appearance {

  private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
  private static final List<String> FONTS =
      List.of("Roboto-Regular.ttf", "Roboto-Medium.ttf", "Roboto-Bold.ttf");

  private final ObjectProperty<Theme> theme =
      new SimpleObjectProperty<>(this, "theme", Theme.LIGHT);
  private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper(this, "dark");

  /** Creates a light look; {@link Theme#SYSTEM} asks the desktop through {@code tasks}. */
  public Appearance(TaskRunner tasks) {
    theme.addListener((o, before, now) -> follow(now, tasks));
    dark.addListener(o -> stylesheet());
    FONTS.forEach(each -> Font.loadFont(resource("fonts/" + each), 12));
    stylesheet();
  }

  private void follow(Theme now, TaskRunner tasks) {
    switch (now) {
      case LIGHT -> dark.set(false);
      case DARK -> dark.set(true);
      case SYSTEM ->
          tasks.runQuietly(
              progress -> SystemTheme.isDark(),
              answer -> {
                if (theme.get() == Theme.SYSTEM) {
                  dark.set(answer);
                }
              });
    }
  }

  private void stylesheet() {
    Application.setUserAgentStylesheet(
        (dark.get() ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
  }

  /** Styles {@code scene} and keeps it in step; its root has the pseudo class {@code dark}. */
  public void apply(Scene scene) {
    scene.getStylesheets().add(resource("fennec.css"));
    scene.getRoot().getStyleClass().add("fennec");
    scene.getRoot().pseudoClassStateChanged(DARK, dark.get());
    dark.addListener((o, was, is) -> scene.getRoot().pseudoClassStateChanged(DARK, is));
  }

  /** The theme asked for. */
  public ObjectProperty<Theme> themeProperty() {
    return theme;
  }

  /** Whether the look is dark now. */
  public ReadOnlyBooleanProperty darkProperty() {
    return dark.getReadOnlyProperty();
  }

  private static String resource(String name) {
    return Objects.requireNonNull(
            Appearance.class.getResource("/fennec/ui/" + name), "missing " + name)
        .toExternalForm();
  }
}
