package io.plimsoll.netpol;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Location;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.model.Namespace;
import io.plimsoll.netpol.api.AdminNetworkPolicy;
import io.plimsoll.netpol.api.AdminNetworkPolicyValidation;
import io.plimsoll.netpol.api.BaselineAdminNetworkPolicy;
import io.plimsoll.netpol.api.ClusterNetworkPolicy;
import io.plimsoll.netpol.api.ClusterNetworkPolicyValidation;
import io.plimsoll.netpol.api.NetworkPolicy;
import io.plimsoll.netpol.api.NetworkPolicyValidation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

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
    validate(NetworkPolicy.KIND, NetworkPolicyValidation::validate);
    validate(AdminNetworkPolicy.KIND, AdminNetworkPolicyValidation::validate);
    validate(BaselineAdminNetworkPolicy.KIND, AdminNetworkPolicyValidation::validate);
    validate(ClusterNetworkPolicy.KIND, ClusterNetworkPolicyValidation::validate);
    missingNamespaces();
    return List.copyOf(problems);
  }

  private <T extends ApiObject> void validate(Kind<T> kind, Function<T, List<Problem>> validation) {
    for (KubeObject object : cluster.objects(kind)) {
      for (Problem problem : validation.apply(object.as(kind))) {
        problems.add(located(object, problem));
      }
    }
  }

  private static Problem located(KubeObject object, Problem problem) {
    Location location = object.locate(problem.path()).orElse(null);
    return new Problem(
        problem.severity(),
        problem.code(),
        location,
        problem.related(),
        object.ref(),
        problem.path(),
        problem.message());
  }

  /** Namespaces need not be written down; one that nothing else is in is most likely a mistake. */
  private void missingNamespaces() {
    Set<String> known = new HashSet<>(Set.of("default"));
    engine.inventory().units().forEach(unit -> known.add(unit.namespace()));
    cluster.all(Namespace.KIND).forEach(one -> known.add(one.metadata().nameOrEmpty()));
    FieldPath path = FieldPath.of("metadata", "namespace");
    for (KubeObject policy : cluster.objects(NetworkPolicy.KIND)) {
      if (!known.contains(policy.ref().namespace())) {
        String message =
            "there is neither a namespace \"" + policy.ref().namespace() + "\" nor a pod in it";
        problems.add(located(
            policy,
            Problem.warning("missing-namespace", null, message).in(policy.ref()).at(path)));
      }
    }
  }
}
