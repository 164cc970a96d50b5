package fennec.recommend;

import fennec.embedding.ImageEmbeddings;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The task that a model is wanted for.
 *
 * @param name name of the folder
 * @param embeddings its images, n x d
 * @param classes number of classes, where the folder tells or the user said
 * @param images number of images that the user has, of which {@code embeddings} may be a sample
 */
public record TargetTask(
    String name, ImageEmbeddings embeddings, OptionalInt classes, OptionalLong images) {

  /** A task known by its images alone; its classes are the labels, if there are two or more. */
  public static TargetTask of(String name, ImageEmbeddings embeddings, long imagesInFolder) {
    int labels = embeddings.classes();
    return new TargetTask(
        name,
        embeddings,
        labels > 1 ? OptionalInt.of(labels) : OptionalInt.empty(),
        OptionalLong.of(imagesInFolder));
  }
}
