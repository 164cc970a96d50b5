package fennec.ui.target;

import java.nio.file.Path;

/**
 * A small folder of images that comes with the program.
 *
 * @param title name for people
 * @param folder where it lies
 * @param images number of images
 */
public record SampleTask(String title, Path folder, int images) {}
