package io.plimsoll.core.registry.service;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.cluster.ClusterIndex;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.IpText;
import io.plimsoll.core.model.KubeObject;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * The addresses of IPAddress objects that belong to something else than a Service, as those of Services come and go with them.
 * Upstream makes and deletes such an object for each address of a Service; here nobody does.
 */
final class ReservedAddresses {

  private static final ClusterIndex<Set<IpText>> INDEX =
      ClusterIndex.ofKind(ReservedAddresses::all, "networking.k8s.io", "IPAddress");

  private ReservedAddresses() {}

  private static Set<IpText> all(Cluster cluster) {
    Set<IpText> all = new HashSet<>();
    for (KubeObject object : cluster.objects("networking.k8s.io", "IPAddress")) {
      Fields parent = Fields.of(Fields.of(object.tree().get("spec")).value("parentRef"));
      boolean service =
          parent.text("group").isEmpty() && parent.text("resource").equals("services");
      if (!service) {
        IpText.parse(object.ref().name()).map(AddressRange::plain).ifPresent(all::add);
      }
    }
    return Collections.unmodifiableSet(all);
  }

  /** Returns them, spelled in the usual way. */
  static Set<IpText> of(Cluster cluster) {
    return cluster.index(INDEX);
  }
}
