package fennec.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fennec.error.FennecException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeFiguresReaderTest {

  @TempDir Path folder;

  private Path file(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void tablesAndObjectsAreRead() throws Exception {
    var table = NodeFiguresReader.read(file("t.csv", "node,ms,rest\n/a,1.5,x\n/b,,y\n/c,-2e3,\n"));
    assertEquals("ms", table.title());
    assertEquals(Map.of("/a", 1.5, "/c", -2000.0), table.values());
    var object = NodeFiguresReader.read(file("loss.json", "{\"/a\": 1, \"/b\": 0.25}"));
    assertEquals("loss", object.title());
    assertEquals(Map.of("/a", 1.0, "/b", 0.25), object.values());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.csv|node,ms;/a,slow|a.csv, line 2: 'slow' is no number.",
        "a.csv|node,ms;/a,NaN|a.csv, line 2: 'NaN' is no number.",
        "a.csv|node;/a|a.csv has one column; names of operations and their figures are two.",
        "a.csv|node,ms;/a|a.csv, line 2: 1 cells where the header has 2.",
        "a.json|[1, 2]|a.json is no JSON object of names and numbers.",
        "a.json|{\"/a\": \"x\"}|a.json: the figure of '/a' is no number.",
        "a.json|{\"/a\": 1;|a.json, line 2: this is not JSON."
      })
  void whatIsWrongIsSaid(String name, String text, String message) throws Exception {
    Path file = file(name, text.replace(';', '\n'));
    FennecException e = assertThrows(FennecException.class, () -> NodeFiguresReader.read(file));
    assertEquals(folder.resolve(message).toString(), e.getMessage());
  }

  @Test
  void aMissingFileIsSaid() {
    Path file = folder.resolve("gone.csv");
    FennecException e = assertThrows(FennecException.class, () -> NodeFiguresReader.read(file));
    assertEquals(file + ": no such file or folder.", e.getMessage());
  }
}
