package fennec.architecture;

import fennec.progress.Progress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hipparchus.clustering.CentroidCluster;
import org.hipparchus.clustering.Clusterable;
import org.hipparchus.clustering.KMeansPlusPlusClusterer;
import org.hipparchus.clustering.MultiKMeansPlusPlusClusterer;
import org.hipparchus.clustering.distance.EuclideanDistance;
import org.hipparchus.random.Well19937c;

/**
 * k-means clusters of architecture vectors of length 1 (so that distance goes with the cosine),
 * k-means++ starts, the best of several runs by the sum of squared distances.
 *
 * <p>Clusters are numbered from 0 by falling size, ties by the first name in them.
 */
public final class ArchitectureClusters {

  private static final int RUNS = 8;
  private static final int ITERATIONS = 200;

  /** The numbers of clusters that {@link #choose} tries, no more than half the architectures. */
  private static final List<Integer> CANDIDATES = List.of(4, 6, 8, 10, 12, 16, 20, 24, 32, 40, 48);

  private final List<double[]> centres;
  private final SortedMap<String, Integer> clusterOf;
  private final double silhouette;

  private ArchitectureClusters(
      List<double[]> centres, SortedMap<String, Integer> clusterOf, double silhouette) {
    this.centres = List.copyOf(centres);
    this.clusterOf = Collections.unmodifiableSortedMap(clusterOf);
    this.silhouette = silhouette;
  }

  private record Named(String name, double[] point) implements Clusterable {
    @Override
    public double[] getPoint() {
      return point;
    }
  }

  /**
   * Clusters {@code vectors} into {@code count} clusters.
   *
   * @param seed of the starts
   * @throws IllegalArgumentException if count is below 1 or above the number of vectors
   */
  public static ArchitectureClusters of(Map<String, float[]> vectors, int count, long seed) {
    if (count < 1 || count > vectors.size()) {
      throw new IllegalArgumentException(
          "the number of clusters must be between 1 and " + vectors.size() + ", not " + count);
    }
    List<Named> points = new ArrayList<>();
    Archi2Vec.directions(vectors).forEach((name, point) -> points.add(new Named(name, point)));
    var once =
        new KMeansPlusPlusClusterer<Named>(
            count,
            ITERATIONS,
            new EuclideanDistance(),
            new Well19937c(seed),
            KMeansPlusPlusClusterer.EmptyClusterStrategy.FARTHEST_POINT);
    List<CentroidCluster<Named>> found =
        new ArrayList<>(new MultiKMeansPlusPlusClusterer<>(once, RUNS).cluster(points));
    found.removeIf(c -> c.getPoints().isEmpty());
    found.sort(
        Comparator.comparingInt((CentroidCluster<Named> c) -> -c.getPoints().size())
            .thenComparing(ArchitectureClusters::firstName));
    SortedMap<String, Integer> clusterOf = new TreeMap<>();
    List<double[]> centres = new ArrayList<>();
    for (CentroidCluster<Named> cluster : found) {
      cluster.getPoints().forEach(p -> clusterOf.put(p.name(), centres.size()));
      centres.add(cluster.getCenter().getPoint());
    }
    return new ArchitectureClusters(centres, clusterOf, silhouette(points, clusterOf));
  }

  /** The clusters whose silhouette is best among the counts tried, ties to fewer. */
  public static ArchitectureClusters choose(
      Map<String, float[]> vectors, long seed, Progress progress) {
    ArchitectureClusters best = of(vectors, Math.min(2, vectors.size()), seed);
    int done = 0;
    for (int count : CANDIDATES) {
      progress.checkCancelled();
      progress.step(done++, CANDIDATES.size(), "clustering");
      if (count <= vectors.size() / 2) {
        ArchitectureClusters tried = of(vectors, count, seed);
        best = tried.silhouette > best.silhouette ? tried : best;
      }
    }
    return best;
  }

  private static String firstName(CentroidCluster<Named> cluster) {
    return cluster.getPoints().stream().map(Named::name).sorted().findFirst().orElse("");
  }

  /** Mean over points of (b - a) / max(a, b); Rousseeuw 1987. A point alone counts 0. */
  private static double silhouette(List<Named> points, Map<String, Integer> clusterOf) {
    int count = clusterOf.values().stream().mapToInt(c -> c + 1).max().orElse(0);
    if (count < 2) {
      return 0;
    }
    double sum = 0;
    for (Named point : points) {
      double[] distance = new double[count];
      int[] size = new int[count];
      for (Named other : points) {
        if (!other.name().equals(point.name())) {
          int cluster = clusterOf.get(other.name());
          distance[cluster] += new EuclideanDistance().compute(point.point(), other.point());
          size[cluster]++;
        }
      }
      sum += silhouette(distance, size, clusterOf.get(point.name()));
    }
    return sum / points.size();
  }

  private static double silhouette(double[] distance, int[] size, int own) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int c = 0; c < size.length; c++) {
      if (c != own && size[c] > 0) {
        nearest = Math.min(nearest, distance[c] / size[c]);
      }
    }
    if (size[own] == 0) {
      return 0;
    }
    double inside = distance[own] / size[own];
    double larger = Math.max(inside, nearest);
    return larger > 0 ? (nearest - inside) / larger : 0;
  }

  /** Number of clusters. */
  public int count() {
    return centres.size();
  }

  /** Mean silhouette, in [-1, 1]. */
  public double silhouette() {
    return silhouette;
  }

  /** Cluster of every architecture. */
  public SortedMap<String, Integer> clusterOf() {
    return clusterOf;
  }

  /** Names in the cluster with this number, in their order. */
  public List<String> members(int cluster) {
    return clusterOf.entrySet().stream()
        .filter(e -> e.getValue() == cluster)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The cluster whose centre is nearest to {@code vector}, ties to the lower number. */
  public int assign(float[] vector) {
    double[] point = Archi2Vec.direction(vector);
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int c = 0; c < centres.size(); c++) {
      double distance = new EuclideanDistance().compute(point, centres.get(c));
      if (distance < least) {
        least = distance;
        best = c;
      }
    }
    return best;
  }
}
