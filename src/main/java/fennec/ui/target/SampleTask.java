package fennec.ui.target;

import java.nio.file.Path;
import java.util.List;

/**
 * A small folder of images that comes with the program.
 *
 * @param title name for people
 * @param folder where it lies
 * @param images number of images
 * @param classes number of sub-folders
 * @param examples one image of each of the first classes
 */
public record SampleTask(String title, Path folder, int images, int classes, List<Path> examples) {

  /** Most examples that are kept. */
  public static final int MOST_EXAMPLES = 4;

  /** Copies the list. */
  public SampleTask {
    examples = List.copyOf(examples);
  }

  /** Its size in words, for example {@code 66 images, 6 classes}. */
  public String size() {
    return images + " images" + (classes > 1 ? ", " + classes + " classes" : "");
  }
}
