package fennec.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/** A data sets server on this computer, whose rows are small painted pictures. */
public final class LoopbackRows implements AutoCloseable {

  /** Every path and query that was asked for. */
  public final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  /** How many of the next requests for rows are answered with 429. */
  public final AtomicInteger busy = new AtomicInteger();

  private final Map<String, String> configs = new HashMap<>();
  private final HttpServer server;

  /** Starts a server without data sets. */
  public LoopbackRows() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Adds a data set of 40 rows, 4000 bytes. */
  public LoopbackRows with(String dataset, String config, String split) {
    configs.put(
        dataset,
        String.format(
            "{\"config\":\"%s\",\"split\":\"%s\",\"num_rows\":40,\"num_bytes_parquet_files\":4000}",
            config, split));
    return this;
  }

  /** Where it listens. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      URI uri = exchange.getRequestURI();
      asked.add(uri.toString());
      String query = String.valueOf(uri.getQuery());
      String dataset = query.replaceAll(".*dataset=([^&]*).*", "$1");
      if (uri.getPath().startsWith("/picture/")) {
        exchange.getResponseHeaders().set("Content-Type", "image/png");
        send(exchange, 200, picture(uri.getPath().hashCode()));
      } else if (!configs.containsKey(dataset)) {
        send(exchange, 404, new byte[0]);
      } else if (uri.getPath().equals("/size")) {
        String text = "{\"size\":{\"splits\":[" + configs.get(dataset) + "]}}";
        send(exchange, 200, text.getBytes(StandardCharsets.UTF_8));
      } else if (busy.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
        send(exchange, 429, new byte[0]);
      } else {
        send(exchange, 200, rows(dataset, query).getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static void send(HttpExchange exchange, int status, byte[] bytes) throws IOException {
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static String rows(String dataset, String query) {
    int offset = Integer.parseInt(query.replaceAll(".*offset=(\\d+).*", "$1"));
    int length = Integer.parseInt(query.replaceAll(".*length=(\\d+).*", "$1"));
    List<String> rows = new ArrayList<>();
    for (int i = offset; i < Math.min(40, offset + length); i++) {
      String cell = "{\"src\":\"/picture/" + dataset + "/" + i + "\"}";
      rows.add(String.format("{\"row_idx\":%d,\"row\":{\"image\":%s,\"img\":%s}}", i, cell, cell));
    }
    return "{\"features\":[{\"name\":\"image\",\"type\":{\"_type\":\"Image\"}},"
        + "{\"name\":\"img\",\"type\":{\"_type\":\"Image\"}}],\"rows\":["
        + String.join(",", rows)
        + "]}";
  }

  private static byte[] picture(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    BufferedImage image = new BufferedImage(40, 32, BufferedImage.TYPE_3BYTE_BGR);
    int colour = random.nextInt(1 << 24);
    for (int x = 0; x < 40; x++) {
      for (int y = 0; y < 32; y++) {
        image.setRGB(x, y, colour ^ random.nextInt(64));
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
