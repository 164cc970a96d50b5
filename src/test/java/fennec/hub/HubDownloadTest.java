package fennec.hub;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fennec.error.FennecException;
import fennec.hub.LoopbackHub.Fault;
import fennec.progress.Progress;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HubDownloadTest {

  private static final CatalogueEntry ENTRY =
      new CatalogueEntry("tiny", List.of(), "org/tiny", "clip", "Tiny CLIP", "");
  private static final int SIZE = 300_000;

  @TempDir Path folder;
  private LoopbackHub hub;
  private byte[] weights;

  @BeforeEach
  void start() throws IOException {
    hub = new LoopbackHub();
    weights = new byte[SIZE];
    for (int i = 0; i < SIZE; i++) {
      weights[i] = (byte) (i * 31 + (i >> 8));
    }
    hub.files.put("config.json", "{}".getBytes(StandardCharsets.UTF_8));
    hub.files.put("preprocessor_config.json", "{ }".getBytes(StandardCharsets.UTF_8));
    hub.files.put("model.safetensors", weights);
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  private HubDownload download(Optional<String> token, boolean offline, long free) {
    HubEnvironment environment =
        new HubEnvironment(hub.address(), hub.address(), folder, token, offline);
    return new HubDownload(
        environment,
        new HubDownload.Patience(
            Duration.ofSeconds(20), Duration.ofMillis(600), Duration.ofMillis(1)),
        ignored -> free);
  }

  private Path fetch() throws FennecException {
    HubDownload download = download(Optional.empty(), false, Long.MAX_VALUE);
    return download.fetch(download.plan(ENTRY), Progress.NONE);
  }

  @Test
  void theCacheIsLaidOutAsOtherProgramsExpectIt() throws Exception {
    HubDownload download = download(Optional.empty(), false, Long.MAX_VALUE);
    HubDownload.Plan plan = download.plan(ENTRY);
    assertEquals(
        List.of("config.json", "preprocessor_config.json", "model.safetensors"), plan.files());
    assertEquals(SIZE + 5, plan.totalBytes());
    assertEquals(SIZE + 5, plan.missingBytes());
    AtomicLong last = new AtomicLong();
    Path snapshot =
        download.fetch(
            plan,
            (done, total, what) -> {
              assertEquals(SIZE + 5, total);
              assertTrue(done >= last.getAndSet(done));
            });
    assertEquals(SIZE + 5, last.get());
    Path home = folder.resolve("models--org--tiny");
    assertEquals(home.resolve("snapshots").resolve(LoopbackHub.COMMIT), snapshot);
    assertEquals(LoopbackHub.COMMIT, Files.readString(home.resolve("refs").resolve("main")));
    Path pointer = snapshot.resolve("model.safetensors");
    assertArrayEquals(weights, Files.readAllBytes(pointer));
    assertEquals(
        Path.of("..", "..", "blobs", fennec.file.ContentHash.of(weights)),
        Files.readSymbolicLink(pointer));
    assertEquals(Optional.of(snapshot), new HubCache(folder).snapshot("org/tiny"));
    assertEquals(0, download.plan(ENTRY).missingBytes());
    assertEquals(List.of(), download.check(ENTRY, Progress.NONE));

    Files.write(pointer, new byte[] {1, 2, 3});
    assertEquals(List.of("model.safetensors"), download.check(ENTRY, Progress.NONE));
    assertTrue(new HubCache(folder).remove("org/tiny") > 0);
    assertFalse(Files.exists(home));
  }

  @ParameterizedTest
  @CsvSource({"DROPS_ONCE", "STALLS_ONCE", "TOO_MANY_ONCE", "FAILS_ONCE", "IGNORES_RANGE"})
  void aPassingFaultIsOvercome(Fault fault) throws Exception {
    hub.misbehave(fault);
    assertArrayEquals(weights, Files.readAllBytes(fetch().resolve("model.safetensors")));
    boolean resumed =
        hub.requests.stream().anyMatch(r -> ("bytes=" + SIZE / 2 + "-").equals(r.range()));
    assertEquals(!fault.name().endsWith("MANY_ONCE") && fault != Fault.FAILS_ONCE, resumed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DROPS_ALWAYS | 127.0.0.1 hung up after 150000 of 300000 bytes of model.safetensors; start"
            + " again to go on from there. | 150000",
        "STALLS_ALWAYS | 127.0.0.1 fell silent after 150000 of 300000 bytes of model.safetensors;"
            + " start again to go on from there. | 150000",
        "SENDS_MORE | 127.0.0.1 sends more than the 300000 bytes of model.safetensors that it"
            + " announced. | 300000",
        "WRONG_BYTES | model.safetensors arrived damaged: its hash is H and H was announced;"
            + " nothing of it was kept. | -1",
        "TOO_MANY_ALWAYS | 127.0.0.1 asks for fewer requests (429); try again later. | -1",
        "FAILS_ALWAYS | 127.0.0.1 failed on org/tiny/resolve/C/model.safetensors (500). | -1",
        "UNAUTHORIZED | 127.0.0.1 wants a token for org/tiny/resolve/C/model.safetensors (401); set"
            + " HF_TOKEN. | -1",
        "FORBIDDEN | 127.0.0.1 wants a token for org/tiny/resolve/C/model.safetensors (403); set"
            + " HF_TOKEN. | -1",
        "ABSENT | org/tiny has no weights that can be read. | -1",
        "NO_HASH | 127.0.0.1 does not say version, hash and size of model.safetensors; is"
            + " HF_ENDPOINT right? | -1",
        "CIRCLES | 127.0.0.1 redirects in a circle. | -1",
      })
  void aLastingFaultIsASentence(Fault fault, String message, long kept) throws IOException {
    hub.misbehave(fault);
    FennecException e = assertThrows(FennecException.class, this::fetch);
    assertEquals(
        message, e.getMessage().replaceAll("[0-9a-f]{64}", "H").replace(LoopbackHub.COMMIT, "C"));
    Path part =
        folder
            .resolve("models--org--tiny")
            .resolve("blobs")
            .resolve(fennec.file.ContentHash.of(weights) + ".incomplete");
    assertEquals(kept, Files.exists(part) ? Files.size(part) : -1);
    assertEquals(Optional.empty(), new HubCache(folder).snapshot("org/tiny"));
  }

  @Test
  void aServerThatSendsLessIsAskedForTheRest() throws Exception {
    hub.misbehave(Fault.SENDS_LESS);
    assertArrayEquals(weights, Files.readAllBytes(fetch().resolve("model.safetensors")));
    assertEquals(4, hub.requests.stream().filter(r -> r.host().equals("storage")).count());
  }

  @Test
  void anotherStartGoesOnWhereTheLastOneEnded() throws Exception {
    hub.misbehave(Fault.DROPS_ALWAYS);
    assertThrows(FennecException.class, this::fetch);
    hub.misbehave(Fault.NONE);
    HubDownload download = download(Optional.empty(), false, Long.MAX_VALUE);
    assertEquals(SIZE - SIZE / 2, download.plan(ENTRY).missingBytes());
    hub.requests.clear();
    assertArrayEquals(weights, Files.readAllBytes(fetch().resolve("model.safetensors")));
    assertEquals(
        List.of("bytes=150000-"),
        hub.requests.stream()
            .filter(r -> r.host().equals("storage"))
            .map(LoopbackHub.Request::range)
            .toList());
  }

  @Test
  void theTokenStaysWithTheEndpoint() throws Exception {
    HubDownload download = download(Optional.of("hf_secret"), false, Long.MAX_VALUE);
    download.fetch(download.plan(ENTRY), Progress.NONE);
    assertTrue(hub.requests.stream().anyMatch(r -> r.host().equals("storage")));
    for (LoopbackHub.Request request : hub.requests) {
      if (request.host().equals("endpoint")) {
        assertEquals("Bearer hf_secret", request.authorization());
      } else {
        assertNull(request.authorization());
      }
    }
  }

  @Test
  void offlineAndAFullDiskAreSaidAtOnce() throws Exception {
    assertEquals(
        "HF_HUB_OFFLINE is set, so nothing is fetched; unset it to download.",
        assertThrows(FennecException.class, () -> download(Optional.empty(), true, 0).plan(ENTRY))
            .getMessage());
    assertEquals(List.of(), hub.requests);
    HubDownload full = download(Optional.empty(), false, 5 << 20);
    HubDownload.Plan plan = full.plan(ENTRY);
    assertEquals(
        "Tiny CLIP needs 64 MB and the disk of "
            + folder
            + " has 5 MB left; make room or set HF_HUB_CACHE.",
        assertThrows(FennecException.class, () -> full.fetch(plan, Progress.NONE)).getMessage());
    hub.close();
    assertEquals(
        "There is no connection to 127.0.0.1; is this computer online?",
        assertThrows(FennecException.class, this::fetch).getMessage());
  }

  @Test
  void cancellingKeepsWhatCame() throws Exception {
    hub.misbehave(Fault.STALLS_ALWAYS);
    HubDownload download = download(Optional.empty(), false, Long.MAX_VALUE);
    HubDownload.Plan plan = download.plan(ENTRY);
    AtomicLong received = new AtomicLong();
    Progress impatient =
        new Progress() {
          @Override
          public void step(long done, long total, String what) {
            received.set(done);
          }

          @Override
          public boolean isCancelled() {
            return received.get() >= SIZE / 2;
          }
        };
    assertThrows(CancellationException.class, () -> download.fetch(plan, impatient));
    assertTrue(download.plan(ENTRY).missingBytes() < SIZE);
  }

  @Test
  void variablesAreReadAsTheLibraryReadsThem() throws Exception {
    Path home = folder;
    assertEquals(home.resolve(".cache/huggingface/hub"), HubEnvironment.of(Map.of(), home).cache());
    assertEquals(Path.of("/h/hub"), HubEnvironment.of(Map.of("HF_HOME", "/h"), home).cache());
    assertEquals(
        Path.of("/c"),
        HubEnvironment.of(Map.of("HF_HOME", "/h", "HF_HUB_CACHE", "/c"), home).cache());
    assertTrue(HubEnvironment.of(Map.of("HF_HUB_OFFLINE", "Yes"), home).offline());
    assertEquals(
        URI.create("https://mirror.example"),
        HubEnvironment.of(Map.of("HF_ENDPOINT", "https://mirror.example/"), home).endpoint());
    assertEquals(
        "HF_ENDPOINT is no web address: mirror.",
        assertThrows(
                FennecException.class,
                () -> HubEnvironment.of(Map.of("HF_ENDPOINT", "mirror"), home))
            .getMessage());
    Path token = Files.writeString(folder.resolve("secret"), "hf_x\n");
    HubEnvironment withToken = HubEnvironment.of(Map.of("HF_TOKEN_PATH", token.toString()), home);
    assertEquals(Optional.of("hf_x"), withToken.token());
    assertFalse(withToken.toString().contains("hf_x"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/x, proxy.example:3128",
    "https://b.local/x, DIRECT",
    "https://deep.b.local/x, DIRECT",
    "http://a.example/x, other.example:80",
  })
  void proxiesAreChosenAsCommandLineProgramsDo(String uri, String expected) {
    EnvironmentProxies proxies =
        new EnvironmentProxies(
            Map.of(
                "HTTPS_PROXY", "http://proxy.example:3128",
                "http_proxy", "other.example",
                "NO_PROXY", "localhost, .b.local"),
            null);
    Object address = proxies.select(URI.create(uri)).get(0).address();
    assertEquals(
        expected, address == null ? "DIRECT" : address.toString().replace("/<unresolved>", ""));
  }

  @Test
  void theCatalogueHasDifferentNamesAndRepositories() throws FennecException {
    EncoderCatalogue catalogue = EncoderCatalogue.read();
    assertEquals("openai/clip-vit-base-patch32", catalogue.get("clip").repository());
    assertEquals(
        catalogue.entries().size(),
        catalogue.entries().stream().map(CatalogueEntry::repository).distinct().count());
    assertTrue(
        assertThrows(FennecException.class, () -> catalogue.get("vgg"))
            .getMessage()
            .startsWith(
                "There is no encoder 'vgg' in the catalogue; it has clip-vit-base-patch32"));
  }
}
