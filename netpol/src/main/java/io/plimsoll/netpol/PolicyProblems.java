package io.plimsoll.netpol;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Location;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.model.Namespace;
import io.plimsoll.netpol.api.NetworkPolicy;
import io.plimsoll.netpol.engine.Engine;
import io.plimsoll.netpol.policy.WrittenPolicy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds what is wrong with the policies of a cluster, each and together. */
final class PolicyProblems {

  private final Cluster cluster;
  private final Engine engine;
  private final List<Problem> problems = new ArrayList<>();

  PolicyProblems(Cluster cluster, Engine engine) {
    this.cluster = cluster;
    this.engine = engine;
  }

  List<Problem> find() {
    for (WrittenPolicy policy : engine.inventory().written()) {
      problems.addAll(policy.problems());
    }
    missingNamespaces();
    return List.copyOf(problems);
  }

  /** Namespaces need not be written down; one that nothing else is in is most likely a mistake. */
  private void missingNamespaces() {
    Set<String> known = new HashSet<>(Set.of(Namespace.DEFAULT));
    engine.inventory().units().forEach(unit -> known.add(unit.namespace()));
    cluster.all(Namespace.KIND).forEach(one -> known.add(one.metadata().nameOrEmpty()));
    FieldPath path = FieldPath.of("metadata", "namespace");
    for (KubeObject policy : cluster.objects(NetworkPolicy.KIND)) {
      if (!known.contains(policy.ref().namespace())) {
        String message =
            "there is neither a namespace \"" + policy.ref().namespace() + "\" nor a pod in it";
        Location place = policy.locate(path).orElse(null);
        problems.add(Problem.warning("missing-namespace", place, message)
            .in(policy.ref())
            .at(path));
      }
    }
  }
}
