package fennec.ui.session;

/**
 * An image that could not be used.
 *
 * @param file path relative to the folder
 * @param reason one sentence
 */
public record FailedImage(String file, String reason) {}
