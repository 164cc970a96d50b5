package fennec.ui.architecture;

import fennec.architecture.Archi2Vec;
import java.util.List;

/**
 * Where a graph lies among the architectures.
 *
 * @param cluster number of its cluster
 * @param members architectures in that cluster
 * @param nearest the nearest architectures, nearest first
 */
public record Standing(int cluster, int members, List<Archi2Vec.Neighbour> nearest) {

  /** Copies the list. */
  public Standing {
    nearest = List.copyOf(nearest);
  }
}
