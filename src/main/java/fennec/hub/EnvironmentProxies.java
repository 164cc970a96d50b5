package fennec.hub;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Chooses proxies as command-line programs do: {@code HTTPS_PROXY}, {@code HTTP_PROXY}, {@code
 * ALL_PROXY} and {@code NO_PROXY}, in upper or lower case; without them, the system's settings.
 */
final class EnvironmentProxies extends ProxySelector {

  private final Map<String, String> variables;
  private final ProxySelector system;

  EnvironmentProxies(Map<String, String> variables, ProxySelector system) {
    this.variables = Map.copyOf(variables);
    this.system = system;
  }

  @Override
  public List<Proxy> select(URI uri) {
    String proxy = variable(uri.getScheme() + "_proxy");
    if (proxy.isEmpty()) {
      proxy = variable("all_proxy");
    }
    if (proxy.isEmpty()) {
      return system == null ? List.of(Proxy.NO_PROXY) : system.select(uri);
    }
    if (isExcepted(uri.getHost())) {
      return List.of(Proxy.NO_PROXY);
    }
    URI address = URI.create(proxy.contains("://") ? proxy : "http://" + proxy);
    int port = address.getPort() < 0 ? 80 : address.getPort();
    return List.of(
        new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(address.getHost(), port)));
  }

  private boolean isExcepted(String host) {
    for (String entry : variable("no_proxy").split(",", -1)) {
      String domain = entry.strip().replaceAll("^\\*?\\.", "");
      if (domain.equals("*")
          || (!domain.isEmpty() && (host.equals(domain) || host.endsWith("." + domain)))) {
        return true;
      }
    }
    return false;
  }

  private String variable(String name) {
    String lower = variables.getOrDefault(name, "");
    return lower.isBlank()
        ? variables.getOrDefault(name.toUpperCase(Locale.ROOT), "").strip()
        : lower.strip();
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {
    // the request itself fails and says so
  }
}
