package fennec.io;

import java.util.ArrayList;
import java.util.List;

/**
 * What the program remembers between starts.
 *
 * @param theme {@code light}, {@code dark} or {@code system}
 * @param window where the window stood
 * @param recent folders opened last, the latest first
 * @param encoder the encoder chosen last, as the command line takes it
 * @param animations whether rows glide
 * @param reportThumbnails whether HTML reports show small pictures of the images
 * @param ranking what rankings are made with
 * @param hiddenColumns ids of columns of the ranking that are not shown
 * @param graphDirection where drawings of graphs flow to, {@code down} or {@code right}
 */
public record Settings(
    String theme,
    WindowPlace window,
    List<String> recent,
    String encoder,
    boolean animations,
    boolean reportThumbnails,
    RankOptions ranking,
    List<String> hiddenColumns,
    String graphDirection) {

  /** Most recent folders kept. */
  public static final int MOST_RECENT = 10;

  /** What is used where nothing is remembered. */
  public static final Settings DEFAULT =
      new Settings(
          "system",
          WindowPlace.DEFAULT,
          List.of(),
          "auto",
          true,
          true,
          RankOptions.DEFAULT,
          List.of(),
          "down");

  /**
   * Where a window stood.
   *
   * @param x left edge; NaN for the middle of the screen
   * @param y upper edge; NaN for the middle of the screen
   * @param width in pixels
   * @param height in pixels
   * @param maximised whether it filled the screen
   * @param taskDivider share of the width that the task pane has
   */
  public record WindowPlace(
      double x, double y, double width, double height, boolean maximised, double taskDivider) {

    /** 1440 x 900 in the middle of the screen. */
    public static final WindowPlace DEFAULT =
        new WindowPlace(Double.NaN, Double.NaN, 1440, 900, false, 0.22);
  }

  /** Copies the lists and cuts those opened last to {@link #MOST_RECENT}. */
  public Settings {
    recent = List.copyOf(recent.subList(0, Math.min(recent.size(), MOST_RECENT)));
    hiddenColumns = List.copyOf(hiddenColumns);
  }

  /** The same with {@code folder} as the latest. */
  public Settings withRecent(String folder) {
    List<String> next = new ArrayList<>(recent);
    next.remove(folder);
    next.add(0, folder);
    return new Settings(
        theme,
        window,
        next,
        encoder,
        animations,
        reportThumbnails,
        ranking,
        hiddenColumns,
        graphDirection);
  }

  /** The same with another theme. */
  public Settings withTheme(String other) {
    return new Settings(
        other,
        window,
        recent,
        encoder,
        animations,
        reportThumbnails,
        ranking,
        hiddenColumns,
        graphDirection);
  }

  /** The same with another place of the window. */
  public Settings withWindow(WindowPlace other) {
    return new Settings(
        theme,
        other,
        recent,
        encoder,
        animations,
        reportThumbnails,
        ranking,
        hiddenColumns,
        graphDirection);
  }

  /** The same with another encoder. */
  public Settings withEncoder(String other) {
    return new Settings(
        theme,
        window,
        recent,
        other,
        animations,
        reportThumbnails,
        ranking,
        hiddenColumns,
        graphDirection);
  }

  /** The same with rows that glide or do not. */
  public Settings withAnimations(boolean other) {
    return new Settings(
        theme,
        window,
        recent,
        encoder,
        other,
        reportThumbnails,
        ranking,
        hiddenColumns,
        graphDirection);
  }

  /** The same with thumbnails in reports or without. */
  public Settings withReportThumbnails(boolean other) {
    return new Settings(
        theme, window, recent, encoder, animations, other, ranking, hiddenColumns, graphDirection);
  }

  /** The same with rankings made otherwise. */
  public Settings withRanking(RankOptions other) {
    return new Settings(
        theme,
        window,
        recent,
        encoder,
        animations,
        reportThumbnails,
        other,
        hiddenColumns,
        graphDirection);
  }

  /** The same with other columns hidden. */
  public Settings withHiddenColumns(List<String> other) {
    return new Settings(
        theme,
        window,
        recent,
        encoder,
        animations,
        reportThumbnails,
        ranking,
        other,
        graphDirection);
  }

  /** The same with graphs drawn in another direction. */
  public Settings withGraphDirection(String other) {
    return new Settings(
        theme,
        window,
        recent,
        encoder,
        animations,
        reportThumbnails,
        ranking,
        hiddenColumns,
        other);
  }
}
