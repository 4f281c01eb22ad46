package io.plimsoll.core.authn;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.request.ApiRequest;
import java.time.Instant;
import java.util.List;

/**
 * What authenticators look at.
 *
 * @param http the request
 * @param cluster the objects of the cluster, such as service accounts and secrets
 * @param now the time
 * @param audiences whom the server takes itself to be; empty if it does not care
 */
public record AuthenticationRequest(
    ApiRequest http, Cluster cluster, Instant now, List<String> audiences) {
  public AuthenticationRequest {
    audiences = List.copyOf(audiences);
  }
}
