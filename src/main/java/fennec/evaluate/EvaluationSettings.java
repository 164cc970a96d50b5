package fennec.evaluate;

/**
 * How tasks are hidden and drawn.
 *
 * @param draws how many seeded draws of images the figures are a mean of, 1 or more
 * @param images how many images of the hidden task a draw takes; where there are not a quarter more
 *     than that, it takes four fifths of them, so that draws differ
 * @param seed decides the draws
 * @param leaveOutPretrained whether models pre-trained on the hidden task stay out of its
 *     comparison
 * @param sizeKnown whether the method is told classes and training images of the hidden task, as it
 *     is of a folder with one sub-folder a class
 */
public record EvaluationSettings(
    int draws, int images, long seed, boolean leaveOutPretrained, boolean sizeKnown) {

  /** Five draws of 100 images; pre-trained models left out; size known. */
  public static final EvaluationSettings DEFAULT =
      new EvaluationSettings(5, 100, 20240310, true, true);

  /** Checks the ranges. */
  public EvaluationSettings {
    if (draws < 1 || images < 1) {
      throw new IllegalArgumentException("draws or images out of range");
    }
  }

  /** The same with another number of images. */
  public EvaluationSettings withImages(int count) {
    return new EvaluationSettings(draws, count, seed, leaveOutPretrained, sizeKnown);
  }

  /** The same, telling or hiding the size of the task. */
  public EvaluationSettings withSizeKnown(boolean known) {
    return new EvaluationSettings(draws, images, seed, leaveOutPretrained, known);
  }

  /** The same, comparing all models or not those pre-trained on the task. */
  public EvaluationSettings withLeaveOutPretrained(boolean leaveOut) {
    return new EvaluationSettings(draws, images, seed, leaveOut, sizeKnown);
  }
}
