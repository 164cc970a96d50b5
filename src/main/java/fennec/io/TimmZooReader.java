package fennec.io;

import fennec.error.FennecException;
import fennec.zoo.ArchitectureFamily;
import fennec.zoo.PretrainedModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads the table of published timm models: one a row. Weights that were tested at several input
 * sizes stand on several rows; the smallest size keeps the plain name, the others carry the size,
 * as in {@code convnext_atto.d2_in1k@288}. The architecture is {@code timm.} and the published
 * name; not each of them has a graph.
 */
public final class TimmZooReader {

  private static final String PAGE = "https://huggingface.co/timm/";
  private static final String ACCURACY = "imagenet_top1";
  private static final List<String> REQUIRED =
      List.of("model", "architecture", "pretraining", "input_size", "parameters_m", ACCURACY);
  private static final double MILLION = 1e6;

  /** Creates a reader; it keeps nothing between calls. */
  public TimmZooReader() {}

  /**
   * The models in {@code file}, in its order.
   *
   * @throws FennecException naming file, line and reason of the first thing that is wrong
   */
  public List<PretrainedModel> read(Path file) throws FennecException {
    List<Complaint> complaints = new ArrayList<>();
    List<PretrainedModel> models = new ArrayList<>();
    CsvTable.read(file, complaints)
        .filter(table -> table.require(REQUIRED, complaints))
        .ifPresent(table -> new Rows(table, complaints).into(models));
    if (!complaints.isEmpty()) {
      throw new FennecException(complaints.get(0).sentence());
    }
    return List.copyOf(models);
  }

  private record Rows(CsvTable table, List<Complaint> complaints) {

    void into(List<PretrainedModel> models) {
      Map<String, Long> smallest = new HashMap<>();
      for (CsvTable.Row row : table.rows()) {
        smallest.merge(table.cell(row, "model"), size(row), Math::min);
      }
      Set<String> names = new HashSet<>();
      for (CsvTable.Row row : table.rows()) {
        String published = table.cell(row, "model");
        long size = size(row);
        String name = size == smallest.get(published) ? published : published + "@" + size;
        if (published.isEmpty() || !names.add(name)) {
          String reason =
              published.isEmpty() ? "the name of the model is empty" : name + " stands twice";
          complaints.add(new Complaint(table.file(), row.line(), reason));
        } else {
          models.add(model(row, published, name, size));
        }
      }
    }

    private PretrainedModel model(CsvTable.Row row, String published, String name, long size) {
      String architecture = table.cell(row, "architecture");
      OptionalDouble parameters = number(row, "parameters_m", MILLION);
      OptionalDouble accuracy = number(row, ACCURACY, 1.0 / 100);
      if (accuracy.isPresent() && accuracy.getAsDouble() > 1) {
        complain(row, ACCURACY, "must be within 0 and 100");
      }
      return new PretrainedModel(
          name,
          ArchitectureFamily.of(architecture),
          "timm." + architecture,
          parameters.isPresent()
              ? OptionalLong.of(Math.round(parameters.getAsDouble()))
              : OptionalLong.empty(),
          size > 0 ? OptionalInt.of((int) size) : OptionalInt.empty(),
          table.cell(row, "pretraining"),
          accuracy,
          PAGE + published);
    }

    private long size(CsvTable.Row row) {
      OptionalLong size = Figures.whole(table.cell(row, "input_size"));
      if (size.isEmpty() || size.getAsLong() == 0 || size.getAsLong() > 100_000) {
        complain(row, "input_size", "must be a whole number above 0");
        return 0;
      }
      return size.getAsLong();
    }

    private OptionalDouble number(CsvTable.Row row, String column, double factor) {
      String cell = table.cell(row, column);
      if (cell.isEmpty()) {
        return OptionalDouble.empty();
      }
      OptionalDouble value = Figures.decimal(cell);
      if (value.isEmpty() || value.getAsDouble() < 0) {
        complain(row, column, "must be a number not below 0");
        return OptionalDouble.empty();
      }
      return OptionalDouble.of(value.getAsDouble() * factor);
    }

    private void complain(CsvTable.Row row, String column, String rule) {
      String cell = table.cell(row, column);
      Complaint complaint =
          new Complaint(
              table.file(), row.line(), "the " + column + " " + rule + ", it is \"" + cell + "\"");
      if (!complaints.contains(complaint)) {
        complaints.add(complaint);
      }
    }
  }
}
