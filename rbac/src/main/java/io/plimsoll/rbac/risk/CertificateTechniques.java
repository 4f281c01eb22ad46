package io.plimsoll.rbac.risk;

import io.plimsoll.core.request.Attributes;
import io.plimsoll.rbac.risk.Goal.Kind;
import io.plimsoll.rbac.risk.Place.Creation;
import java.util.List;
import java.util.Optional;

/**
 * Client certificates: requested, approved, and signed by the control plane. Mirrors {@code
 * plugin/pkg/admission/certificates}.
 *
 * <p>The verb {@code sign} is no way to more by itself: it writes a certificate into a request, but what the API server
 * believes is the signature of its own authority, whose key the control plane has.
 */
final class CertificateTechniques implements Family {

  private static final String GROUP = "certificates.k8s.io";
  private static final Resource REQUESTS = Resource.of(GROUP, "certificatesigningrequests");
  private static final Resource SIGNERS = Resource.of(GROUP, "signers");
  private static final String CLIENT = "kubernetes.io/kube-apiserver-client";
  private static final String KUBELET = "kubernetes.io/kube-apiserver-client-kubelet";

  /** All signers of the domain. */
  private static final String ANY_SIGNER = "kubernetes.io/*";

  private final Targets targets;

  CertificateTechniques(Targets targets) {
    this.targets = targets;
  }

  @Override
  public void find(Node node, Place place, Edges out) {
    if (!place.isEverywhere()) {
      return;
    }
    for (Creation creation : place.creations(REQUESTS)) {
      Optional<List<Attributes>> requested = Optional.of(creation.requests());
      // Admission refuses system:masters in the subject of such a certificate.
      Edges.join(requested, approval(place, creation.name(), CLIENT)).ifPresent(requests -> {
        out.add(Technique.APPROVE_CLIENT_CERTIFICATE, targets.users(false), requests);
        out.add(Technique.APPROVE_CLIENT_CERTIFICATE, targets.groups(false, false), requests);
      });
      Edges.join(requested, approval(place, creation.name(), KUBELET))
          .ifPresent(requests -> out.add(
              Technique.APPROVE_NODE_CERTIFICATE, targets.goal(Kind.NODE_TAKEOVER), requests));
      Edges.join(requested, Edges.all(place.any(REQUESTS.sub("nodeclient"), "create")))
          .ifPresent(requests -> out.add(
              Technique.REQUEST_NODE_CERTIFICATE, targets.goal(Kind.NODE_TAKEOVER), requests));
    }
  }

  private static Optional<List<Attributes>> approval(Place place, String name, String signer) {
    Resource approval = REQUESTS.sub("approval");
    Optional<Attributes> approve = name.isEmpty()
        ? place.some(approval, Place.CHANGE)
        : place.exactly(name, approval, Place.CHANGE);
    return Edges.all(
        approve,
        place
            .besides("approve", SIGNERS, signer)
            .or(() -> place.besides("approve", SIGNERS, ANY_SIGNER)));
  }
}
