package io.plimsoll.netpol.network;

import io.plimsoll.netpol.connection.AddressRange;
import io.plimsoll.netpol.connection.Endpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the endpoints of a cluster are called. */
final class EndpointNames {

  private final Collection<Endpoint> endpoints;

  /** Made when the first endpoint is looked up by its name. */
  private volatile @Nullable Map<String, List<Endpoint>> byName;

  EndpointNames(Collection<Endpoint> endpoints) {
    this.endpoints = endpoints;
  }

  /**
   * Returns the endpoint that a text names.
   *
   * @throws IllegalArgumentException if it names none, or several
   */
  Endpoint find(String text) {
    List<Endpoint> found = byName().get(text);
    if (found != null && found.size() == 1) {
      return found.get(0);
    }
    if (found != null) {
      Endpoint[] several = found.toArray(Endpoint[]::new);
      Arrays.sort(several);
      throw new IllegalArgumentException(
          "\"" + text + "\" names several: " + Arrays.toString(several));
    }
    Optional<AddressRange> addresses = AddressRange.tryParse(text);
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException("no such pod, workload or address: \"" + text + "\"");
    }
    return new Endpoint.External(addresses.get());
  }

  private Map<String, List<Endpoint>> byName() {
    Map<String, List<Endpoint>> known = byName;
    if (known == null) {
      known = new HashMap<>();
      for (Endpoint endpoint : endpoints) {
        add(known, endpoint);
      }
      byName = known;
    }
    return known;
  }

  /** An endpoint is called by its full text, and by namespace and name. */
  private static void add(Map<String, List<Endpoint>> names, Endpoint endpoint) {
    names.computeIfAbsent(endpoint.toString(), n -> new ArrayList<>(1)).add(endpoint);
    if (!(endpoint instanceof Endpoint.IngressController)) {
      String name = endpoint.namespace() + "/" + endpoint.name();
      names.computeIfAbsent(name, n -> new ArrayList<>(1)).add(endpoint);
    }
  }
}
