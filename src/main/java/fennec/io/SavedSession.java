package fennec.io;

import fennec.recommend.PackStamp;
import fennec.recommend.Provenance;
import fennec.recommend.RecommenderSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a {@code .fennec.json} file keeps: where the images are, what made the ranking, what the
 * user chose, and the ranking itself, so that a reopened session can be told from a changed one.
 *
 * @param sources absolute paths of the folder, archive or images
 * @param encoderChoice how the encoder was asked for, for example {@code auto}
 * @param stamp what made the ranking, see {@link #stamp}
 * @param view what the user chose
 * @param order names of the models, the best first, at {@code view.alpha}
 * @param options what the ranking was made with
 */
public record SavedSession(
    List<String> sources,
    String encoderChoice,
    Map<String, String> stamp,
    View view,
    List<String> order,
    RankOptions options) {

  private static final String CLUSTERS = "clusters of architectures";

  /**
   * What the user chose.
   *
   * @param alpha weight of the meta score
   * @param selected name of the selected model; empty if none
   * @param pinned names of pinned models
   * @param compared names of models side by side
   * @param filter the parts of the filter by name, as text
   */
  public record View(
      double alpha,
      String selected,
      List<String> pinned,
      List<String> compared,
      Map<String, String> filter) {

    /** Copies the collections. */
    public View {
      pinned = List.copyOf(pinned);
      compared = List.copyOf(compared);
      filter = Map.copyOf(filter);
    }
  }

  /** Copies the collections. */
  public SavedSession {
    sources = List.copyOf(sources);
    stamp = Map.copyOf(stamp);
    order = List.copyOf(order);
  }

  /** A session made with the standard options. */
  public SavedSession(
      List<String> sources,
      String encoderChoice,
      Map<String, String> stamp,
      View view,
      List<String> order) {
    this(sources, encoderChoice, stamp, view, order, RankOptions.DEFAULT);
  }

  /** What made a ranking, by name: everything that may change it, alpha left out. */
  public static Map<String, String> stamp(Provenance provenance) {
    Map<String, String> stamp = new TreeMap<>();
    stamp.put("program", provenance.program());
    stamp.put("encoder", provenance.encoder());
    stamp.put("encoder weights", provenance.weightsSha256());
    stamp.put("images", provenance.images() + " used, " + provenance.failedImages() + " left out");
    stamp.put("image contents", provenance.folderFingerprint());
    stamp.put("settings", provenance.settings().toString());
    stamp.put(CLUSTERS, String.valueOf(provenance.settings().clusters()));
    for (PackStamp pack : provenance.packs()) {
      stamp.put("history pack " + pack.name(), pack.sha256());
    }
    return stamp;
  }

  /** Number of clusters of architectures that the ranking was made with. */
  public int clusters() {
    try {
      return Math.max(1, Integer.parseInt(stamp.getOrDefault(CLUSTERS, "")));
    } catch (NumberFormatException e) {
      return RecommenderSettings.PUBLISHED_CLUSTERS;
    }
  }

  /**
   * Says what is not as it was, one sentence each; empty if {@code now} is the same ranking made of
   * the same things.
   */
  public List<String> differences(SavedSession now) {
    List<String> sentences = new ArrayList<>();
    Map<String, String> all = new TreeMap<>(stamp);
    all.putAll(now.stamp);
    for (String name : all.keySet()) {
      String before = stamp.get(name);
      String after = now.stamp.get(name);
      if (before == null) {
        sentences.add("New: " + name + ".");
      } else if (after == null) {
        sentences.add("Gone: " + name + ".");
      } else if (!before.equals(after)) {
        sentences.add(
            "Changed: " + name + " (was " + brief(before) + ", is " + brief(after) + ").");
      }
    }
    if (!order.equals(now.order)) {
      sentences.add(moved(now));
    }
    return sentences;
  }

  private static String brief(String text) {
    return text.matches("[0-9a-f]{64}") ? text.substring(0, 12) : text;
  }

  private String moved(SavedSession now) {
    if (order.size() != now.order.size()) {
      return "The ranking had " + order.size() + " models and has " + now.order.size() + ".";
    }
    int count = 0;
    for (int i = 0; i < order.size(); i++) {
      count += order.get(i).equals(now.order.get(i)) ? 0 : 1;
    }
    return "The ranking is not the same: " + count + " of " + order.size() + " places changed.";
  }
}
