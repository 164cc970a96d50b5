package fennec.app;

import fennec.embedding.ImageEmbeddings;
import fennec.embedding.TaskFeatures;
import fennec.error.FennecException;
import fennec.history.HistoryPack;
import fennec.history.HistoryRow;
import fennec.history.JoinedHistory;
import fennec.io.HistoryPackFiles;
import fennec.io.HistoryPackReader;
import fennec.recommend.TransferHistory;
import fennec.zoo.PretrainedModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The history packs that come with the program, and those of the user's own. */
public final class HistoryShelf {

  private final List<HistoryPackFiles> shipped;

  /**
   * Reads the packs of the program.
   *
   * @throws FennecException naming the file and line that cannot be read
   */
  public HistoryShelf(FennecHome home) throws FennecException {
    this.shipped = List.copyOf(new HistoryPackReader().readAll(home.history()));
  }

  /** The packs that come with the program, in the order of their names. */
  public List<HistoryPackFiles> shipped() {
    return shipped;
  }

  /**
   * The packs of these names; a name that holds a separator or names no pack is a folder.
   *
   * @param names empty for the packs that are joined by default
   * @throws FennecException if there is no such pack or folder
   */
  public List<HistoryPackFiles> packs(List<String> names) throws FennecException {
    if (names.isEmpty()) {
      return shipped.stream().filter(p -> p.pack().joinedByDefault()).toList();
    }
    List<HistoryPackFiles> chosen = new ArrayList<>();
    for (String name : names) {
      Optional<HistoryPackFiles> known =
          shipped.stream().filter(p -> p.pack().name().equals(name)).findFirst();
      if (known.isPresent()) {
        chosen.add(known.get());
      } else if (Files.isDirectory(Path.of(name))) {
        chosen.add(new HistoryPackReader().read(Path.of(name)));
      } else {
        throw new FennecException(
            "There is no history pack or folder "
                + name
                + "; the packs are "
                + String.join(", ", shipped.stream().map(p -> p.pack().name()).toList())
                + ".");
      }
    }
    if (chosen.stream().map(p -> p.pack().name()).distinct().count() < chosen.size()) {
      throw new FennecException("A history pack was named twice.");
    }
    return chosen;
  }

  /**
   * Joins {@code packs} and ties facts about models and pictures of tasks to them.
   *
   * @param features pictures of historical tasks as the encoder sees them
   */
  public static TransferHistory join(List<HistoryPackFiles> packs, TaskFeatures features) {
    List<HistoryPack> bare = packs.stream().map(HistoryPackFiles::pack).toList();
    JoinedHistory joined = JoinedHistory.of(bare);
    List<Map<String, PretrainedModel>> facts = new ArrayList<>();
    for (HistoryPackFiles pack : packs) {
      Map<String, PretrainedModel> byName = new HashMap<>();
      pack.models().forEach(model -> byName.put(model.name(), model));
      facts.add(byName);
    }
    List<PretrainedModel> models = new ArrayList<>();
    List<String> from = new ArrayList<>();
    for (HistoryRow row : joined.rows()) {
      models.add(facts.get(row.pack()).get(row.model()).named(row.name()));
      from.add(bare.get(row.pack()).name());
    }
    SortedMap<String, ImageEmbeddings> images = new TreeMap<>();
    joined
        .tasks()
        .forEach(task -> features.of(task.name()).ifPresent(e -> images.put(task.name(), e)));
    return new TransferHistory(joined.performance(), models, from, joined.tasks(), images);
  }
}
