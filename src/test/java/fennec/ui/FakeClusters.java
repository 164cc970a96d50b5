package fennec.ui;

import fennec.architecture.ArchitectureClusters;
import fennec.progress.Progress;
import fennec.ui.clusters.ClusterService;
import fennec.ui.clusters.ZooArchitecture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** A zoo of invented architectures: six families, each with vectors around a corner of its own. */
public final class FakeClusters implements ClusterService {

  private static final List<String> FAMILIES =
      List.of("ConvNeXt", "DenseNet", "EfficientNet", "ResNet", "Swin", "ViT");
  private static final int OF_A_FAMILY = 4;
  private static final int DIMENSIONS = 8;

  /** The architecture of the i-th invented model; every seventh model has none. */
  static String architectureOf(int i, String family) {
    return i % 7 == 6 ? "" : name(family, i % (OF_A_FAMILY - 1));
  }

  private static String name(String family, int i) {
    return String.format(Locale.ROOT, "fake.%s_%d", family.toLowerCase(Locale.ROOT), i);
  }

  @Override
  public List<ZooArchitecture> architectures(Progress progress) {
    SplittableRandom random = new SplittableRandom(11);
    List<ZooArchitecture> all = new ArrayList<>();
    for (int f = 0; f < FAMILIES.size(); f++) {
      for (int i = 0; i < OF_A_FAMILY; i++) {
        float[] vector = new float[DIMENSIONS];
        for (int d = 0; d < DIMENSIONS; d++) {
          vector[d] = (float) (0.3 * random.nextDouble() + (d == f ? 2 : 0));
        }
        all.add(
            new ZooArchitecture(
                name(FAMILIES.get(f), i),
                FAMILIES.get(f),
                OptionalLong.of(1_000_000L * (1 + f * OF_A_FAMILY + i)),
                vector));
      }
    }
    all.sort(Comparator.comparing(ZooArchitecture::name));
    return all;
  }

  @Override
  public ArchitectureClusters clusters(OptionalInt count, Progress progress) {
    TreeMap<String, float[]> vectors = new TreeMap<>();
    architectures(progress).forEach(each -> vectors.put(each.name(), each.vector()));
    return ArchitectureClusters.of(
        vectors, Math.min(vectors.size(), count.orElse(FAMILIES.size())), 1);
  }
}
