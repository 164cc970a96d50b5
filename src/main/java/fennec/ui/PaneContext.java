package fennec.ui;

import fennec.ui.action.ActionRegistry;
import fennec.ui.message.UserMessages;
import fennec.ui.session.Session;
import fennec.ui.task.TaskRunner;
import fennec.ui.theme.Appearance;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;

/**
 * What a pane is given.
 *
 * @param session what all panes look at together
 * @param tasks runs long work
 * @param messages tells the user something
 * @param actions takes the pane's actions
 * @param appearance says whether the look is light or dark, for what is painted by hand
 * @param animations whether things glide
 * @param services the program behind the window; null until its assets are loaded
 */
public record PaneContext(
    Session session,
    TaskRunner tasks,
    UserMessages messages,
    ActionRegistry actions,
    Appearance appearance,
    ReadOnlyBooleanProperty animations,
    ReadOnlyObjectProperty<Services> services) {}
