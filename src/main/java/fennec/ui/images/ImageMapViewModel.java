package fennec.ui.images;

import fennec.app.ImageCopies;
import fennec.app.PlaneMap;
import fennec.embedding.EmbeddedImage;
import fennec.io.ImageMapWriter;
import fennec.recommend.TargetTask;
import fennec.ui.map.MapDrawings;
import fennec.ui.map.PlanarMap;
import fennec.ui.map.PointClasses;
import fennec.ui.map.PointLegend;
import fennec.ui.map.PointMap;
import fennec.ui.message.UserMessages;
import fennec.ui.session.Session;
import fennec.ui.session.TargetRun;
import fennec.ui.task.TaskRunner;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The embedded images of the last run in the plane: classes, selection, and what is done with it.
 */
public final class ImageMapViewModel implements PointMap {

  private final Session session;
  private final TaskRunner tasks;
  private final UserMessages messages;
  private final Consumer<List<Path>> ranking;
  private final MapDrawings<PlaneMap.Way, PlaneMap> drawings;
  private final PointLegend legend = new PointLegend();
  private final ReadOnlyObjectWrapper<List<EmbeddedImage>> images =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<PlanarMap> places =
      new ReadOnlyObjectWrapper<>(PlanarMap.EMPTY);
  private final ReadOnlyIntegerWrapper current = new ReadOnlyIntegerWrapper(-1);
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
  private final ObjectProperty<Set<String>> selected = new SimpleObjectProperty<>(Set.of());
  private final ReadOnlyObjectWrapper<List<EmbeddedImage>> selection =
      new ReadOnlyObjectWrapper<>(List.of());
  private final BooleanProperty thumbnails = new SimpleBooleanProperty(true);
  private TargetTask shown;
  private boolean wanted;

  /**
   * Follows {@code session}.
   *
   * @param ranking ranks models for some of the images instead
   */
  public ImageMapViewModel(
      Session session, TaskRunner tasks, UserMessages messages, Consumer<List<Path>> ranking) {
    this.session = session;
    this.tasks = tasks;
    this.messages = messages;
    this.ranking = ranking;
    this.drawings =
        new MapDrawings<>(
            tasks, PlaneMap.Way.PCA, way -> "Drawing the map of images: " + way.title());
    drawings.drawingProperty().addListener(o -> place());
    session.runProperty().addListener(o -> load());
    session.undo().watch(selected, "selection of images");
    selected.addListener(o -> count());
  }

  /** Draws the images of the run, now and of every run to come. */
  public void open() {
    wanted = true;
    load();
  }

  private void load() {
    TargetRun run = session.runProperty().get();
    if (!wanted || run == null || run.recommendation().task().equals(shown)) {
      return;
    }
    shown = run.recommendation().task();
    TargetTask task = shown;
    current.set(-1);
    images.set(task.embeddings().images());
    session.undo().silently(() -> selected.set(Set.of()));
    places.set(PlanarMap.EMPTY);
    legend.forgetHidden();
    count();
    legend.classify(
        PointClasses.named(
            images.get().stream().map(i -> i.label().isEmpty() ? "image" : i.label()).toList()));
    drawings.draw(way -> progress -> PlaneMap.of(way, task.embeddings().vectors(), progress));
  }

  private void place() {
    PlaneMap drawing = drawings.drawingProperty().get();
    if (drawing != null) {
      places.set(PlanarMap.of(drawing.places()));
      note.set(sample() + drawing.note());
    }
  }

  /** Says so where not all images were embedded. */
  private String sample() {
    long all = shown.images().orElse(images.get().size());
    return all > images.get().size()
        ? String.format(
            Locale.ROOT, "%,d of %,d images, drawn at random; ", images.get().size(), all)
        : "";
  }

  private void count() {
    List<EmbeddedImage> all = images.get();
    legend.select(all.size(), i -> selected.get().contains(all.get(i).file()));
    selection.set(all.stream().filter(i -> selected.get().contains(i.file())).toList());
  }

  @Override
  public void selectPoints(Collection<Integer> points, String title) {
    Set<String> files = new TreeSet<>();
    for (int i : points) {
      if (legend.isShown(i)) {
        files.add(images.get().get(i).file());
      }
    }
    selected.set(Set.copyOf(files));
  }

  /** Selects every image that is shown. */
  public void selectShown() {
    selectPoints(IntStream.range(0, images.get().size()).boxed().toList(), "shown");
  }

  @Override
  public void clearSelection() {
    selected.set(Set.of());
  }

  @Override
  public void choose(int point) {
    current.set(point);
  }

  /** Chooses the image; nothing if it is not of this run. */
  public void choose(EmbeddedImage image) {
    current.set(images.get().indexOf(image));
  }

  /** Writes file, class and place of the selected images, or of all, as CSV. */
  public void export(Path file) {
    PlaneMap drawing = drawings.drawingProperty().get();
    if (drawing == null) {
      return;
    }
    List<Integer> rows =
        IntStream.range(0, images.get().size())
            .filter(i -> !legend.hasSelection() || legend.isSelected(i))
            .boxed()
            .toList();
    List<EmbeddedImage> written = rows.stream().map(images.get()::get).toList();
    double[][] at = rows.stream().map(i -> drawing.places()[i]).toArray(double[][]::new);
    tasks.run(
        "Exporting " + file.getFileName(),
        progress -> {
          ImageMapWriter.write(written, at, file);
          return file;
        },
        done -> messages.info("Exported", written.size() + " images are in " + done + "."));
  }

  /** Copies the selected images into {@code folder}, with their sub-folders. */
  public void copy(Path folder) {
    TargetRun run = session.runProperty().get();
    Set<String> files = selected.get();
    if (run == null || files.isEmpty()) {
      messages.warning("Copy images", "Select images first, for example with the lasso.");
      return;
    }
    tasks.run(
        "Copying " + files.size() + " images",
        progress -> ImageCopies.copy(run.sources(), files, folder, progress),
        copied -> messages.info("Copied", copied + " images are in " + folder + "."));
  }

  /** Ranks models for the selected images alone. */
  public void rankSelected() {
    TargetRun run = session.runProperty().get();
    if (run == null || selected.get().isEmpty()) {
      messages.warning("Rank images", "Select images first, for example with the lasso.");
      return;
    }
    ImageCopies.onDisk(run.sources(), selected.get())
        .ifPresentOrElse(
            ranking,
            () ->
                messages.warning(
                    "Rank images",
                    "These images are not files of one folder; copy them into a folder and open"
                        + " that."));
  }

  @Override
  public ReadOnlyObjectProperty<PlanarMap> placesProperty() {
    return places.getReadOnlyProperty();
  }

  @Override
  public PointLegend legend() {
    return legend;
  }

  @Override
  public Object drawn() {
    return List.of(drawings.shownProperty().get(), System.identityHashCode(shown));
  }

  @Override
  public int current() {
    return current.get();
  }

  /** Names would hide thumbnails; a name is the file's without its folder. */
  @Override
  public String label(int point) {
    String file = images.get().get(point).file();
    return thumbnails.get() ? "" : file.substring(file.lastIndexOf('/') + 1);
  }

  @Override
  public List<String> facts(int point) {
    EmbeddedImage image = images.get().get(point);
    return List.of(
        image.file(),
        (image.label().isEmpty() ? "" : image.label() + ", ")
            + image.width()
            + " \u00d7 "
            + image.height());
  }

  /** The images in the order of their points. */
  public ReadOnlyObjectProperty<List<EmbeddedImage>> imagesProperty() {
    return images.getReadOnlyProperty();
  }

  /** The selected images, in the order of their names. */
  public ReadOnlyObjectProperty<List<EmbeddedImage>> selectionProperty() {
    return selection.getReadOnlyProperty();
  }

  /** Position of the chosen image, or -1. */
  public ReadOnlyIntegerProperty currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** The way the map is to be drawn. */
  public ObjectProperty<PlaneMap.Way> wayProperty() {
    return drawings.kindProperty();
  }

  /** The way the map is drawn. */
  public ReadOnlyObjectProperty<PlaneMap.Way> shownProperty() {
    return drawings.shownProperty();
  }

  /** Whether points are small pictures where there is room. */
  public BooleanProperty thumbnailsProperty() {
    return thumbnails;
  }

  /** What a reader should know of the map. */
  public ReadOnlyStringProperty noteProperty() {
    return note.getReadOnlyProperty();
  }

  /** What all panes share. */
  public Session session() {
    return session;
  }
}
