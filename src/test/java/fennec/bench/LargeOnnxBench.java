package fennec.bench;

import fennec.architecture.ArchitectureGraph;
import fennec.architecture.GraphCost;
import fennec.error.FennecException;
import fennec.io.OnnxGraphReader;
import fennec.io.SparseOnnxFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Times opening ONNX files of 2 GB and 8 GB with all their weights in them. */
public final class LargeOnnxBench {

  private LargeOnnxBench() {}

  /** Writes sparse files, reads each three times, removes them. */
  public static void main(String[] args) throws IOException, FennecException {
    for (int layers : new int[] {200, 800}) {
      Path file = Files.createTempFile("large", ".onnx");
      try {
        SparseOnnxFile.write(file, layers, 10L << 20);
        for (int run = 0; run < 3; run++) {
          long start = System.nanoTime();
          ArchitectureGraph graph = new OnnxGraphReader().read(file);
          System.out.printf(
              "%,d bytes, %d nodes, %,d parameters: %.1f ms%n",
              Files.size(file),
              graph.nodes().size(),
              GraphCost.of(graph).parameters(),
              (System.nanoTime() - start) / 1e6);
        }
      } finally {
        Files.delete(file);
      }
    }
  }
}
