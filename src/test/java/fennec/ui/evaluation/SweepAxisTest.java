package fennec.ui.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SweepAxisTest {

  @Test
  void marksAreRoundAndAsManyAsThereIsRoomFor() {
    assertEquals(0.1, SweepAxis.step(1, 700, 60), 1e-12);
    assertEquals(0.2, SweepAxis.step(1, 300, 60), 1e-12);
    assertEquals(0.25, SweepAxis.step(1, 299, 60), 1e-12);
    assertEquals(20, SweepAxis.step(95, 400, 60), 1e-12);
    assertEquals(0.5, SweepAxis.step(2.95, 400, 60), 1e-12);
    assertEquals(1, SweepAxis.step(0, 400, 60), 1e-12);
  }
}
