package fennec.ui.ranking;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A number with a bar behind it and, where there is one, an interval as a whisker. */
final class ScoreBar extends Region {

  private static final double NUMBER = 38;

  private final Region track = new Region();
  private final Region fill = new Region();
  private final Region whisker = new Region();
  private final Label number = new Label();
  private double position;
  private double low = Double.NaN;
  private double high = Double.NaN;

  ScoreBar(String style) {
    getStyleClass().addAll("score-bar", style);
    track.getStyleClass().add("track");
    fill.getStyleClass().add("fill");
    whisker.getStyleClass().add("whisker");
    number.getStyleClass().add("number");
    getChildren().addAll(track, fill, whisker, number);
  }

  /** Shows {@code text} with a bar up to {@code filled} of the width; no interval. */
  void show(String text, double filled) {
    show(text, filled, Double.NaN, Double.NaN);
  }

  /** Shows an interval too; its ends are fractions of the width. */
  void show(String text, double filled, double from, double to) {
    number.setText(text);
    position = filled;
    low = from;
    high = to;
    whisker.setVisible(!Double.isNaN(from));
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double height = getHeight();
    number.resizeRelocate(0, 0, NUMBER, height);
    double left = NUMBER + 6;
    double width = Math.max(0, getWidth() - left);
    double middle = Math.round(height / 2);
    track.resizeRelocate(left, middle - 3, width, 6);
    fill.resizeRelocate(left, middle - 3, Math.max(2, width * position), 6);
    if (whisker.isVisible()) {
      double from = left + width * low;
      whisker.resizeRelocate(from, middle - 5, Math.max(3, width * (high - low)), 10);
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    return 22;
  }

  @Override
  protected double computePrefWidth(double height) {
    return 120;
  }
}
