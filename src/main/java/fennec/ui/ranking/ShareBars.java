package fennec.ui.ranking;

import fennec.recommend.Contribution;
import fennec.recommend.TaskShare;
import fennec.ui.control.Figures;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Rows of a name, a bar and a number: shares to the right, contributions to either side. */
final class ShareBars {

  private ShareBars() {}

  static Node shares(List<TaskShare> shares, int most) {
    VBox box = new VBox(6);
    double largest = shares.isEmpty() ? 1 : Math.max(1e-9, shares.get(0).share());
    for (TaskShare each : shares.subList(0, Math.min(most, shares.size()))) {
      String number = String.format(Locale.ROOT, "%.0f %%", 100 * each.share());
      box.getChildren().add(row(each.title(), number, 0, each.share() / largest, "share"));
    }
    return box;
  }

  static Node contributions(List<Contribution> contributions, int most) {
    VBox box = new VBox(6);
    double largest = contributions.stream().mapToDouble(c -> Math.abs(c.amount())).max().orElse(1);
    for (Contribution each : contributions.subList(0, Math.min(most, contributions.size()))) {
      double part = each.amount() / Math.max(1e-9, largest) / 2;
      String name = each.value().isEmpty() ? each.feature() : each.feature() + ": " + each.value();
      box.getChildren()
          .add(
              row(
                  name,
                  Figures.points(each.amount()),
                  part < 0 ? 0.5 + part : 0.5,
                  Math.abs(part),
                  part < 0 ? "minus" : "plus"));
    }
    return box;
  }

  private static Node row(String name, String number, double from, double length, String style) {
    Label title = new Label(name);
    title.setMaxWidth(Double.MAX_VALUE);
    title.setMinWidth(40);
    title.setTooltip(new Tooltip(name));
    HBox.setHgrow(title, Priority.ALWAYS);
    Label amount = new Label(number);
    amount.setMinWidth(Region.USE_PREF_SIZE);
    amount.getStyleClass().add("number");
    HBox text = new HBox(8, title, amount);
    return new VBox(2, text, new Bar(from, length, style));
  }

  /** A thin bar over a part of its width. */
  private static final class Bar extends Region {
    private final Region fill = new Region();
    private final double from;
    private final double length;

    Bar(double from, double length, String style) {
      this.from = from;
      this.length = length;
      getStyleClass().addAll("share-bar", style);
      fill.getStyleClass().add("fill");
      getChildren().add(fill);
    }

    @Override
    protected void layoutChildren() {
      fill.resizeRelocate(getWidth() * from, 0, Math.max(2, getWidth() * length), getHeight());
    }

    @Override
    protected double computePrefHeight(double width) {
      return 5;
    }
  }
}
