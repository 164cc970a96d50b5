package fennec.recommend;

/**
 * The part a historical task has in a prediction.
 *
 * @param task short name of the task
 * @param title its name for people
 * @param share its weight among the historical tasks, in [0, 1]; all shares add up to 1
 */
public record TaskShare(String task, String title, double share) {}
