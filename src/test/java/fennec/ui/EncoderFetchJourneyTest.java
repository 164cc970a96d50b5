package fennec.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.app.EncoderFetch;
import fennec.app.EncoderFiles;
import fennec.app.FennecHome;
import fennec.app.Workbench;
import fennec.hub.HubEnvironment;
import fennec.hub.LoopbackHub;
import fennec.progress.Work;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Fetches an encoder from a Hub on this computer through the window. */
class EncoderFetchJourneyTest extends WindowJourney {

  private static final String NAME = "clip-vit-base-patch32";

  private LoopbackHub hub;
  private byte[] weights;

  @Override
  protected Work<Services> services() throws Exception {
    hub = new LoopbackHub();
    weights = new byte[300_000];
    weights[7] = 1;
    hub.files.put("config.json", "{}".getBytes(StandardCharsets.UTF_8));
    hub.files.put("preprocessor_config.json", "{ }".getBytes(StandardCharsets.UTF_8));
    hub.files.put("model.safetensors", weights);
    Workbench workbench =
        new Workbench(FennecHome.find(), "cpu", false, Optional.empty(), Clock.systemUTC());
    HubEnvironment environment =
        new HubEnvironment(
            hub.address(), hub.address(), folder.resolve("hub"), Optional.empty(), false);
    WorkbenchRecommendation real =
        new WorkbenchRecommendation(
            workbench, new EncoderFetch(environment), new EncoderFiles(environment));
    FakeProgram program = new FakeProgram(20, List.of());
    program.choices = real::encoders;
    program.downloads = real.downloads();
    program.keeping = real.keeping();
    return progress -> program.services();
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  private boolean here() {
    return window.panes().target().encoders().stream()
        .anyMatch(each -> each.id().equals(NAME) && each.available());
  }

  private boolean shown(String id) {
    return robot.lookup("#" + id).tryQuery().map(node -> node.isVisible()).orElse(false);
  }

  @Test
  void offerConsentFilesAndHowToGoOn() throws Exception {
    assertFalse(here());
    Button get = node("button-file-get-encoder", Button.class);
    assertEquals("Get CLIP\u2026", get.getText());
    fx(get::fire);
    until("an offer", () -> shown("fetch-start"));
    Path target = folder.resolve("hub").resolve("models--openai--" + NAME);
    assertFalse(Files.exists(target), "nothing comes before consent");
    assertEquals("0.3 MB", node("fetch-size", Label.class).getText());
    assertEquals(hub.address() + "/openai/" + NAME, node("fetch-from", Label.class).getText());
    assertEquals(target.toString(), node("fetch-to", Label.class).getText());
    fx(() -> node("fetch-start", Button.class).fire());
    until("the encoder is listed", this::here);
    String message = node("fetch-message", Label.class).getText();
    assertTrue(message.contains("history embed --encoder " + NAME), message);
    String commit = Files.readString(target.resolve("refs").resolve("main"));
    assertArrayEquals(
        weights,
        Files.readAllBytes(
            target.resolve("snapshots").resolve(commit).resolve("model.safetensors")));
    String note =
        window.panes().target().encoders().stream()
            .filter(each -> each.id().equals(NAME))
            .findFirst()
            .orElseThrow()
            .note();
    assertTrue(note.contains("history embed"), note);
  }

  @Test
  void offlineIsSaidAtOnce() throws Exception {
    hub.close();
    fx(() -> node("button-file-get-encoder", Button.class).fire());
    until("it is said", () -> shown("fetch-retry"));
    assertEquals(
        "There is no connection to 127.0.0.1; is this computer online?",
        node("fetch-message", Label.class).getText());
  }
}
