package io.plimsoll.rbac;

import io.plimsoll.core.manifest.Documents;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.User;
import io.plimsoll.testkit.ConformanceCase;
import java.util.List;
import java.util.Map;

/** The parts that cases of the conformance data are made of. */
final class Cases {

  private Cases() {}

  /** Reads one JSON text. */
  static Fields fields(ConformanceCase conformanceCase) {
    return Fields.of(
        Documents.read(Source.of(conformanceCase.name(), conformanceCase.text()), Limits.DEFAULT)
            .roots()
            .get(0));
  }

  /** Reads the cluster of a case. */
  static Rbac rbac(Fields fields) {
    return Rbac.of(
        fields.list("clusterRoles", ClusterRole::from),
        fields.list("roles", Role::from),
        fields.list("clusterRoleBindings", ClusterRoleBinding::from),
        fields.list("roleBindings", RoleBinding::from));
  }

  /** Reads the user of a request. */
  static User user(Fields request) {
    return request.object(
        "user",
        user -> new User(user.text("name"), "", user.strings("groups"), Map.of()),
        new User("", "", List.of(), Map.of()));
  }

  /** Reads the attributes of a request. */
  static Attributes attributes(Fields request) {
    return new Attributes(
        request.text("verb"),
        request.text("apiGroup"),
        "*",
        request.text("resource"),
        request.text("subresource"),
        request.text("namespace"),
        request.text("name"),
        request.text("path"),
        Boolean.TRUE.equals(request.bool("resourceRequest")));
  }

  /** Judges a decision and its reason. */
  static void sameDecision(ConformanceCase conformanceCase, Fields request, Rbac rbac) {
    Decision decision = rbac.can(user(request), attributes(request));
    String question = request.tree() + "\n";
    conformanceCase.same(
        question + request.text("decision") + " " + request.text("reason"),
        question + (decision.isAllowed() ? "Allow" : "NoOpinion") + " " + decision.reason());
  }
}
