package io.plimsoll.core.authn;

import io.plimsoll.core.authn.ServiceAccountClaims.Ref;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.model.ServiceAccount;
import io.plimsoll.core.request.Status;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The objects that tokens of service accounts name, as the cluster has them. */
final class BoundObjects {

  private static final String INVALIDATED = "service account token has been invalidated";

  private BoundObjects() {}

  /** Returns an account; if there is none, fails as a client of the API does. */
  static KubeObject account(Cluster cluster, String namespace, String name) throws TokenException {
    if (name.isEmpty()) {
      throw new TokenException("resource name may not be empty");
    }
    List<String> errors = Names.pathSegmentErrors(name);
    if (!errors.isEmpty()) {
      throw new TokenException(
          "invalid resource name " + GoText.quote(name) + ": [" + String.join(" ", errors) + "]");
    }
    if (namespace.isEmpty()) {
      throw new TokenException(
          "an empty namespace may not be set when a resource name is provided");
    }
    return cluster
        .find(ServiceAccount.KIND.ref(namespace, name))
        .orElseThrow(() ->
            new TokenException(Status.notFound("", "serviceaccounts", name).message()));
  }

  /**
   * Checks that what a token is bound to is still the object it was.
   *
   * @param kind its kind; the error spells it in lower case
   * @param endedBefore an object that was to be gone at this time or later still counts
   */
  static void check(Cluster cluster, String kind, String namespace, Ref ref, Instant endedBefore)
      throws TokenException {
    KubeObject object = cluster
        .find(new ObjectRef("v1", kind, namespace, ref.name()))
        .orElseThrow(() -> new TokenException(INVALIDATED));
    if (!uid(object).equals(ref.uid())) {
      String word = kind.toLowerCase(Locale.ROOT);
      throw new TokenException(word + " UID (" + uid(object) + ") does not match service account "
          + word + " ref claim (" + ref.uid() + ")");
    }
    if (isGone(object, endedBefore)) {
      throw new TokenException(INVALIDATED);
    }
  }

  static boolean isGone(KubeObject object, Instant endedBefore) {
    Instant deleted = object.metadata().deletionTimestamp();
    return deleted != null && deleted.isBefore(endedBefore);
  }

  static String uid(KubeObject object) {
    String uid = object.metadata().uid();
    return uid == null ? "" : uid;
  }
}
