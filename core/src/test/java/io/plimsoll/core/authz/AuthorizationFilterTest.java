package io.plimsoll.core.authz;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.request.Request;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.request.User;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuthorizationFilterTest {

  private static final User BOB = User.of("bob");

  @Test
  void whatIsForbiddenIsNamedWithItsPlace() {
    Status status = AuthorizationFilter.forbidden(
        BOB, Request.update("deployments/scale").in("shop").named("web"), "who knows");

    assertThat(status)
        .isEqualTo(new Status(
            403,
            "Forbidden",
            "deployments.apps \"web\" is forbidden: User \"bob\" cannot update resource"
                + " \"deployments/scale\" in API group \"apps\" in the namespace \"shop\": who knows",
            Optional.of(Status.Details.of("apps", "deployments", "web"))));
  }

  @Test
  void withoutANameAndANamespace() {
    assertThat(AuthorizationFilter.forbidden(BOB, Request.list("nodes"), "").message())
        .isEqualTo("nodes is forbidden: User \"bob\" cannot list resource \"nodes\" in API group"
            + " \"\" at the cluster scope");
  }

  @Test
  void pathsAreNoResource() {
    assertThat(AuthorizationFilter.forbidden(BOB, Request.url("get", "/metrics"), "x")
            .message())
        .isEqualTo("forbidden: User \"bob\" cannot get path \"/metrics\": x");
  }

  @Test
  void nothingLooksLikeHtmlButTheReason() {
    User evil = User.of("<script>&\n\"");

    assertThat(AuthorizationFilter.forbidden(evil, Request.list("pods"), "<b>").message())
        .isEqualTo("pods is forbidden: User \"&lt;script&gt;&amp;\\n\\\"\" cannot list resource"
            + " \"pods\" in API group \"\" at the cluster scope: <b>");
    assertThat(AuthorizationFilter.internalError("/a?b=<c>&d", "<e>"))
        .isEqualTo("Internal Server Error: \"/a?b=&lt;c&gt;&amp;d\": &lt;e&gt;");
  }

  @Test
  void theAuditLogGetsDecisionAndReason() {
    assertThat(AuthorizationFilter.auditAnnotations(Authorization.allow("r").withError("e")))
        .isEqualTo(
            Map.of("authorization.k8s.io/decision", "allow", "authorization.k8s.io/reason", "r"));
    assertThat(AuthorizationFilter.auditAnnotations(Authorization.noOpinion("")))
        .isEqualTo(
            Map.of("authorization.k8s.io/decision", "forbid", "authorization.k8s.io/reason", ""));
    assertThat(AuthorizationFilter.auditAnnotations(Authorization.deny("r").withError("e")))
        .isEqualTo(Map.of("authorization.k8s.io/reason", "internal error"));
  }

  @Test
  void whatIsNotSupportedHasACodeOfItsOwn() {
    assertThat(AuthorizationFilter.unsupported(Authorization.unsupported("no CEL")))
        .isEqualTo(Status.plain(501, "NotImplemented", "no CEL"));
  }
}
