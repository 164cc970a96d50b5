package fennec.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fennec.error.FennecException;
import fennec.file.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelledFeaturesReaderTest {

  @TempDir Path folder;

  private final LabelledFeaturesReader reader = new LabelledFeaturesReader();

  private Path table(String text) throws IOException {
    return Files.writeString(folder.resolve("f.csv"), text.replace(';', '\n'));
  }

  private Path tensors(float[] features, long[] shape, long... labels) throws FennecException {
    Path file = folder.resolve("f.safetensors");
    new SafetensorsWriter()
        .f32("features", features, shape)
        .i64("labels", labels, labels.length)
        .write(file);
    return file;
  }

  private void refused(Path file, String sentence) {
    assertEquals(
        sentence.replace("FILE", file.toString()),
        assertThrows(FennecException.class, () -> reader.read(file)).getMessage());
  }

  @Test
  void aTableMayNameItsFilesAndPutTheLabelAnywhere() throws Exception {
    LabelledFeatures read = reader.read(table("file,a,label,b;1.png,1,dog,2;2.png,3,cat,4.5;"));
    assertEquals(List.of("cat", "dog"), read.classes());
    assertArrayEquals(new int[] {1, 0}, read.labels());
    assertArrayEquals(new double[][] {{1, 2}, {3, 4.5}}, read.points());
  }

  @Test
  void tensorsAreReadRowByRowAndClassesStandInTheOrderOfTheirNumbers() throws Exception {
    LabelledFeatures read =
        reader.read(tensors(new float[] {1, 2, 3, 4, 5, 6}, new long[] {3, 2}, 10, 9, 10));
    assertEquals(List.of("9", "10"), read.classes());
    assertArrayEquals(new int[] {1, 0, 1}, read.labels());
    assertArrayEquals(new double[][] {{1, 2}, {3, 4}, {5, 6}}, read.points());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | FILE: the file is empty.",
        "label,a | FILE: there are no rows below the header.",
        "a,b;1,2 | FILE: the columns must be label and one column a feature.",
        "file,label;1.png,x | FILE: the columns must be label and one column a feature.",
        "label,a,a;x,1,2 | FILE, line 1: the column a stands twice.",
        "label,a;x,1;y | FILE, line 3: 1 cells where the header has 2.",
        "label,a;x,1;\"y,2 | FILE, line 3: a quote is opened and never closed.",
        "label,a;x,1;y,two | FILE, line 3: the a \"two\" is not a number.",
        "label,a;x,;y,2 | FILE, line 2: the a \"\" is not a number.",
        "label,a;x,1;y,-Infinity | FILE, line 3: the a \"-Infinity\" is not a number.",
        "label,a;x,1;x,2 | FILE: the score needs two classes or more, there is 1."
      })
  void malformedTables(String text, String sentence) throws IOException {
    refused(table(text), sentence);
  }

  @Test
  void malformedTensors() throws Exception {
    refused(
        tensors(new float[] {1, 2, 3}, new long[] {3}, 0, 1, 0),
        "FILE: the tensor features must be n x d, it is [3].");
    refused(
        tensors(new float[] {1, 2, 3}, new long[] {3, 1}, 0, 1),
        "FILE: there are 3 rows of features and 2 labels.");
    refused(
        tensors(new float[] {1, 2, 3, Float.NaN}, new long[] {2, 2}, 0, 1),
        "FILE: row 1, column 1 of features is not a finite number.");
    refused(
        tensors(new float[] {1, 2}, new long[] {2, 1}, 7, 7),
        "FILE: the score needs two classes or more, there is 1.");
  }

  @Test
  void tensorsThatAreMissingOrOfTheWrongType() throws Exception {
    Path file = folder.resolve("m.safetensors");
    new SafetensorsWriter().i64("labels", new long[] {0, 1}, 2).write(file);
    refused(file, "FILE has no tensor \"features\".");
    new SafetensorsWriter()
        .f32("features", new float[] {1, 2}, 2, 1)
        .f32("labels", new float[] {0, 1}, 2)
        .write(file);
    refused(file, "Tensor \"labels\" of FILE holds F32, no integers.");
    new SafetensorsWriter().f32("features", new float[] {1, 2}, 2, 1).write(file);
    refused(file, "FILE has no tensor \"labels\".");
    refused(
        Path.of("features.npy"), "Cannot tell the format of FILE; name it .safetensors or .csv.");
  }
}
