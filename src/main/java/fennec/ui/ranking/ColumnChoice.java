package fennec.ui.ranking;

import fennec.io.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;

/** Which columns are shown; remembered between starts. */
public final class ColumnChoice {

  private final ReadOnlyObjectProperty<Settings> settings;
  private final Consumer<Settings> remember;

  /** A choice that is kept in {@code settings}; {@code remember} takes changed ones. */
  public ColumnChoice(ReadOnlyObjectProperty<Settings> settings, Consumer<Settings> remember) {
    this.settings = settings;
    this.remember = remember;
  }

  /** Whether {@code column} is shown. */
  public boolean isShown(RankingColumn column) {
    return !column.canBeHidden() || !settings.get().hiddenColumns().contains(column.id());
  }

  /** Shows or hides {@code column}. */
  public void show(RankingColumn column, boolean shown) {
    List<String> hidden = new ArrayList<>(settings.get().hiddenColumns());
    hidden.remove(column.id());
    if (!shown && column.canBeHidden()) {
      hidden.add(column.id());
    }
    remember.accept(settings.get().withHiddenColumns(hidden));
  }

  /** Changes whenever the choice may have. */
  public ReadOnlyObjectProperty<Settings> settingsProperty() {
    return settings;
  }
}
