package fennec.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColourScaleTest {

  @Test
  void contrastIsThatOfTheStandard() {
    assertEquals(21, ColourScale.contrast(0x000000, 0xffffff), 1e-9);
    assertEquals(1, ColourScale.contrast(0x336699, 0x336699), 1e-9);
    // WebAIM's contrast checker says 4.54 for #767676 on white.
    assertEquals(4.54, ColourScale.contrast(0x767676, 0xffffff), 0.005);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void everyColourStandsOutFromTheBackground(boolean dark) {
    CanvasColours colours = CanvasColours.of(dark);
    Set<Integer> seen = new HashSet<>();
    for (int c = 0; c < ColourScale.categories(); c++) {
      int colour = ColourScale.category(c, dark);
      assertTrue(ColourScale.contrast(colour, colours.background()) >= 3, "category " + c);
      assertTrue(seen.add(colour), "category " + c + " has a colour twice");
    }
    for (int i = 0; i <= 100; i++) {
      int colour = ColourScale.sequential(i / 100.0, dark);
      assertTrue(ColourScale.contrast(colour, colours.background()) >= 3, "part " + i);
    }
    assertTrue(ColourScale.contrast(colours.text(), colours.background()) >= 4.5);
    assertTrue(ColourScale.contrast(colours.muted(), colours.background()) >= 4.5);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void lightnessAloneTellsLowFromHigh(boolean dark) {
    double before = ColourScale.luminance(ColourScale.sequential(0, dark));
    for (int i = 1; i <= 20; i++) {
      double now = ColourScale.luminance(ColourScale.sequential(i / 20.0, dark));
      assertTrue(dark ? now > before : now < before, "step " + i);
      before = now;
    }
  }

  @Test
  void partsBeyondTheEndsAreTheEnds() {
    assertEquals(ColourScale.sequential(0, true), ColourScale.sequential(-3, true));
    assertEquals(ColourScale.sequential(1, true), ColourScale.sequential(7, true));
    assertEquals(0x808080, ColourScale.mix(0x000000, 0xffffff, 0.5));
  }
}
