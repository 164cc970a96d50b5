package fennec.ui.target;

import fennec.embedding.DecodedImage;
import java.util.List;

/** Hears what becomes of each image of a run; called from any thread, in no promised order. */
public interface ImageWatcher {

  /** The images of the run are known; their names in natural order. */
  void found(List<String> files);

  /** An image was read; {@code image} may be any size and is not kept. */
  void decoded(String file, DecodedImage image);

  /** An image has its vector, encoded now or kept from an earlier run. */
  void embedded(String file, boolean fromCache);

  /** An image was left out. */
  void failed(String file, String reason);
}
