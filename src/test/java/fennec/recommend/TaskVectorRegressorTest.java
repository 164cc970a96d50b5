package fennec.recommend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fennec.embedding.ImageEmbeddings;
import fennec.testing.PlantedTasks;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TaskVectorRegressorTest {

  private final SortedMap<String, ImageEmbeddings> images = PlantedTasks.tasks(6, 20, 12);
  private final Map<String, double[]> vectors = vectors();

  private static Map<String, double[]> vectors() {
    Map<String, double[]> vectors = new HashMap<>();
    for (int t = 0; t < 6; t++) {
      vectors.put(String.format("task%02d", t), new double[] {t, 10 - t, t % 2});
    }
    return vectors;
  }

  private static double[] mean(double[][][] said) {
    double[] mean = new double[said[0][0].length];
    for (double[][] tree : said) {
      for (double[] image : tree) {
        for (int j = 0; j < mean.length; j++) {
          mean[j] += image[j] / (said.length * tree.length);
        }
      }
    }
    return mean;
  }

  @Test
  void unseenImagesOfAKnownTaskGetTheVectorOfThatTask() {
    TaskVectorRegressor forest = TaskVectorRegressor.fit(images, vectors, 25, 1);
    double[] vector = mean(forest.predict(PlantedTasks.task(4, 30, 12, 99)));
    assertArrayEquals(new double[] {4, 6, 0}, vector, 0.35);
  }

  @Test
  void outputsKeepTheirOrderBeyondTenOfThem() {
    Map<String, double[]> wide = new HashMap<>();
    for (int t = 0; t < 6; t++) {
      double[] vector = new double[12];
      for (int j = 0; j < 12; j++) {
        vector[j] = 100 * j + t;
      }
      wide.put(String.format("task%02d", t), vector);
    }
    double[] vector =
        mean(TaskVectorRegressor.fit(images, wide, 5, 1).predict(images.get("task03")));
    for (int j = 0; j < 12; j++) {
      assertEquals(100 * j + 3, vector[j], 3);
    }
  }

  @Test
  void theSameSeedGivesTheSameTreesAndAnotherSeedOthers() {
    ImageEmbeddings between = PlantedTasks.task(7, 10, 12, 5);
    double[][][] first = TaskVectorRegressor.fit(images, vectors, 7, 3).predict(between);
    double[][][] again = TaskVectorRegressor.fit(images, vectors, 7, 3).predict(between);
    double[][][] other = TaskVectorRegressor.fit(images, vectors, 7, 4).predict(between);
    assertArrayEquals(first, again);
    assertThrows(AssertionError.class, () -> assertArrayEquals(first, other));
  }

  @Test
  void saysWhatDoesNotFit() {
    TaskVectorRegressor forest = TaskVectorRegressor.fit(images, vectors, 3, 1);
    ImageEmbeddings wider = PlantedTasks.task(1, 2, 13, 1);
    assertEquals(
        "13 features where the forest knows 12",
        assertThrows(IllegalArgumentException.class, () -> forest.predict(wider)).getMessage());
    assertEquals(
        "task task00 has no vector",
        assertThrows(
                IllegalArgumentException.class,
                () -> TaskVectorRegressor.fit(images, Map.of("task01", new double[] {1}), 3, 1))
            .getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> TaskVectorRegressor.fit(new TreeMap<>(), vectors, 3, 1));
  }
}
