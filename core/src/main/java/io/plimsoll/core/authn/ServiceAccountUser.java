package io.plimsoll.core.authn;

import io.plimsoll.core.request.User;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The user that a token of a service account stands for. Mirrors {@code ServiceAccountInfo.UserInfo}. */
final class ServiceAccountUser {

  private static final String PREFIX = "authentication.kubernetes.io/";

  private final Map<String, List<String>> extra = new LinkedHashMap<>();

  private ServiceAccountUser() {}

  /** Returns the user of a legacy token. */
  static User legacy(ServiceAccountClaims claims) {
    return new ServiceAccountUser().user(claims);
  }

  /** Returns the user of a bound token, with what it is bound to. */
  static User bound(ServiceAccountClaims claims) {
    ServiceAccountUser user = new ServiceAccountUser();
    ServiceAccountClaims.Bound bound = claims.bound();
    bound.pod().filter(pod -> !pod.name().isEmpty() && !pod.uid().isEmpty()).ifPresent(pod -> {
      user.put(PREFIX + "pod-name", pod.name());
      user.put(PREFIX + "pod-uid", pod.uid());
    });
    user.put(Credentials.ID_KEY, Credentials.ofTokenId(claims.id()));
    bound.node().filter(node -> !node.name().isEmpty()).ifPresent(node -> {
      user.put(PREFIX + "node-name", node.name());
      user.put(PREFIX + "node-uid", node.uid());
    });
    return user.user(claims);
  }

  private void put(String key, String value) {
    if (!value.isEmpty()) {
      extra.put(key, List.of(value));
    }
  }

  private User user(ServiceAccountClaims claims) {
    String namespace = claims.namespace();
    return new User(
        "system:serviceaccount:" + namespace + ":" + claims.account().name(),
        claims.account().uid(),
        List.of(User.SERVICE_ACCOUNTS, User.SERVICE_ACCOUNTS + ":" + namespace),
        extra);
  }
}
