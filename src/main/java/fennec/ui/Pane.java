package fennec.ui;

import java.util.function.Supplier;
import javafx.scene.Node;

/**
 * A tab in the middle of the window.
 *
 * @param id unique; the tab's id is {@code tab-<id>}
 * @param title its name
 * @param icon an Ikonli literal
 * @param content builds its node the first time the tab is shown
 */
public record Pane(String id, String title, String icon, Supplier<Node> content) {}
