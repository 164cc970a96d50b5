package fennec.recommend;

import fennec.zoo.PretrainedModel;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * Which task a model was pre-trained on: its pre-training data up to the first blank, compared
 * without case and punctuation, so that {@code stanfordcars} is {@code stanford_cars} and {@code
 * imagenet (self-supervised)} is {@code imagenet}.
 */
public final class PretrainingTask {

  private PretrainingTask() {}

  /** Whether {@code model} was pre-trained on {@code task}. */
  public static boolean is(PretrainedModel model, String task) {
    String data = plain(model.pretrainingData());
    return !data.isEmpty() && data.equals(plain(task));
  }

  /** The task among {@code tasks} that the model was pre-trained on. */
  static Optional<String> among(PretrainedModel model, Collection<String> tasks) {
    return tasks.stream().filter(task -> is(model, task)).findFirst();
  }

  private static String plain(String name) {
    return name.strip().split(" ", 2)[0].toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
