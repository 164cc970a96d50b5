package fennec.ui.target;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fennec.ui.task.RunningTask.Step;
import org.junit.jupiter.api.Test;

class RunCardTest {

  @Test
  void onlyEmbeddingCountsImages() {
    assertEquals("4.0 images/s, 10 s left", RunCard.pace(new Step(20, 60, "embedding", 4)));
    assertEquals("1 s left", RunCard.pace(new Step(1, 2, "learning from history", 1)));
    assertEquals(" ", RunCard.pace(new Step(60, 60, "embedding", 4)), "nothing is left");
    assertEquals(" ", RunCard.pace(new Step(0, 60, "embedding", 0)));
  }
}
