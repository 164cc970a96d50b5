package fennec.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import fennec.app.RankRequest;
import fennec.error.FennecException;
import fennec.io.RankOptions;
import fennec.io.Settings;
import fennec.recommend.TransferMethod;
import fennec.ui.FakeProgram;
import fennec.ui.message.RecordingMessages;
import fennec.ui.session.Session;
import fennec.ui.target.TargetViewModel;
import fennec.ui.task.CurrentThreadTaskRunner;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RankSettingsViewModelTest {

  private static final RankOptions PAPER =
      new RankOptions("paper", 7, List.of("parc"), "all", "auto", false);

  @TempDir Path folder;

  private final Session session = new Session(() -> 0L);
  private final ReadOnlyObjectWrapper<Settings> settings =
      new ReadOnlyObjectWrapper<>(Settings.DEFAULT);
  private final TargetViewModel target =
      new TargetViewModel(
          session,
          new CurrentThreadTaskRunner(),
          new RecordingMessages(),
          settings.getReadOnlyProperty(),
          settings::set);
  private final RankSettingsViewModel model =
      new RankSettingsViewModel(settings, settings::set, session, target);

  @Test
  void aChoiceIsRememberedAndRanksAgainWithTheMethodsOwnAlpha() throws IOException {
    ImageIO.write(
        new BufferedImage(8, 6, BufferedImage.TYPE_INT_RGB),
        "png",
        folder.resolve("a.png").toFile());
    target.connect(new FakeProgram(5, List.of()));
    target.open(List.of(folder));
    assertEquals(RankOptions.DEFAULT, session.runProperty().get().options());
    model.apply(PAPER, false);
    assertEquals(PAPER, settings.get().ranking());
    assertFalse(settings.get().reportThumbnails());
    assertEquals(PAPER, session.runProperty().get().options());
    assertEquals(0.5, session.alphaProperty().get());
  }

  @Test
  void optionsBecomeTheRequestThatTheTerminalMakes() throws FennecException {
    RankRequest request = RankRequest.of(List.of(folder), "auto", 12, PAPER);
    assertEquals(TransferMethod.PAPER, request.settings().method());
    assertEquals(7, request.settings().latentSize());
    assertEquals(12, request.settings().clusters());
    assertEquals(RankRequest.ZooChoice.ALL, request.zoo());
    assertEquals(List.of("parc"), request.packs());
    assertEquals(
        RankRequest.of(List.of(folder), "auto"),
        RankRequest.of(List.of(folder), "auto", 10, RankOptions.DEFAULT));
  }
}
