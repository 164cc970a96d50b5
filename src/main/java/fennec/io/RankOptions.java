package fennec.io;

import java.util.List;

/**
 * What rankings in the window are made with, in the words of {@code fennec rank}.
 *
 * @param method {@code similarity} or {@code paper}
 * @param latentSize factors k of the transfer space, 1 or more; only {@code paper} uses it
 * @param history names of history packs; empty for those joined by default
 * @param zoo {@code history}, {@code timm} or {@code all}
 * @param device {@code auto}, {@code cpu} or {@code cuda:N}
 * @param half whether a GPU computes in half precision
 */
public record RankOptions(
    String method, int latentSize, List<String> history, String zoo, String device, boolean half) {

  /** What is used unless the user says otherwise. */
  public static final RankOptions DEFAULT =
      new RankOptions("similarity", 5, List.of(), "history", "auto", false);

  /** Copies the list and checks the range. */
  public RankOptions {
    history = List.copyOf(history);
    if (latentSize < 1) {
      throw new IllegalArgumentException("k = " + latentSize);
    }
  }
}
