package fennec.ui.evaluation;

/**
 * A history pack that can be evaluated.
 *
 * @param name short name
 * @param title name for people
 * @param models number of models with scores
 * @param tasks number of tasks
 * @param standard whether it is chosen unless the user says otherwise
 */
public record PackChoice(String name, String title, int models, int tasks, boolean standard) {}
