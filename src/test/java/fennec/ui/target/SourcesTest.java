package fennec.ui.target;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourcesTest {

  @Test
  void foldersOfOneNameAreToldApart() {
    String birds = Path.of("a", "birds").toString();
    String otherBirds = Path.of("b", "birds").toString();
    String cats = Path.of("a", "cats").toString();
    List<String> recent = List.of(birds, otherBirds, cats);
    assertEquals("birds in a", Sources.title(birds, recent));
    assertEquals("birds in b", Sources.title(otherBirds, recent));
    assertEquals("cats", Sources.title(cats, recent));
    assertEquals("birds", Sources.title("birds", List.of("birds", birds)), "no folder to name");
  }
}
