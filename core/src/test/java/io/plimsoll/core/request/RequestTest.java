package io.plimsoll.core.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTest {

  @ParameterizedTest
  @CsvSource({
    "secrets, '', secrets, ''",
    "secret, '', secrets, ''",
    "po, '', pods, ''",
    "Pod, '', pods, ''",
    "deploy, apps, deployments, ''",
    "deployments/scale, apps, deployments, scale",
    "ingresses.networking.k8s.io, networking.k8s.io, ingresses, ''",
    "pods/exec, '', pods, exec",
    "widgets, '', widgets, ''",
    "widgets.example.com/status, example.com, widgets, status",
    "*, '', *, ''",
    "*/scale, '', *, scale"
  })
  void aResourceIsNamedAsPeopleNameIt(
      String name, String group, String resource, String subresource) {
    Attributes attributes = Request.get(name);

    assertThat(attributes)
        .isEqualTo(new Attributes("get", group, "*", resource, subresource, "", "", "", true));
  }

  @Test
  void eachVerbHasAMethod() {
    assertThat(List.of(
            Request.get("pods"),
            Request.list("pods"),
            Request.watch("pods"),
            Request.create("pods"),
            Request.update("pods"),
            Request.patch("pods"),
            Request.delete("pods"),
            Request.of("deletecollection", "pods")))
        .extracting(Attributes::verb)
        .containsExactly(
            "get", "list", "watch", "create", "update", "patch", "delete", "deletecollection");
  }

  @Test
  void attributesAreNarrowedStepByStep() {
    Attributes scale =
        Request.update("deployments").subresource("scale").in("shop").named("web");

    assertThat(scale)
        .isEqualTo(
            new Attributes("update", "apps", "*", "deployments", "scale", "shop", "web", "", true));
    assertThat(scale.combinedResource()).isEqualTo("deployments/scale");
    assertThat(Request.get("pods").combinedResource()).isEqualTo("pods");
    assertThat(scale.group("extensions").apiGroup()).isEqualTo("extensions");
  }

  @Test
  void attributesReadAsPeopleSayThem() {
    assertThat(Request.get("secrets").in("shop")).hasToString("get secrets in shop");
    assertThat(Request.update("deployments/scale").in("shop").named("web"))
        .hasToString("update deployments.apps/scale \"web\" in shop");
    assertThat(Request.list("nodes")).hasToString("list nodes");
    assertThat(Request.url("get", "/healthz")).hasToString("get /healthz");
  }

  @Test
  void aUrlIsNoResource() {
    assertThat(Request.url("get", "/healthz"))
        .isEqualTo(new Attributes("get", "", "", "", "", "", "", "/healthz", false));
  }
}
