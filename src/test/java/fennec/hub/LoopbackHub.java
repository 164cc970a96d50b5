package fennec.hub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A Hub on this computer with two hosts: the endpoint, which knows files and redirects large ones,
 * and the storage, which holds their bytes. The storage misbehaves as told.
 */
public final class LoopbackHub implements AutoCloseable {

  private static final long READING_MILLIS = 150;

  static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

  /** What goes wrong with the weights. */
  public enum Fault {
    NONE,
    DROPS_ONCE,
    DROPS_ALWAYS,
    STALLS_ONCE,
    STALLS_ALWAYS,
    SENDS_MORE,
    SENDS_LESS,
    WRONG_BYTES,
    IGNORES_RANGE,
    UNAUTHORIZED,
    FORBIDDEN,
    ABSENT,
    TOO_MANY_ONCE,
    TOO_MANY_ALWAYS,
    FAILS_ONCE,
    FAILS_ALWAYS,
    NO_HASH,
    CIRCLES
  }

  /** What was asked: method, path, Range and Authorization, host by host. */
  record Request(String host, String method, String path, String range, String authorization) {}

  /** What is published, by name. */
  public final Map<String, byte[]> files = new TreeMap<>();

  final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
  private final HttpServer endpoint;
  private final HttpServer storage;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile Fault fault = Fault.NONE;
  private int served;

  /** Starts both hosts. */
  public LoopbackHub() throws IOException {
    endpoint = start(this::answer);
    storage = start(this::store);
  }

  private HttpServer start(com.sun.net.httpserver.HttpHandler handler) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            handler.handle(exchange);
          }
        });
    server.start();
    return server;
  }

  /** Misbehaves from now on. */
  public void misbehave(Fault fault) {
    this.fault = fault;
    this.served = 0;
  }

  /** Address of the endpoint. */
  public URI address() {
    return address(endpoint);
  }

  private static URI address(HttpServer server) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void note(String host, HttpExchange exchange) {
    requests.add(
        new Request(
            host,
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            exchange.getRequestHeaders().getFirst("Range"),
            exchange.getRequestHeaders().getFirst("Authorization")));
  }

  private void answer(HttpExchange exchange) throws IOException {
    note("endpoint", exchange);
    String path = exchange.getRequestURI().getPath();
    String name = path.substring(path.lastIndexOf('/') + 1);
    byte[] bytes = files.get(name);
    boolean large = name.endsWith(".safetensors");
    if (bytes == null) {
      exchange.sendResponseHeaders(404, -1);
      return;
    }
    if (large && refuses(exchange)) {
      return;
    }
    if (large && fault == Fault.CIRCLES) {
      exchange.getResponseHeaders().set("Location", path);
      exchange.sendResponseHeaders(302, -1);
      return;
    }
    exchange.getResponseHeaders().set("X-Repo-Commit", COMMIT);
    if (large) {
      if (fault != Fault.NO_HASH) {
        exchange
            .getResponseHeaders()
            .set("X-Linked-Etag", '"' + fennec.file.ContentHash.of(bytes) + '"');
        exchange.getResponseHeaders().set("X-Linked-Size", "" + bytes.length);
      }
      exchange.getResponseHeaders().set("Location", address(storage) + "/" + name + "?signed");
      exchange.sendResponseHeaders(302, -1);
      return;
    }
    exchange.getResponseHeaders().set("ETag", "\"small-" + bytes.length + '"');
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", "" + bytes.length);
      exchange.sendResponseHeaders(200, -1);
      return;
    }
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private boolean refuses(HttpExchange exchange) throws IOException {
    int status =
        switch (fault) {
          case UNAUTHORIZED -> 401;
          case FORBIDDEN -> 403;
          case ABSENT -> 404;
          default -> 0;
        };
    if (status != 0) {
      exchange.sendResponseHeaders(status, -1);
    }
    return status != 0;
  }

  private void store(HttpExchange exchange) throws IOException {
    note("storage", exchange);
    served++;
    byte[] bytes = files.get(exchange.getRequestURI().getPath().substring(1)).clone();
    String range = exchange.getRequestHeaders().getFirst("Range");
    int from =
        range == null || fault == Fault.IGNORES_RANGE
            ? 0
            : Integer.parseInt(range.replaceAll("\\D", ""));
    boolean first = served == 1;
    int status = 0;
    switch (fault) {
      case TOO_MANY_ONCE -> status = first ? 429 : 0;
      case TOO_MANY_ALWAYS -> status = 429;
      case FAILS_ONCE -> status = first ? 500 : 0;
      case FAILS_ALWAYS -> status = 500;
      case WRONG_BYTES -> bytes[bytes.length / 2] ^= 1;
      default -> {}
    }
    if (status != 0) {
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    boolean cut =
        fault == Fault.DROPS_ALWAYS
            || fault == Fault.STALLS_ALWAYS
            || (first
                && List.of(Fault.DROPS_ONCE, Fault.STALLS_ONCE, Fault.IGNORES_RANGE)
                    .contains(fault));
    int end = cut ? Math.max(from, bytes.length / 2) : bytes.length;
    if (from > 0) {
      exchange
          .getResponseHeaders()
          .set("Content-Range", "bytes " + from + "-" + (bytes.length - 1) + "/" + bytes.length);
    }
    send(exchange, from > 0 ? 206 : 200, bytes, from, end);
  }

  private void send(HttpExchange exchange, int status, byte[] bytes, int from, int end)
      throws IOException {
    int announced = bytes.length - from;
    if (fault == Fault.SENDS_MORE) {
      announced += 1000;
    } else if (fault == Fault.SENDS_LESS) {
      announced = bytes.length / 4;
    }
    exchange.sendResponseHeaders(status, Math.max(announced, 1));
    OutputStream out = exchange.getResponseBody();
    if (fault == Fault.SENDS_LESS) {
      out.write(bytes, from, announced);
      return;
    }
    out.write(bytes, from, end - from);
    if (fault == Fault.SENDS_MORE) {
      out.write(new byte[1000]);
    }
    out.flush();
    if (end < bytes.length && !fault.name().startsWith("STALLS")) {
      // A client that is told of the broken connection forgets what it had not yet passed on.
      letTheClientRead();
    }
    if (fault == Fault.STALLS_ALWAYS || (fault == Fault.STALLS_ONCE && end < bytes.length)) {
      try {
        boolean ended = closing.await(20, TimeUnit.SECONDS);
        requests.add(new Request("storage", "stall", "" + ended, null, null));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void letTheClientRead() {
    try {
      if (closing.await(READING_MILLIS, TimeUnit.MILLISECONDS)) {
        requests.add(new Request("storage", "closing", "", null, null));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    endpoint.stop(0);
    storage.stop(0);
    threads.shutdownNow();
  }
}
