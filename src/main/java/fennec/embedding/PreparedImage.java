package fennec.embedding;

/**
 * A picture resized, cropped and normalised as one encoder wants it.
 *
 * @param name the file it came from
 * @param pixels {@code channels * side * side} values, channel by channel, row by row
 */
public record PreparedImage(String name, float[] pixels) {}
