package fennec.ui.ranking;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/** A column's title; its tooltip says what the column means. Over scores stand the axis' ends. */
final class ColumnHeading extends Region {

  private static final double TOOLTIP_WIDTH = 340;

  private final Label title = new Label();
  private final Label low = new Label();
  private final Label high = new Label();
  private final Tooltip tooltip = new Tooltip();
  private final boolean toTheRight;

  ColumnHeading(RankingColumn kind, ObservableValue<ScoreAxis> axis) {
    toTheRight = kind.isNumber();
    title.setText(kind.title());
    title.setId("heading-" + kind.id());
    getStyleClass().add("column-heading");
    low.getStyleClass().add("axis-end");
    high.getStyleClass().add("axis-end");
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(TOOLTIP_WIDTH);
    tooltip.setShowDuration(Duration.seconds(60));
    tooltip.setText(kind.explanation());
    Tooltip.install(this, tooltip);
    setAccessibleText(kind.title());
    setAccessibleHelp(kind.explanation());
    getChildren().add(title);
    switch (kind) {
      case SCORE -> {
        getChildren().addAll(low, high);
        follow(kind, axis);
      }
      case TRANSFER, META -> follow(kind, axis);
      default -> {}
    }
  }

  private void follow(RankingColumn kind, ObservableValue<ScoreAxis> axis) {
    axis.addListener((o, before, now) -> show(kind, now));
    show(kind, axis.getValue());
  }

  private void show(RankingColumn kind, ScoreAxis axis) {
    low.setText(axis.lowText());
    high.setText(axis.highText());
    tooltip.setText(
        kind.explanation()
            + "\n\nAll dots stand on one axis from "
            + axis.lowText()
            + " to "
            + axis.highText()
            + "; a triangle marks a score below it.");
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double height = getHeight();
    double titleWidth = Math.min(getWidth(), title.prefWidth(-1));
    title.resizeRelocate(toTheRight ? getWidth() - titleWidth : 0, 0, titleWidth, height);
    if (low.getParent() != null) {
      double from = ScoreDot.NUMBER + ScoreDot.GAP;
      double lowWidth = low.prefWidth(-1);
      double highWidth = high.prefWidth(-1);
      double start = Math.max(title.prefWidth(-1) + 4, from - lowWidth / 2);
      low.resizeRelocate(start, 0, lowWidth, height);
      double end = getWidth() - highWidth;
      high.setVisible(end > start + lowWidth + 4);
      high.resizeRelocate(end, 0, highWidth, height);
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return title.prefWidth(-1);
  }

  @Override
  protected double computePrefHeight(double width) {
    return title.prefHeight(-1);
  }
}
