package fennec.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fennec.error.FennecException;
import fennec.progress.Progress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replays answers in the form of the data sets server on this computer. */
class HubRowsTest {

  private static final HubRows.Source SOURCE =
      new HubRows.Source("my task", "org/set", "plain", "train", "", false);

  @TempDir Path folder;
  private HttpServer server;
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      URI uri = exchange.getRequestURI();
      asked.add(uri.toString());
      String text;
      if (uri.getPath().equals("/size")) {
        text =
            "{\"size\":{\"splits\":[{\"config\":\"plain\",\"split\":\"train\",\"num_rows\":95}]}}";
      } else if (uri.getPath().equals("/rows")) {
        text = rows(uri.getQuery());
      } else if (uri.getPath().endsWith("/13")) {
        exchange.sendResponseHeaders(403, -1);
        return;
      } else {
        exchange.getResponseHeaders().set("Content-Type", "image/png");
        text = "picture " + uri.getPath();
      }
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static String rows(String query) {
    int offset = Integer.parseInt(query.replaceAll(".*offset=(\\d+).*", "$1"));
    int length = Integer.parseInt(query.replaceAll(".*length=(\\d+).*", "$1"));
    StringBuilder rows = new StringBuilder();
    for (int i = offset; i < offset + length; i++) {
      rows.append(i > offset ? "," : "")
          .append(
              "{\"row_idx\":" + i + ",\"row\":{\"label\":1,\"img\":{\"src\":\"/i/" + i + "\"}}}");
    }
    return "{\"features\":[{\"name\":\"label\",\"type\":{\"_type\":\"ClassLabel\"}},"
        + "{\"name\":\"img\",\"type\":{\"_type\":\"Image\"}}],\"rows\":["
        + rows
        + "]}";
  }

  private HubRows hubRows(boolean offline) {
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return new HubRows(new HubEnvironment(address, address, folder, Optional.empty(), offline));
  }

  @Test
  void aSeededSampleLandsInTheTasksFolder() throws Exception {
    HubRows.Sample sample = hubRows(false).fetch(SOURCE, 100, 7, folder, Progress.NONE);
    assertEquals(folder.resolve("my_task"), sample.folder());
    assertEquals(94, sample.images());
    assertEquals(1, sample.failed());
    try (Stream<Path> files = Files.list(sample.folder())) {
      assertEquals(94, files.count());
    }
    assertEquals("picture /i/42", Files.readString(sample.folder().resolve("00000042.png")));
  }

  @Test
  void theSameSeedAsksForTheSameRows() throws Exception {
    hubRows(false).fetch(SOURCE, 30, 7, folder, Progress.NONE);
    List<String> first = List.copyOf(asked);
    asked.clear();
    hubRows(false).fetch(SOURCE, 30, 7, folder, Progress.NONE);
    assertEquals(first, asked);
    assertTrue(first.get(1).startsWith("/rows?dataset=org%2Fset&config=plain&split=train&offset="));
    assertEquals(3, HubRows.offsets(1000, 30, 1).size());
    assertEquals(List.of(0L), HubRows.offsets(4, 100, 1));
  }

  @Test
  void whatIsNotThereIsSaid() {
    assertEquals(
        "org/set has no rows in split test of plain.",
        message(new HubRows.Source("t", "org/set", "plain", "test", "", false), false));
    assertEquals(
        "org/set has no pictures in column photo.",
        message(new HubRows.Source("t", "org/set", "plain", "train", "photo", false), false));
    assertEquals(
        "HF_HUB_OFFLINE is set, so nothing is fetched; unset it to download.",
        message(SOURCE, true));
  }

  private String message(HubRows.Source source, boolean offline) {
    return assertThrows(
            FennecException.class,
            () -> hubRows(offline).fetch(source, 10, 1, folder, Progress.NONE))
        .getMessage();
  }

  @Test
  void theMappingNamesEachTaskOnce() throws FennecException {
    List<HubRows.Source> sources = HubRows.sources(Path.of("assets/task-features/datasets.json"));
    assertTrue(sources.size() > 5);
    assertEquals(sources.size(), sources.stream().map(HubRows.Source::task).distinct().count());
  }
}
