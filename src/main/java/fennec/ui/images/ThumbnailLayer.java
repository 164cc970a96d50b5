package fennec.ui.images;

import fennec.ui.control.Paints;
import fennec.ui.map.MapViewport;
import fennec.ui.map.PointLayer;
import fennec.ui.map.PointLegend;
import fennec.ui.map.PointLook;
import fennec.ui.target.Thumbnail;
import fennec.ui.target.ThumbnailImage;
import fennec.ui.target.Thumbnails;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;

/**
 * Small pictures in place of points, as many as do not cover each other; the rest stay dots. The
 * more the map is zoomed the larger and the more they are.
 */
final class ThumbnailLayer implements PointLayer {

  private static final double SMALLEST = 26;
  private static final double LARGEST = 128;
  private static final double SCALE_OF_SMALL = 220;
  private static final double FAINT = 0.3;
  private static final int MOST_ASKED = 80;

  private final ImageMapViewModel model;
  private final Supplier<Thumbnails> store;
  private final ObservableBooleanValue dark;
  private final Runnable arrived;
  private final Map<String, Image> pictures = new HashMap<>();
  private final Set<String> asked = new HashSet<>();
  private double askedAt;

  /** {@code arrived} is called when a picture was read that was missing. */
  ThumbnailLayer(
      ImageMapViewModel model,
      Supplier<Thumbnails> store,
      ObservableBooleanValue dark,
      Runnable arrived) {
    this.model = model;
    this.store = store;
    this.dark = dark;
    this.arrived = arrived;
    model
        .imagesProperty()
        .addListener(
            o -> {
              pictures.clear();
              asked.clear();
            });
  }

  /** Longest side of a picture in pixels. */
  static double side(MapViewport viewport) {
    return Math.max(
        SMALLEST,
        Math.min(LARGEST, 30 * Math.sqrt(Math.max(0.1, viewport.scale() / SCALE_OF_SMALL))));
  }

  @Override
  public double reach(MapViewport viewport) {
    return model.thumbnailsProperty().get() ? side(viewport) / 2 : PointLayer.super.reach(viewport);
  }

  @Override
  public void paint(Frame frame, Runnable dots) {
    dots.run();
    if (!model.thumbnailsProperty().get()) {
      return;
    }
    if (askedAt != frame.viewport().scale()) {
      askedAt = frame.viewport().scale();
      asked.clear();
    }
    double side = side(frame.viewport());
    List<Integer> chosen = placed(frame, side);
    for (int i = chosen.size() - 1; i >= 0; i--) {
      picture(frame, chosen.get(i), side);
    }
  }

  /** Points whose pictures do not cover each other, the chosen and the selected ones first. */
  private List<Integer> placed(Frame frame, double side) {
    PointLegend legend = model.legend();
    Map<Long, List<Integer>> cells = new HashMap<>();
    List<Integer> placed = new ArrayList<>();
    int current = model.current();
    for (int pass = 0; pass < 3; pass++) {
      for (int i = 0; i < frame.screen().size(); i++) {
        int of = i == current ? 0 : legend.isSelected(i) ? 1 : 2;
        if (of == pass && legend.isShown(i) && frame.sees(i, side) && free(frame, cells, i, side)) {
          placed.add(i);
        }
      }
    }
    return placed;
  }

  private static boolean free(Frame frame, Map<Long, List<Integer>> cells, int point, double side) {
    double x = frame.screen().x()[point];
    double y = frame.screen().y()[point];
    long column = (long) Math.floor(x / side);
    long row = (long) Math.floor(y / side);
    for (long c = column - 1; c <= column + 1; c++) {
      for (long r = row - 1; r <= row + 1; r++) {
        for (int other : cells.getOrDefault(c << 32 ^ r, List.of())) {
          if (Math.abs(frame.screen().x()[other] - x) < side
              && Math.abs(frame.screen().y()[other] - y) < side) {
            return false;
          }
        }
      }
    }
    cells.computeIfAbsent(column << 32 ^ row, key -> new ArrayList<>()).add(point);
    return true;
  }

  private void picture(Frame frame, int point, double side) {
    Image image = image(model.imagesProperty().get().get(point).file());
    if (image == null) {
      return;
    }
    PointLegend legend = model.legend();
    double scale = (side - 4) / Math.max(image.getWidth(), image.getHeight());
    double width = Math.rint(image.getWidth() * scale);
    double height = Math.rint(image.getHeight() * scale);
    double x = Math.rint(frame.screen().x()[point] - width / 2);
    double y = Math.rint(frame.screen().y()[point] - height / 2);
    boolean faint = legend.hasSelection() && !legend.isSelected(point);
    var pen = frame.pen();
    pen.setGlobalAlpha(faint ? FAINT : 1);
    PointLook look =
        PointLook.of(legend.classesProperty().get(), legend.classOf(point), dark.get());
    pen.drawImage(image, x, y, width, height);
    pen.setStroke(Paints.of(look.colour()));
    pen.setLineWidth(2);
    pen.strokeRect(x - 1, y - 1, width + 2, height + 2);
    pen.setGlobalAlpha(1);
  }

  @Override
  public Node picture(int point) {
    Image image =
        point < model.imagesProperty().get().size()
            ? image(model.imagesProperty().get().get(point).file())
            : null;
    return image == null ? null : new ImageView(image);
  }

  /** The picture if it is at hand; else it is asked for. */
  private Image image(String file) {
    Image kept = pictures.get(file);
    Thumbnails thumbnails = store.get();
    if (kept != null || thumbnails == null || asked.contains(file) || asked.size() > MOST_ASKED) {
      return kept;
    }
    asked.add(file);
    Thumbnail here =
        thumbnails.get(
            file,
            later -> {
              asked.remove(file);
              if (thumbnails == store.get()) {
                pictures.put(file, ThumbnailImage.of(later));
                arrived.run();
              }
            });
    if (here != null) {
      asked.remove(file);
      pictures.put(file, ThumbnailImage.of(here));
    }
    return pictures.get(file);
  }
}
