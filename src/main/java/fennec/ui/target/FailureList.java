package fennec.ui.target;

import fennec.ui.control.TaskProgress;
import fennec.ui.session.FailedImage;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

/** Files that were left out, each with its reason; absent while there are none. */
final class FailureList extends TitledPane {

  FailureList(ObservableList<FailedImage> failures) {
    setId("failures");
    getStyleClass().add("dense");
    setExpanded(false);
    setAnimated(false);
    ListView<FailedImage> list = new ListView<>(failures);
    list.setId("failure-list");
    list.setPrefHeight(130);
    list.setMinHeight(70);
    setMinHeight(USE_PREF_SIZE);
    list.setCellFactory(view -> new FailureCell());
    setContent(list);
    textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    failures.size() == 1 ? "1 file left out" : failures.size() + " files left out",
                failures));
    TaskProgress.shownWhile(this, Bindings.isNotEmpty(failures));
  }

  private static final class FailureCell extends ListCell<FailedImage> {
    private final Label file = new Label();
    private final Label reason = new Label();
    private final VBox box = new VBox(2, file, reason);

    FailureCell() {
      reason.getStyleClass().add("muted");
      reason.setWrapText(true);
      box.setMaxWidth(Double.MAX_VALUE);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(FailedImage item, boolean empty) {
      super.updateItem(item, empty);
      setGraphic(empty ? null : box);
      if (!empty) {
        file.setText(item.file());
        reason.setText(item.reason());
      }
    }
  }
}
