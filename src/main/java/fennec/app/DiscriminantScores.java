package fennec.app;

import fennec.error.FennecException;
import fennec.file.AtomicFile;
import fennec.history.HistoricTask;
import fennec.history.HistoryPack;
import fennec.history.PerformanceMatrix;
import fennec.io.HistoryPackFiles;
import fennec.io.LabelledFeatures;
import fennec.io.LabelledFeaturesReader;
import fennec.numeric.FisherDiscriminantAnalysis;
import fennec.progress.Progress;
import fennec.zoo.PretrainedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;

/**
 * Scores of labelled features by Fisher discriminant analysis: the mean posterior of each image's
 * own class, a fraction in [0, 1]. A matrix of them is a history that needs no fine-tuning.
 *
 * @param scores by model, then by task, in the order of their names
 */
public record DiscriminantScores(List<Score> scores) {

  /**
   * One score.
   *
   * @param model whose features they are; empty for a single file
   * @param task name of the file, for a folder without its ending
   * @param fda the score, a fraction in [0, 1]
   * @param classes number of classes
   * @param images number of rows
   */
  public record Score(String model, String task, double fda, int classes, int images) {}

  /** Copies the list. */
  public DiscriminantScores {
    scores = List.copyOf(scores);
  }

  /**
   * Scores one file, or each {@code MODEL/TASK.safetensors} and {@code MODEL/TASK.csv} of a folder.
   *
   * @throws FennecException if there is no such file, or one of them cannot be scored
   */
  public static DiscriminantScores of(Path features, Progress progress) throws FennecException {
    if (Files.notExists(features)) {
      throw new FennecException(features + ": no such file or folder.");
    }
    if (!Files.isDirectory(features)) {
      return new DiscriminantScores(
          List.of(score("", features.getFileName().toString(), features)));
    }
    List<Path> files = new ArrayList<>();
    for (Path model : children(features)) {
      if (Files.isDirectory(model)) {
        children(model).stream().filter(DiscriminantScores::holdsFeatures).forEach(files::add);
      }
    }
    if (files.isEmpty()) {
      throw new FennecException(
          features + " holds no MODEL/TASK.safetensors or MODEL/TASK.csv file.");
    }
    List<Score> scores = new ArrayList<>();
    for (Path file : files) {
      progress.checkCancelled();
      progress.step(scores.size(), files.size(), "scoring features");
      String name = file.getFileName().toString();
      scores.add(
          score(
              file.getParent().getFileName().toString(),
              name.substring(0, name.lastIndexOf('.')),
              file));
    }
    return new DiscriminantScores(scores);
  }

  private static boolean holdsFeatures(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".safetensors") || name.endsWith(".csv");
  }

  private static List<Path> children(Path folder) throws FennecException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    } catch (IOException e) {
      throw new FennecException("Cannot list " + folder + ": " + AtomicFile.reason(e) + ".", e);
    }
  }

  private static Score score(String model, String task, Path file) throws FennecException {
    LabelledFeatures read = new LabelledFeaturesReader().read(file);
    try {
      return new Score(
          model,
          task,
          FisherDiscriminantAnalysis.score(new DMatrixRMaj(read.points()), read.labels()),
          read.classes().size(),
          read.labels().length);
    } catch (IllegalArgumentException e) {
      throw new FennecException(file + " cannot be scored: " + e.getMessage() + ".", e);
    }
  }

  /**
   * The scores as a history pack that is named like {@code folder}; pairs without one are empty.
   */
  public HistoryPackFiles pack(Path folder) {
    NavigableSet<String> rows = new TreeSet<>();
    NavigableMap<String, HistoricTask> tasks = new TreeMap<>();
    for (Score score : scores) {
      rows.add(score.model());
      tasks.put(
          score.task(),
          new HistoricTask(
              score.task(),
              score.task(),
              OptionalInt.of(score.classes()),
              OptionalLong.of(score.images()),
              ""));
    }
    List<String> models = List.copyOf(rows);
    List<String> names = List.copyOf(tasks.keySet());
    double[][] matrix = new double[models.size()][names.size()];
    for (double[] line : matrix) {
      Arrays.fill(line, Double.NaN);
    }
    for (Score score : scores) {
      matrix[models.indexOf(score.model())][names.indexOf(score.task())] = score.fda();
    }
    String name = folder.toAbsolutePath().normalize().getFileName().toString();
    return new HistoryPackFiles(
        new HistoryPack(
            name,
            name,
            "FDA score of labelled features, no fine-tuning",
            "",
            true,
            List.copyOf(tasks.values()),
            new PerformanceMatrix(models, names, matrix),
            ""),
        models.stream().map(PretrainedModel::withoutFacts).toList());
  }
}
