package io.plimsoll.rbac;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.authz.Authorization;
import io.plimsoll.core.authz.Authorizer;
import io.plimsoll.core.authz.WriteAuthorization;
import io.plimsoll.core.authz.WriteAuthorization.Write;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.Request;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.request.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RbacWriteAuthorizationTest {

  private static final User BOB = User.of("bob");
  private static final Authorizer NOBODY = (c, u, a) -> Authorization.noOpinion("");

  private static final String ROLE =
      "{\"metadata\":{\"name\":\"r\"},\"rules\":[{\"verbs\":[\"get\"],\"apiGroups\":[\"\"],\"resources\":[\"pods\"]}]}";

  private static MappingValue tree(String json) {
    return (MappingValue) Value.parseJson(Source.of("test", json));
  }

  private static String binding(String kind) {
    return "{\"metadata\":{\"name\":\"b\"},\"roleRef\":{\"apiGroup\":\"rbac.authorization.k8s.io\",\"kind\":\""
        + kind + "\",\"name\":\"gone\"}}";
  }

  private static Optional<Status> refusal(
      String resource, Authorizer authorizer, Attributes attributes, String object, String old) {
    WriteAuthorization rule = RbacWriteAuthorization.all().stream()
        .filter(one -> (one.kind() + "s").equalsIgnoreCase(resource))
        .findFirst()
        .orElseThrow();
    assertThat(rule.apiVersion()).isEqualTo("rbac.authorization.k8s.io/v1");
    return rule.refusal(new Write(
        Cluster.empty(),
        BOB,
        authorizer,
        attributes,
        tree(object),
        old.isEmpty() ? null : tree(old)));
  }

  @Test
  void whoeverAuthorizesIsAskedForEscalateWithTheNameOfTheRequest() {
    List<String> asked = new ArrayList<>();
    Authorizer escalating = (cluster, user, attributes) -> {
      asked.add(attributes.toString());
      return Authorization.allow("");
    };

    assertThat(refusal("roles", escalating, Request.create("roles").in("shop"), ROLE, ""))
        .isEmpty();
    assertThat(
            refusal("roles", escalating, Request.update("roles").in("shop").named("r"), ROLE, ""))
        .isEmpty();
    assertThat(asked)
        .containsExactly(
            "escalate roles.rbac.authorization.k8s.io in shop",
            "escalate roles.rbac.authorization.k8s.io \"r\" in shop");
  }

  @Test
  void whatIsNotHeldIsForbidden() {
    Status status =
        refusal("roles", NOBODY, Request.create("roles").in("shop"), ROLE, "").orElseThrow();

    assertThat(status)
        .isEqualTo(new Status(
            403,
            "Forbidden",
            "roles.rbac.authorization.k8s.io \"r\" is forbidden: user \"bob\""
                + " (groups=[\"system:authenticated\"]) is attempting to grant RBAC permissions not"
                + " currently held:\n{APIGroups:[\"\"], Resources:[\"pods\"], Verbs:[\"get\"]}",
            Optional.of(Status.Details.of("rbac.authorization.k8s.io", "roles", "r"))));
  }

  @Test
  void ownersMayChange() {
    String owned = ROLE.replace(
        "\"name\":\"r\"", "\"name\":\"r\",\"namespace\":\"shop\",\"finalizers\":[\"a/b\"]");
    String other = ROLE.replace("\"name\":\"r\"", "\"name\":\"r\",\"labels\":{\"a\":\"b\"}");
    Attributes update = Request.update("roles").in("shop").named("r");

    assertThat(refusal("roles", NOBODY, update, owned, ROLE)).isEmpty();
    assertThat(refusal("roles", NOBODY, update, other, ROLE)).isPresent();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      rolebindings | shop | Role | 404 | rolebindings.rbac.authorization.k8s.io "gone" not found
      rolebindings | shop | ClusterRole | 404 | rolebindings.rbac.authorization.k8s.io "gone" not found
      clusterrolebindings | '' | ClusterRole | 404 | clusterrolebindings.rbac.authorization.k8s.io "gone" not found
      clusterrolebindings | '' | Role | 400 | Namespace parameter required.
      rolebindings | shop | Group | 500 | unsupported role reference kind: "Group"
      """)
  void aRoleThatIsNotThereIsCalledAsTheRequestIs(
      String resource, String namespace, String kind, int code, String message) {
    Status status = refusal(
            resource, NOBODY, Request.create(resource).in(namespace), binding(kind), "")
        .orElseThrow();

    assertThat(status.code()).isEqualTo(code);
    assertThat(status.message()).isEqualTo(message);
  }

  @Test
  void bindIsAskedForInTheNamespaceOfTheRequest() {
    List<String> asked = new ArrayList<>();
    Authorizer binding = (cluster, user, attributes) -> {
      asked.add(attributes.toString());
      return Authorization.allow("");
    };

    assertThat(refusal(
            "rolebindings",
            binding,
            Request.create("rolebindings").in("shop"),
            binding("ClusterRole"),
            ""))
        .isEmpty();
    assertThat(asked)
        .containsExactly("bind clusterroles.rbac.authorization.k8s.io \"gone\" in shop");
  }

  @Test
  void whatIsNotSupportedIsNotGuessedAt() {
    Authorizer unsupported = (c, u, a) -> Authorization.unsupported("no CEL");

    assertThat(refusal("roles", unsupported, Request.create("roles").in("shop"), ROLE, ""))
        .contains(Status.plain(501, "NotImplemented", "no CEL"));
  }
}
