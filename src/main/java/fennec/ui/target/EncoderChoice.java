package fennec.ui.target;

/**
 * An image encoder that can be asked for.
 *
 * @param id as the command line takes it, for example {@code built-in} or {@code clip:PATH}
 * @param title its name for people
 * @param available whether its files are here
 * @param note where it runs and why, or how to get it
 */
public record EncoderChoice(String id, String title, boolean available, String note) {}
