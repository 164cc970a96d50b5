package fennec.io;

import fennec.error.FennecException;
import fennec.file.Safetensors;
import fennec.file.TensorEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads labelled features: a safetensors file with {@code features} (n x d, floating point) and
 * {@code labels} (n, whole numbers), or a CSV file with a column {@code label} and one column a
 * feature. Classes are numbered in the order of their names or numbers.
 */
public final class LabelledFeaturesReader {

  /** Creates a reader; it keeps nothing between calls. */
  public LabelledFeaturesReader() {}

  /**
   * The features in {@code file}.
   *
   * @throws FennecException naming file and place of what is wrong, or if there are fewer than two
   *     classes or fewer than two rows in all
   */
  public LabelledFeatures read(Path file) throws FennecException {
    String name = file.toString().toLowerCase(Locale.ROOT);
    LabelledFeatures features;
    if (name.endsWith(".safetensors")) {
      features = tensors(file);
    } else if (name.endsWith(".csv")) {
      features = table(file);
    } else {
      throw new FennecException(
          "Cannot tell the format of " + file + "; name it .safetensors or .csv.");
    }
    if (features.classes().size() < 2) {
      throw new FennecException(
          file
              + ": the score needs two classes or more, there is "
              + features.classes().size()
              + ".");
    }
    return features;
  }

  private static LabelledFeatures tensors(Path file) throws FennecException {
    try (Safetensors tensors = Safetensors.open(file)) {
      TensorEntry entry = tensors.entry("features");
      long[] shape = entry.shape();
      if (shape.length != 2 || shape[0] < 1 || shape[1] < 1) {
        throw new FennecException(
            file + ": the tensor features must be n x d, it is " + entry.shapeText() + ".");
      }
      int n = Math.toIntExact(shape[0]);
      int d = Math.toIntExact(shape[1]);
      float[] flat = tensors.floats("features");
      long[] numbers = tensors.longs("labels");
      if (numbers.length != n) {
        throw new FennecException(
            file + ": there are " + n + " rows of features and " + numbers.length + " labels.");
      }
      double[][] points = new double[n][d];
      List<Long> labels = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        labels.add(numbers[i]);
        for (int c = 0; c < d; c++) {
          points[i][c] = flat[i * d + c];
          if (!Double.isFinite(points[i][c])) {
            throw new FennecException(
                file + ": row " + i + ", column " + c + " of features is not a finite number.");
          }
        }
      }
      return labelled(points, labels);
    }
  }

  private static LabelledFeatures table(Path file) throws FennecException {
    List<Complaint> complaints = new ArrayList<>();
    CsvTable table = CsvTable.read(file, complaints).orElse(null);
    if (!complaints.isEmpty() || table == null) {
      throw new FennecException(complaints.get(0).sentence());
    }
    List<String> header = table.header();
    int label = header.indexOf("label");
    // The column that fennec embed writes beside the label; it is no feature.
    int names = header.indexOf("file");
    int features = header.size() - 1 - (names < 0 ? 0 : 1);
    if (label < 0 || features < 1) {
      throw new FennecException(file + ": the columns must be label and one column a feature.");
    }
    List<CsvTable.Row> rows = table.rows();
    double[][] points = new double[rows.size()][features];
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < points.length; i++) {
      CsvTable.Row row = rows.get(i);
      labels.add(row.cells().get(label));
      for (int c = 0, at = 0; c < header.size(); c++) {
        if (c != label && c != names) {
          points[i][at++] = number(file, row, header.get(c), row.cells().get(c));
        }
      }
    }
    return labelled(points, labels);
  }

  private static double number(Path file, CsvTable.Row row, String column, String cell)
      throws FennecException {
    double value = Double.NaN;
    try {
      value = Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      value = Double.NaN;
    }
    if (!Double.isFinite(value)) {
      throw new FennecException(
          new Complaint(file, row.line(), "the " + column + " \"" + cell + "\" is not a number")
              .sentence());
    }
    return value;
  }

  private static <T extends Comparable<T>> LabelledFeatures labelled(
      double[][] points, List<T> labels) {
    Map<T, Integer> classes = new TreeMap<>();
    labels.forEach(label -> classes.put(label, 0));
    int next = 0;
    for (Map.Entry<T, Integer> each : classes.entrySet()) {
      each.setValue(next++);
    }
    return new LabelledFeatures(
        points,
        labels.stream().mapToInt(classes::get).toArray(),
        classes.keySet().stream().map(String::valueOf).toList());
  }
}
