package fennec.ui.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.error.FennecException;
import fennec.progress.Progress;
import fennec.ui.target.EncoderChoice;
import fennec.ui.task.CurrentThreadTaskRunner;
import fennec.ui.task.RunningTask;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** Fetching by consent, without a toolkit and without a network. */
class EncoderFetchViewModelTest {

  private static final long SIZE = 600_000_000;

  private final CurrentThreadTaskRunner tasks = new CurrentThreadTaskRunner();
  private final Server server = new Server();
  private final List<EncoderChoice> encoders =
      List.of(
          new EncoderChoice("built-in", "Built-in", true, ""),
          new EncoderChoice("clip", "CLIP", false, ""));
  private int refreshed;
  private final EncoderFetchViewModel model =
      new EncoderFetchViewModel(tasks, () -> server, () -> encoders, () -> refreshed++);

  private static final class Server implements EncoderDownloads {
    private long missing = SIZE;
    private boolean offline;
    private boolean cancels;
    private final List<String> calls = new ArrayList<>();

    @Override
    public EncoderOffer offer(String encoder) throws FennecException {
      calls.add("offer " + encoder);
      if (offline) {
        throw new FennecException("There is no connection to hub; is this computer online?");
      }
      return new EncoderOffer(encoder, "CLIP", "https://hub/x", "", "/c", SIZE, missing, SIZE * 9);
    }

    @Override
    public String fetch(EncoderOffer offer, Progress progress) throws FennecException {
      calls.add("fetch " + offer.missingBytes());
      if (offline) {
        throw new FennecException("The connection to hub broke.");
      }
      if (cancels) {
        missing = SIZE / 2;
        throw new CancellationException("Cancelled.");
      }
      return "CLIP is here.";
    }
  }

  @Test
  void nothingIsFetchedWithoutConsent() {
    assertEquals(List.of(encoders.get(1)), model.missing());
    model.ask("clip");
    assertEquals(FetchState.OFFERED, model.stateProperty().get());
    assertEquals("600.0 MB", model.offerProperty().get().size());
    assertTrue(model.offerProperty().get().licenceText().startsWith("not stated"));
    assertEquals(List.of("offer clip"), server.calls);
    model.fetch();
    assertEquals(FetchState.DONE, model.stateProperty().get());
    assertEquals("CLIP is here.", model.messageProperty().get());
    assertEquals(1, refreshed);
    model.fetch();
    assertEquals(List.of("offer clip", "fetch 600000000"), server.calls);
  }

  @Test
  void offlineIsOneSentenceAndCanBeTriedAgain() {
    server.offline = true;
    model.ask("clip");
    assertEquals(FetchState.FAILED, model.stateProperty().get());
    assertEquals(
        "There is no connection to hub; is this computer online?", model.messageProperty().get());
    assertNull(model.offerProperty().get());
    model.fetch();
    assertEquals(List.of("offer clip"), server.calls);
    server.offline = false;
    model.retry();
    assertEquals(FetchState.OFFERED, model.stateProperty().get());
    assertEquals("", model.messageProperty().get());
    assertEquals(List.of(), tasks.failures);
  }

  @Test
  void aCancelledDownloadIsGoneOnWith() {
    server.cancels = true;
    model.ask("clip");
    model.fetch();
    assertEquals(FetchState.OFFERED, model.stateProperty().get());
    assertEquals("Cancelled; what came so far is kept.", model.messageProperty().get());
    assertTrue(model.offerProperty().get().begun());
    assertEquals("600.0 MB, 300.0 MB of it are here", model.offerProperty().get().size());
    assertEquals(0, refreshed);
    server.cancels = false;
    model.fetch();
    assertEquals(FetchState.DONE, model.stateProperty().get());
    assertEquals("fetch 300000000", server.calls.get(server.calls.size() - 1));
  }

  @Test
  void aBrokenConnectionIsToldOnce() {
    model.ask("clip");
    server.offline = true;
    model.fetch();
    assertEquals(FetchState.FAILED, model.stateProperty().get());
    assertTrue(model.messageProperty().get().startsWith("The connection to hub broke."));
    assertEquals(List.of(), tasks.failures);
  }

  @Test
  void progressTellsRateAndTimeLeft() {
    assertEquals(
        "200.0 MB of 600.0 MB, 20.0 MB/s, 20 s left",
        EncoderFetchViewModel.progress(new RunningTask.Step(200_000_000, SIZE, "x", 20e6)));
    assertEquals("", EncoderFetchViewModel.progress(new RunningTask.Step(0, 0, "", 0)));
    assertEquals("12.5 GB", EncoderOffer.megabytes(12_500_000_000L));
  }
}
