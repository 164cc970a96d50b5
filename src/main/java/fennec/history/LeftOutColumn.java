package fennec.history;

/**
 * A task of a pack that takes no part in a joined history.
 *
 * @param pack name of the pack
 * @param task name of the task
 * @param reason why, as the second half of a sentence without its full stop
 */
public record LeftOutColumn(String pack, String task, String reason) {}
