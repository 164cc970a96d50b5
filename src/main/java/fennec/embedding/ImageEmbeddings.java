package fennec.embedding;

import java.util.Arrays;
import java.util.List;

/**
 * The vectors of n pictures, n x d, with what is kept of each picture. Immutable.
 *
 * @param encoderId the {@link ImageEncoder#id} that made them
 * @param dimension d
 * @param images n pictures, in natural order of their names
 * @param vectors n rows of d finite numbers
 */
public record ImageEmbeddings(
    String encoderId, int dimension, List<EmbeddedImage> images, float[][] vectors) {

  /** Copies the rows and checks the sizes. */
  public ImageEmbeddings {
    images = List.copyOf(images);
    vectors = Arrays.stream(vectors).map(float[]::clone).toArray(float[][]::new);
    if (images.size() != vectors.length) {
      throw new IllegalArgumentException(images.size() + " images, " + vectors.length + " vectors");
    }
    for (float[] vector : vectors) {
      if (vector.length != dimension) {
        throw new IllegalArgumentException(
            vector.length + " numbers where " + dimension + " belong");
      }
    }
  }

  /** Number n of pictures. */
  public int size() {
    return images.size();
  }

  /** Number of different labels; 0 if the pictures have none. */
  public int classes() {
    return (int)
        images.stream().map(EmbeddedImage::label).filter(l -> !l.isEmpty()).distinct().count();
  }
}
