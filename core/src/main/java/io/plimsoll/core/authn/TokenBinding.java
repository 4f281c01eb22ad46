package io.plimsoll.core.authn;

import io.plimsoll.core.authn.ServiceAccountClaims.Ref;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.request.Status;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a token that is to be issued is bound to.
 *
 * @param pod a pod
 * @param secret a secret
 * @param node a node, or the one that the pod is on
 */
record TokenBinding(Optional<Ref> pod, Optional<Ref> secret, Optional<Ref> node) {

  private static final TokenBinding NOTHING =
      new TokenBinding(Optional.empty(), Optional.empty(), Optional.empty());

  /** A request that ends with a status. */
  static final class RefusedException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Status status;

    RefusedException(Status status) {
      super(status.message(), null, false, false);
      this.status = status;
    }

    Status status() {
      return status;
    }
  }

  /** Returns whether a reference is to the configuration of a webhook. */
  static boolean isToWebhook(@Nullable Value reference) {
    Fields fields = Fields.of(reference);
    String kind = fields.text("kind");
    return fields.text("apiVersion").equals("admissionregistration.k8s.io/v1")
        && (kind.equals("ValidatingWebhookConfiguration")
            || kind.equals("MutatingWebhookConfiguration"));
  }

  /** Looks up what a request wants the token of an account to be bound to. */
  static TokenBinding of(
      @Nullable Value reference, String namespace, String account, Cluster cluster)
      throws RefusedException {
    if (reference == null) {
      return NOTHING;
    }
    return new Lookup(Fields.of(reference), namespace, cluster).binding(reference, account);
  }

  /** The reference, and where it is looked up. */
  private record Lookup(Fields reference, String namespace, Cluster cluster) {

    TokenBinding binding(Value value, String account) throws RefusedException {
      String apiVersion = reference.text("apiVersion");
      String kind = reference.text("kind");
      boolean isCore = ObjectRef.groupOf(apiVersion).isEmpty();
      if (isCore && kind.equals("Pod")) {
        return pod(account);
      }
      if (isCore && kind.equals("Node")) {
        Optional<Ref> node = Optional.of(ref(find("nodes", "")));
        return new TokenBinding(Optional.empty(), Optional.empty(), node);
      }
      if (isCore && kind.equals("Secret")) {
        Optional<Ref> secret = Optional.of(ref(find("secrets", namespace)));
        return new TokenBinding(Optional.empty(), secret, Optional.empty());
      }
      String type = "cannot bind token to object of type " + print(apiVersion, kind);
      throw new RefusedException(Status.badRequest(
          isToWebhook(value)
              ? type + " (feature gate APIServerWebhookAuthenticationToken is disabled)"
              : type));
    }

    private TokenBinding pod(String account) throws RefusedException {
      KubeObject pod = find("pods", namespace);
      Fields spec = Fields.of(Fields.of(pod.tree()).value("spec"));
      if (!spec.text("serviceAccountName").equals(account)) {
        throw new RefusedException(Status.badRequest("cannot bind token for serviceaccount "
            + GoText.quote(account) + " to pod running with different serviceaccount name."));
      }
      String node = spec.text("nodeName");
      Optional<Ref> onNode = node.isEmpty()
          ? Optional.empty()
          : Optional.of(cluster
              .find(new ObjectRef("v1", "Node", "", node))
              .map(Lookup::nameAndUid)
              .orElse(new Ref(node, "")));
      return new TokenBinding(Optional.of(ref(pod)), Optional.empty(), onNode);
    }

    private KubeObject find(String resource, String in) throws RefusedException {
      String name = reference.text("name");
      if (name.isEmpty()) {
        throw new RefusedException(Status.badRequest("Name parameter required."));
      }
      return cluster
          .find(new ObjectRef("v1", reference.text("kind"), in, name))
          .orElseThrow(() -> new RefusedException(Status.notFound("", resource, name)));
    }

    private Ref ref(KubeObject object) throws RefusedException {
      String wanted = reference.text("uid");
      Ref found = nameAndUid(object);
      if (!wanted.isEmpty() && !wanted.equals(found.uid())) {
        throw new RefusedException(
            Status.conflict(
                "",
                reference.text("kind"),
                found.name(),
                "the UID in the bound object reference (" + wanted
                    + ") does not match the UID in record. The object might have been deleted and then recreated"));
      }
      return found;
    }

    private static Ref nameAndUid(KubeObject object) {
      return new Ref(object.ref().name(), BoundObjects.uid(object));
    }

    /** Mirrors {@code GroupVersionKind.String}. */
    private static String print(String apiVersion, String kind) {
      int slash = apiVersion.indexOf('/');
      String groupVersion = slash < 0 ? "/" + apiVersion : apiVersion;
      return (slash == apiVersion.lastIndexOf('/') ? groupVersion : "/") + ", Kind=" + kind;
    }
  }
}
