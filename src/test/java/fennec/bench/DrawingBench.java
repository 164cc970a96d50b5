package fennec.bench;

import fennec.architecture.BlockFolding;
import fennec.architecture.GraphLayout;
import fennec.architecture.LayeredLayout;
import fennec.io.ArchitectureAtlas;
import fennec.io.GraphSvgWriter;
import fennec.progress.Progress;
import java.nio.file.Path;
import java.util.List;

/** Lays the folded graphs out, prints the times and, given a folder, writes the drawings. */
final class DrawingBench {

  private DrawingBench() {}

  /** {@code args}: a folder or {@code -}, then names; all of the atlas if left out. */
  public static void main(String[] args) throws Exception {
    ArchitectureAtlas atlas = ArchitectureAtlas.open(Path.of("assets/architectures"));
    List<String> names =
        args.length > 1
            ? List.of(args).subList(1, args.length)
            : List.copyOf(atlas.entries().keySet());
    boolean dark = false;
    for (String name : names) {
      BlockFolding folding = BlockFolding.of(atlas.graph(name));
      long start = System.nanoTime();
      GraphLayout layout = new LayeredLayout().layout(folding.folded(), Progress.NONE);
      System.out.printf(
          "%-45s %3d items %6.2f s  %.0f x %.0f, %d on the rail%n",
          name,
          layout.boxes().size(),
          (System.nanoTime() - start) / 1e9,
          layout.width(),
          layout.height(),
          layout.routes().stream().filter(GraphLayout.Route::rail).count());
      if (args.length > 0 && !args[0].equals("-")) {
        var theme = dark ? GraphSvgWriter.Theme.DARK : GraphSvgWriter.Theme.LIGHT;
        new GraphSvgWriter(theme).write(layout, Path.of(args[0], name + ".svg"));
        dark = !dark;
      }
    }
  }
}
