package fennec.ui.clusters;

import fennec.ui.map.PointLayer;
import javafx.beans.value.ObservableBooleanValue;

/** Draws the network of neighbours where the map is one, and dots where it is not. */
final class NetworkLayer implements PointLayer {

  private final ClustersViewModel model;
  private final ObservableBooleanValue dark;
  private final NetworkPainter network = new NetworkPainter();
  private boolean stale = true;

  NetworkLayer(ClustersViewModel model, ObservableBooleanValue dark) {
    this.model = model;
    this.dark = dark;
    model.drawing().mapProperty().addListener(o -> stale = true);
    model.legend().classesProperty().addListener(o -> stale = true);
    model.legend().entriesProperty().addListener(o -> stale = true);
    dark.addListener(o -> stale = true);
  }

  @Override
  public void paint(Frame frame, Runnable dots) {
    if (model.drawing().networkProperty().get() == null) {
      network.close();
      dots.run();
      return;
    }
    if (stale || !network.isOpen()) {
      network.show(model, dark.get());
      stale = false;
    }
    network.paint(frame.pen(), frame.viewport(), frame.width(), frame.height());
  }
}
