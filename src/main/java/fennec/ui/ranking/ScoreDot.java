package fennec.ui.ranking;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A number and a dot on the common axis, with its interval as a whisker where there is one. */
final class ScoreDot extends Region {

  /** Room of the number before the axis. */
  static final double NUMBER = 38;

  /** From the number to the axis, and from the axis to the end of the cell. */
  static final double GAP = 8;

  private static final double DOT = 9;
  private static final PseudoClass BELOW = PseudoClass.getPseudoClass("below");
  private static final PseudoClass ESTIMATED = PseudoClass.getPseudoClass("estimated");
  private static final PseudoClass OPEN_LEFT = PseudoClass.getPseudoClass("open-left");
  private static final PseudoClass OPEN_RIGHT = PseudoClass.getPseudoClass("open-right");

  private final Region axis = new Region();
  private final Region whisker = new Region();
  private final Region dot = new Region();
  private final Label number = new Label();
  private double position;
  private double low;
  private double high;

  ScoreDot(String style) {
    getStyleClass().addAll("score-dot", style);
    axis.getStyleClass().add("axis");
    whisker.getStyleClass().add("whisker");
    dot.getStyleClass().add("dot");
    number.getStyleClass().add("number");
    getChildren().addAll(axis, whisker, dot, number);
  }

  /** Shows a score without an interval; {@code estimated} makes the dot hollow. */
  void show(String text, double at, boolean estimated) {
    show(text, at, at, at);
    whisker.setVisible(false);
    dot.pseudoClassStateChanged(ESTIMATED, estimated);
  }

  /** Shows a score with its interval; all are positions on the axis, where 0 to 1 is visible. */
  void show(String text, double at, double from, double to) {
    number.setText(text);
    position = at;
    low = from;
    high = to;
    boolean below = at < 0;
    dot.pseudoClassStateChanged(BELOW, below);
    whisker.setVisible(to > 0 && from < 1);
    whisker.pseudoClassStateChanged(OPEN_LEFT, from < 0);
    whisker.pseudoClassStateChanged(OPEN_RIGHT, to > 1);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double height = getHeight();
    number.resizeRelocate(0, 0, NUMBER, height);
    double left = NUMBER + GAP;
    double width = Math.max(0, getWidth() - left - GAP);
    double middle = Math.round(height / 2);
    axis.resizeRelocate(left, middle - 1, width, 1);
    double x = left + width * clamped(position);
    dot.resizeRelocate(Math.rint(x) - DOT / 2, middle - 0.5 - DOT / 2, DOT, DOT);
    double from = left + width * clamped(low);
    double to = left + width * clamped(high);
    whisker.resizeRelocate(Math.rint(from), middle - 5, Math.max(3, Math.rint(to - from)), 9);
  }

  private static double clamped(double at) {
    return Math.max(0, Math.min(1, at));
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
