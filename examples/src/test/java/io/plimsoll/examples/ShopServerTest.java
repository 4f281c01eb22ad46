package io.plimsoll.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.apiserver.ApiServer;
import io.plimsoll.core.apiserver.Response;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.load.Manifests;
import io.plimsoll.core.load.ReadOptions;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.request.Request;
import io.plimsoll.core.request.Requester;
import io.plimsoll.core.schema.FieldValidation;
import io.plimsoll.posture.Posture;
import io.plimsoll.posture.ServerFlags;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** How a team tests what its cluster would answer before it deploys. */
class ShopServerTest {

  private static final ApiServer SERVER = Posture.apiServer(ServerFlags.kubeadm());

  /** As a running cluster has it: with the built-in roles, and with defaults in all objects. */
  private static final Cluster SHOP = Posture.running(Cluster.load(
      Path.of("manifests"),
      ReadOptions.DEFAULT.withSubdirectories().withFieldValidation(FieldValidation.WARN)));

  private static final Requester ALICE = Request.as("alice");
  private static final Requester BOB = Request.as("bob", "devs");

  private static KubeObject pod(String fields) {
    String text = """
        apiVersion: v1
        kind: Pod
        metadata: {name: debug, namespace: shop}
        spec:
          containers:
            - {name: shell, image: registry.example.com/shell:1%s}
        """.formatted(fields);
    ReadOptions lenient = ReadOptions.DEFAULT.withFieldValidation(FieldValidation.WARN);
    return Manifests.read("debug.yaml", text, lenient).orThrow().objects().get(0);
  }

  @Test
  void aPodThatIsNotRestrictedIsRefused() {
    Response response = SERVER.handle(SHOP, ALICE.create(pod("")));

    assertThat(response.code()).isEqualTo(403);
    assertThat(response.message())
        .startsWith("pods \"debug\" is forbidden: violates PodSecurity \"restricted:latest\": ");
    assertThat(response.trace())
        .last()
        .hasToString("validating admission (PodSecurity): refused: " + response.message());
  }

  @Test
  void developersCannotMakePods() {
    assertThat(SERVER.handle(SHOP, BOB.create(pod(""))).message())
        .isEqualTo("pods is forbidden: User \"bob\" cannot create resource \"pods\" in API group"
            + " \"\" in the namespace \"shop\"");
  }

  @Test
  void scalingTheWebPodsIsNoProblem() {
    Response scaled = SERVER.handle(
        SHOP,
        ALICE.patch(
            "deployments",
            "shop",
            "web",
            "application/merge-patch+json",
            "{\"spec\":{\"replicas\":5}}"));

    assertThat(scaled.code()).isEqualTo(200);
    assertThat(scaled.state().cluster().workload("shop/web").object().tree().toString())
        .contains("\"replicas\":5");
  }

  @Test
  void aTypoIsAnErrorIfTheRequestIsStrict() {
    Response response = SERVER.handle(
        SHOP, ALICE.create(pod(", comand: [sh]")).withParameter("fieldValidation", "Strict"));

    assertThat(response.code()).isEqualTo(400);
    assertThat(response.message())
        .endsWith("strict decoding error: unknown field \"spec.containers[0].comand\"");
  }
}
