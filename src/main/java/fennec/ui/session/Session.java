package fennec.ui.session;

import fennec.recommend.RecommenderSettings;
import fennec.recommend.TransferMethod;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * What all panes look at together. Each value is observable; whoever changes one changes it
 * everywhere. Touched on the window's thread only.
 */
public final class Session {

  /** Most models that can be compared side by side. */
  public static final int MOST_COMPARED = 4;

  /** Walking down a table by keys takes longer looks than dragging a slider. */
  private static final long SELECTIONS_TOGETHER = TimeUnit.SECONDS.toNanos(2);

  private final ObjectProperty<TargetRun> run = new SimpleObjectProperty<>(this, "run");
  private final DoubleProperty alpha = new SimpleDoubleProperty(this, "alpha");
  private final ReadOnlyDoubleWrapper defaultAlpha =
      new ReadOnlyDoubleWrapper(this, "defaultAlpha");
  private final IntegerProperty clusters =
      new SimpleIntegerProperty(this, "clusters", RecommenderSettings.PUBLISHED_CLUSTERS);
  private final StringProperty selectedModel = new SimpleStringProperty(this, "selectedModel", "");
  private final ObjectProperty<ModelFilter> filter =
      new SimpleObjectProperty<>(this, "filter", ModelFilter.NONE);
  private final ObjectProperty<ModelSubset> subset = new SimpleObjectProperty<>(this, "subset");
  private final ObjectProperty<List<String>> pinned =
      new SimpleObjectProperty<>(this, "pinned", List.of());
  private final ObjectProperty<List<String>> compared =
      new SimpleObjectProperty<>(this, "compared", List.of());
  private final ObjectProperty<Path> openedArchitecture =
      new SimpleObjectProperty<>(this, "openedArchitecture");
  private final StringProperty pane = new SimpleStringProperty(this, "pane", "ranking");
  private final UndoHistory undo;

  /** Creates a session without a run. */
  public Session() {
    this(System::nanoTime);
  }

  /** Creates a session whose undo history uses {@code nanoTime} as its clock. */
  public Session(LongSupplier nanoTime) {
    undo = new UndoHistory(nanoTime);
    useMethod(RecommenderSettings.DEFAULT.method());
    run.addListener((o, before, now) -> follow(now));
    undo.watch(alpha, "alpha");
    undo.watch(clusters, "number of clusters");
    undo.watch(filter, "filter");
    undo.watch(subset, "selection of models");
    undo.watch(selectedModel, "selected model", SELECTIONS_TOGETHER);
    undo.watch(pinned, "pin");
    undo.watch(compared, "comparison");
  }

  /** The last finished run; null before the first. */
  public ObjectProperty<TargetRun> runProperty() {
    return run;
  }

  /** Weight of the meta score, in [0, 1]. */
  public DoubleProperty alphaProperty() {
    return alpha;
  }

  /** Weight of the meta score that the method in use is best with, in [0, 1]. */
  public ReadOnlyDoubleProperty defaultAlphaProperty() {
    return defaultAlpha.getReadOnlyProperty();
  }

  /** Takes the alpha of the method that rankings are made with from now on. */
  public void useMethod(TransferMethod method) {
    defaultAlpha.set(method.defaultAlpha());
    alpha.set(method.defaultAlpha());
  }

  private void follow(TargetRun now) {
    if (now != null) {
      defaultAlpha.set(now.provenance().settings().method().defaultAlpha());
    }
  }

  /** Number of clusters of architectures that the meta score tells apart, 1 or more. */
  public IntegerProperty clustersProperty() {
    return clusters;
  }

  /** Name of the model selected everywhere; empty if none. */
  public StringProperty selectedModelProperty() {
    return selectedModel;
  }

  /** Which models are shown. */
  public ObjectProperty<ModelFilter> filterProperty() {
    return filter;
  }

  /** Models picked elsewhere that the table is narrowed to; null for all. */
  public ObjectProperty<ModelSubset> subsetProperty() {
    return subset;
  }

  /** Names of models kept at the top, in the order pinned. */
  public ObjectProperty<List<String>> pinnedProperty() {
    return pinned;
  }

  /** Names of models put side by side, at most {@link #MOST_COMPARED}. */
  public ObjectProperty<List<String>> comparedProperty() {
    return compared;
  }

  /** A model file that the user dropped or opened, for the architecture pane; null if none. */
  public ObjectProperty<Path> openedArchitectureProperty() {
    return openedArchitecture;
  }

  /** Id of the pane in front. */
  public StringProperty paneProperty() {
    return pane;
  }

  /** Undo for alpha, filter, subset, selected model and pins. */
  public UndoHistory undo() {
    return undo;
  }

  /** Pins {@code model}, or takes its pin away. */
  public void togglePin(String model) {
    pinned.set(toggled(pinned.get(), model));
  }

  /** Adds {@code model} to the comparison or takes it out; the oldest gives way to a fifth. */
  public void toggleCompare(String model) {
    List<String> next = toggled(compared.get(), model);
    compared.set(next.size() > MOST_COMPARED ? List.copyOf(next.subList(1, next.size())) : next);
  }

  private static List<String> toggled(List<String> names, String name) {
    List<String> next = new ArrayList<>(names);
    if (!next.remove(name)) {
      next.add(name);
    }
    return List.copyOf(next);
  }
}
