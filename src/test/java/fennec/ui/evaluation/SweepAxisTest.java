package fennec.ui.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SweepAxisTest {

  @Test
  void marksAreRoundAndAsManyAsThereIsRoomFor() {
    assertEquals(0.1, SweepAxis.step(1, 700), 1e-12);
    assertEquals(0.2, SweepAxis.step(1, 300), 1e-12);
    assertEquals(0.25, SweepAxis.step(1, 299), 1e-12);
    assertEquals(20, SweepAxis.step(95, 400), 1e-12);
    assertEquals(0.5, SweepAxis.step(2.95, 400), 1e-12);
    assertEquals(1, SweepAxis.step(0, 400), 1e-12);
  }
}
