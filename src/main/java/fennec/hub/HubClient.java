package fennec.hub;

import fennec.error.FennecException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Single requests to the Hub. Redirects are followed here, so that the token goes to the endpoint's
 * own host and to no other, and never from https to http. Failures carry a sentence for the user.
 */
final class HubClient {

  private static final int REDIRECTS = 8;
  private static final long LONGEST_WAIT_MILLIS = 60_000;

  private final HubEnvironment environment;
  private final HttpClient http;
  private final Duration timeout;

  /** A client whose requests must be answered within {@code timeout}. */
  HubClient(HubEnvironment environment, Duration timeout) {
    this.environment = environment;
    this.timeout = timeout;
    this.http =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout)
            .proxy(new EnvironmentProxies(System.getenv(), ProxySelector.getDefault()))
            .build();
  }

  /**
   * Asks for {@code uri} and follows redirects; with {@code stayOnHost}, those to another host are
   * returned as they are (they carry what the Hub knows of a large file).
   *
   * @return an answer with a status below 400
   * @throws HubException saying what the server answered, or that it did not
   */
  HttpResponse<InputStream> send(
      String method, URI uri, Map<String, String> headers, boolean stayOnHost)
      throws FennecException {
    environment.checkOnline();
    URI at = uri;
    for (int hop = 0; hop < REDIRECTS; hop++) {
      HttpResponse<InputStream> response = once(method, at, headers);
      int status = response.statusCode();
      Optional<String> location = response.headers().firstValue("Location");
      if (status < 300 || status == 304) {
        return response;
      }
      if (status < 400 && location.isPresent()) {
        URI next = at.resolve(location.get());
        if ("https".equals(at.getScheme()) && !"https".equals(next.getScheme())) {
          close(response);
          throw new HubException(
              at.getHost() + " redirects to an address without encryption; not followed.",
              false,
              0);
        }
        if (stayOnHost && !sameHost(at, next)) {
          return response;
        }
        close(response);
        at = next;
        continue;
      }
      close(response);
      throw refused(uri, response);
    }
    throw new HubException(uri.getHost() + " redirects in a circle.", false, 0);
  }

  private HttpResponse<InputStream> once(String method, URI uri, Map<String, String> headers)
      throws HubException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(timeout)
            .header("User-Agent", "fennec-workbench")
            .header("Accept-Encoding", "identity")
            .method(method, HttpRequest.BodyPublishers.noBody());
    headers.forEach(request::header);
    if (sameHost(uri, environment.endpoint()) || sameHost(uri, environment.rows())) {
      environment.token().ifPresent(t -> request.header("Authorization", "Bearer " + t));
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    } catch (HttpTimeoutException e) {
      throw new HubException(
          uri.getHost() + " did not answer within " + timeout.toSeconds() + " seconds.", e);
    } catch (ConnectException e) {
      throw new HubException(
          "There is no connection to " + uri.getHost() + "; is this computer online?", e);
    } catch (IOException e) {
      throw new HubException("The connection to " + uri.getHost() + " broke.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Cancelled.");
    }
  }

  static boolean sameHost(URI one, URI two) {
    return one.getScheme().equalsIgnoreCase(two.getScheme())
        && one.getHost().equalsIgnoreCase(two.getHost())
        && one.getPort() == two.getPort();
  }

  private HubException refused(URI uri, HttpResponse<?> response) {
    String what = uri.getPath().substring(1);
    String host = uri.getHost();
    int status = response.statusCode();
    return switch (status) {
      case 401, 403 ->
          new HubException(
              environment.token().isPresent()
                  ? host + " does not let this token read " + what + " (" + status + ")."
                  : host + " wants a token for " + what + " (" + status + "); set HF_TOKEN.",
              false,
              0);
      case 404 -> new HubException(host + " has no " + what + " (404).", false, 0);
      case 416 -> new HubException(host + " cannot go on with " + what + " (416).", true, 0);
      case 429 ->
          new HubException(
              host + " asks for fewer requests (429); try again later.",
              true,
              waitMillis(response));
      default ->
          new HubException(
              host + " failed on " + what + " (" + status + ").",
              status >= 500,
              waitMillis(response));
    };
  }

  private static long waitMillis(HttpResponse<?> response) {
    String seconds = response.headers().firstValue("Retry-After").orElse("");
    return seconds.matches("\\d{1,6}")
        ? Math.min(LONGEST_WAIT_MILLIS, Long.parseLong(seconds) * 1000)
        : 0;
  }

  static void close(HttpResponse<InputStream> response) {
    try {
      response.body().close();
    } catch (IOException e) {
      // the answer is not wanted any more
      return;
    }
  }
}
