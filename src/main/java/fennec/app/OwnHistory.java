package fennec.app;

import fennec.error.FennecException;
import fennec.history.HistoricTask;
import fennec.io.HistoryPackFiles;
import fennec.io.HistoryPackReader;
import fennec.io.HistoryPackWriter;
import fennec.io.KnownFacts;
import fennec.io.OwnPackReader;
import fennec.io.ScoreUnit;
import fennec.io.TimmZooReader;
import fennec.zoo.PretrainedModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** History packs of one's own: made from CSV files, added to, written whole or not at all. */
public final class OwnHistory {

  private final FennecHome home;
  private final KnownFacts known;

  /**
   * Own packs beside those of the program.
   *
   * @throws FennecException if the program's facts cannot be read
   */
  public OwnHistory(FennecHome home, HistoryShelf histories) throws FennecException {
    this.home = home;
    this.known = known(home, histories);
  }

  private static KnownFacts known(FennecHome home, HistoryShelf histories) throws FennecException {
    Map<String, PretrainedModel> models = new HashMap<>();
    Map<String, HistoricTask> tasks = new HashMap<>();
    for (HistoryPackFiles pack : histories.shipped()) {
      pack.models().forEach(model -> models.putIfAbsent(model.name(), model));
      pack.pack().tasks().forEach(task -> tasks.putIfAbsent(task.name(), task));
    }
    for (PretrainedModel model : new TimmZooReader().read(home.zoo().resolve("timm.csv"))) {
      models.putIfAbsent(model.name(), model);
    }
    return new KnownFacts(models, tasks);
  }

  /**
   * How a pack is made or added to.
   *
   * @param folder of the pack
   * @param files tables of scores and facts
   * @param unit of the scores; empty to guess
   * @param title name for people; empty for the name of the folder
   * @param protocol what a score is; empty if it is not said
   * @param replace whether what is there may be overwritten
   */
  public record Request(
      Path folder,
      List<Path> files,
      Optional<ScoreUnit> unit,
      Optional<String> title,
      Optional<String> protocol,
      boolean replace) {

    /** Copies the list. */
    public Request {
      files = List.copyOf(files);
    }
  }

  /**
   * Makes a new pack and writes it if nothing is wrong.
   *
   * @throws FennecException if the folder is there and may not be replaced, or cannot be written
   */
  public OwnPackReader.Draft create(Request request) throws FennecException {
    refuseShipped(request.folder());
    if (Files.exists(request.folder()) && !request.replace()) {
      throw new FennecException(
          request.folder()
              + " is there already; give --replace to write the pack anew, or add to it with"
              + " 'fennec history add'.");
    }
    if (Files.exists(request.folder()) && !Files.isDirectory(request.folder())) {
      throw new FennecException(request.folder() + " is a file, not a folder.");
    }
    return write(request, Optional.empty());
  }

  /**
   * Joins files to a pack and writes it if nothing is wrong.
   *
   * @throws FennecException if the pack cannot be read or written
   */
  public OwnPackReader.Draft add(Request request) throws FennecException {
    refuseShipped(request.folder());
    return write(request, Optional.of(new HistoryPackReader().read(request.folder())));
  }

  private OwnPackReader.Draft write(Request request, Optional<HistoryPackFiles> base)
      throws FennecException {
    Path last = request.folder().toAbsolutePath().normalize().getFileName();
    String name = base.map(b -> b.pack().name()).orElse(String.valueOf(last));
    OwnPackReader.Draft draft =
        new OwnPackReader()
            .read(
                new OwnPackReader.Request(
                    name,
                    request.title().orElse(base.map(b -> b.pack().title()).orElse(name)),
                    request
                        .protocol()
                        .orElse(base.map(b -> b.pack().protocol()).orElse("not stated")),
                    request.files(),
                    request.unit(),
                    base,
                    request.replace(),
                    known));
    if (draft.pack().isPresent()) {
      new HistoryPackWriter().writeWhole(draft.pack().get(), request.folder());
    }
    return draft;
  }

  private void refuseShipped(Path folder) throws FennecException {
    Path ours = home.history().toAbsolutePath().normalize();
    if (folder.toAbsolutePath().normalize().startsWith(ours)) {
      throw new FennecException(
          folder + " belongs to the program; make a pack of your own in another folder.");
    }
  }
}
