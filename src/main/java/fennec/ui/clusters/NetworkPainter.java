package fennec.ui.clusters;

import fennec.ui.control.CanvasColours;
import fennec.ui.map.MapViewport;
import fennec.ui.map.PlanarMap;
import fennec.ui.map.PointClasses;
import fennec.ui.map.PointLook;
import java.util.List;
import java.util.Locale;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import org.graphstream.ui.graphicGraph.GraphicGraph;
import org.graphstream.ui.javafx.FxGraphRenderer;
import org.graphstream.ui.view.camera.DefaultCamera2D;

/**
 * Draws the network of neighbours with GraphStream's renderer onto a canvas that is given, through
 * the window's own viewport. It has no viewer, no timer and no layout of its own: places come from
 * {@link SpringLayout}, and a frame is drawn when one is asked for.
 */
final class NetworkPainter {

  private GraphicGraph graph;
  private FxGraphRenderer renderer;

  /** Takes over points, links and looks; costs as much as drawing them once. */
  void show(ClustersViewModel model, boolean dark) {
    close();
    PlanarMap map = model.drawing().mapProperty().get();
    List<ZooPoint> points = model.pointsProperty().get().points();
    PointClasses classes = model.legend().classesProperty().get();
    graph = new GraphicGraph("neighbours");
    graph.setAttribute("ui.antialias");
    graph.setAttribute("ui.stylesheet", styles(classes, dark));
    String[] anchors = new String[points.size()];
    for (int i = 0; i < points.size(); i++) {
      String id = String.valueOf(i);
      graph.addNode(id).setAttribute("xyz", map.x()[i], map.y()[i], 0.0);
      graph.getNode(id).setAttribute("ui.class", styleOf(model, classes, i));
      if (points.get(i).place() == 0) {
        anchors[points.get(i).architecture()] = id;
      }
    }
    for (NeighbourNetwork.Link link : model.drawing().networkProperty().get().links()) {
      String from = anchors[link.from()];
      String to = anchors[link.to()];
      graph.addEdge(from + "-" + to, from, to, false);
    }
    renderer = new FxGraphRenderer();
    renderer.open(graph, new Pane());
  }

  private static String styleOf(ClustersViewModel model, PointClasses classes, int point) {
    String of = point < classes.classOf().length ? "c" + classes.classOf()[point] : "none";
    if (!model.legend().isShown(point)) {
      return "gone";
    }
    return model.legend().hasSelection() && !model.legend().isSelected(point) ? "dim" : of;
  }

  /**
   * GraphStream's style sheet, one class a class of points; some words such as hidden are taken.
   */
  static String styles(PointClasses classes, boolean dark) {
    CanvasColours colours = CanvasColours.of(dark);
    StringBuilder sheet = new StringBuilder();
    sheet.append("graph { padding: 0px; fill-color: ").append(hex(colours.background()));
    sheet.append("; } edge { size: 1px; fill-color: ").append(hex(colours.line()));
    sheet.append("; } node { size: 9px; stroke-mode: plain; stroke-width: 1px; stroke-color: ");
    sheet.append(hex(colours.background())).append("; fill-color: ").append(hex(colours.muted()));
    sheet.append("; } node.gone { visibility-mode: hidden; } node.dim { size: 6px; fill-color: ");
    sheet.append(hex(colours.line())).append("; }");
    for (int c = 0; c < classes.labels().size(); c++) {
      PointLook look = PointLook.of(classes, c, dark);
      sheet
          .append(" node.c")
          .append(c)
          .append(" { shape: ")
          .append(look.shape().css())
          .append("; fill-color: ")
          .append(hex(look.colour()))
          .append("; }");
    }
    return sheet.toString();
  }

  private static String hex(int colour) {
    return String.format(Locale.ROOT, "#%06x", colour);
  }

  /** Draws a frame. */
  void paint(GraphicsContext g, MapViewport viewport, double width, double height) {
    DefaultCamera2D camera = (DefaultCamera2D) renderer.getCamera();
    camera.setGraphViewport(-0.5, -0.5, 0.5, 0.5);
    camera.setViewCenter(viewport.centreX(), viewport.centreY(), 0);
    camera.setViewPercent(Math.min((int) width, (int) height) / viewport.scale());
    g.save();
    renderer.render(g, 0, 0, (int) width, (int) height);
    g.restore();
  }

  void close() {
    if (renderer != null) {
      renderer.close();
      renderer = null;
      graph = null;
    }
  }

  boolean isOpen() {
    return renderer != null;
  }
}
