package io.plimsoll.core.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.finding.Finding;
import io.plimsoll.core.load.Manifests;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PullCredentialsTest {

  private static final String ACCOUNT = "Deployment shop/web";

  static Cluster cluster(String... documents) {
    return Cluster.of(
        Manifests.read("shop.yaml", String.join("---\n", documents)).objects());
  }

  private static String encoded(String json) {
    return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String secret(String name, String type, String key, String json) {
    return "apiVersion: v1\nkind: Secret\nmetadata: {name: " + name + ", namespace: shop}\ntype: "
        + type + "\ndata: {" + key + ": " + encoded(json) + "}\n";
  }

  private static String config(String name, String... registries) {
    StringBuilder auths = new StringBuilder();
    for (String registry : registries) {
      auths
          .append(auths.isEmpty() ? "" : ",")
          .append("\"" + registry + "\":{\"username\":\"" + name + "\",\"password\":\"s3cret\"}");
    }
    return secret(
        name, "kubernetes.io/dockerconfigjson", ".dockerconfigjson", "{\"auths\":{" + auths + "}}");
  }

  private static String deployment(String image, String more) {
    return "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop}\n"
        + "spec:\n  selector: {matchLabels: {a: b}}\n  template:\n    metadata: {labels: {a: b}}\n"
        + "    spec:\n      containers: [{name: web, image: '" + image + "'}]\n      " + more
        + "\n";
  }

  private static String account(String name, String secrets) {
    return "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: " + name
        + ", namespace: shop}\nimagePullSecrets: [" + secrets + "]\n";
  }

  private static PodPullCredentials web(Cluster cluster) {
    return PullCredentials.of(cluster).of(cluster.workload(ACCOUNT));
  }

  private static List<String> tried(Cluster cluster, String image) {
    return web(cluster).lookup(image).credentials().stream()
        .map(PullCredential::toString)
        .toList();
  }

  private static List<String> findings(Cluster cluster) {
    List<Finding> findings = PullCredentials.of(cluster).findings();
    assertThat(findings).allSatisfy(finding -> {
      assertThat(finding.place()).isPresent();
      assertThat(finding.observed()).isNull();
      assertThat(finding.toString()).doesNotContain("s3cret");
    });
    return findings.stream()
        .map(finding -> finding.object() + " " + finding.path() + " "
            + finding.severity().label() + " " + finding.rule() + ": " + finding.message())
        .toList();
  }

  @Test
  void theMoreSpecificRegistryComesFirst() {
    Cluster shop = cluster(
        config("a", "registry.example.com", "*.example.com"),
        config("b", "https://registry.example.com/v2/team"),
        deployment("x", "imagePullSecrets: [{name: a}, {name: b}]"));

    assertThat(tried(shop, "registry.example.com/team/app:1"))
        .containsExactly(
            "registry.example.com/team as b by Secret shop/b",
            "registry.example.com as a by Secret shop/a",
            "*.example.com as a by Secret shop/a");
    assertThat(tried(shop, "registry.example.com/other"))
        .containsExactly(
            "registry.example.com as a by Secret shop/a", "*.example.com as a by Secret shop/a");
    assertThat(web(shop).lookup("registry.example.com/team/app:1").repository())
        .isEqualTo("registry.example.com/team/app");
  }

  @Test
  void shortNamesAreOfDocker() {
    Cluster shop = cluster(
        config("a", "https://index.docker.io/v1/"),
        deployment("x", "imagePullSecrets: [{name: a}]"));

    assertThat(tried(shop, "nginx")).containsExactly("index.docker.io as a by Secret shop/a");
    assertThat(tried(shop, "quay.io/nginx")).isEmpty();
    assertThat(web(shop).lookup("Not An Image").error())
        .isEqualTo("couldn't parse image name \"Not An Image\"");
  }

  @Test
  void bothFormatsAndStringDataAreRead() {
    Cluster shop = cluster(
        secret("old", "kubernetes.io/dockercfg", ".dockercfg", "{\"gcr.io\":{\"auth\":\"dTpw\"}}"),
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: plain, namespace: shop}
        type: kubernetes.io/dockercfg
        stringData: {.dockercfg: '{"gcr.io":{"auth":"djpw"}}'}
        """,
        deployment("x", "imagePullSecrets: [{name: plain}, {name: old}]"));

    assertThat(tried(shop, "gcr.io/a"))
        .containsExactly("gcr.io as v by Secret shop/plain", "gcr.io as u by Secret shop/old");
  }

  @Test
  void theServiceAccountHelpsPodsThatHaveNoSecrets() {
    String account = account("default", "{name: a}");
    Cluster without = cluster(config("a", "gcr.io"), account, deployment("gcr.io/a", ""));
    Cluster own = cluster(
        config("a", "gcr.io"),
        config("b", "gcr.io"),
        account,
        deployment("gcr.io/a", "imagePullSecrets: [{name: b}]"));

    assertThat(web(without).references())
        .hasToString("[Secret shop/a by ServiceAccount shop/default at imagePullSecrets[0]]");
    assertThat(tried(without, "gcr.io/a")).containsExactly("gcr.io as a by Secret shop/a");
    assertThat(tried(own, "gcr.io/a")).containsExactly("gcr.io as b by Secret shop/b");
    assertThat(findings(without)).isEmpty();
    assertThat(findings(own))
        .containsExactly("Deployment shop/web spec.template.spec.imagePullSecrets info"
            + " pull-secrets/replaced-secrets: the pull secrets of ServiceAccount shop/default are not"
            + " added to those of the pod");
  }

  @ParameterizedTest
  @CsvSource({"serviceAccountName: other", "serviceAccount: other"})
  void thePodNamesItsServiceAccount(String field) {
    Cluster shop = cluster(
        config("a", "gcr.io"), account("other", "{name: a}"), deployment("gcr.io/a", field));

    assertThat(tried(shop, "gcr.io/a")).hasSize(1);
  }

  @Test
  void mirrorPodsGetNothing() {
    Cluster shop = cluster(
        config("a", "gcr.io"),
        account("default", "{name: a}"),
        "apiVersion: v1\nkind: Pod\nmetadata: {name: m, namespace: shop, annotations:"
            + " {kubernetes.io/config.mirror: x}}\nspec: {containers: [{name: a, image: gcr.io/a}]}\n");

    assertThat(PullCredentials.of(shop).of(shop.workload("Pod shop/m")).references())
        .isEmpty();
  }

  @Test
  void missingSecretsAreLeftOut() {
    Cluster shop = cluster(
        config("a", "gcr.io"),
        account("other", "{name: nil}"),
        deployment("gcr.io/a", "imagePullSecrets: [{name: gone}, {name: a}, {}]"));

    assertThat(web(shop).missing()).hasSize(1);
    assertThat(web(shop))
        .hasToString("pull credentials [Secret shop/gone (missing), Secret shop/a]");
    assertThat(PullCredentials.of(shop)).hasToString("pull credentials of a cluster with 1 secret");
    assertThat(tried(shop, "gcr.io/a")).hasSize(1);
    assertThat(findings(shop))
        .containsExactly(
            "Deployment shop/web spec.template.spec.imagePullSecrets[0] warning"
                + " pull-secrets/missing-secret: there is no secret \"gone\" in namespace \"shop\": images"
                + " are pulled without it",
            "Deployment shop/web spec.template.spec.imagePullSecrets[2] warning"
                + " pull-secrets/without-name: an entry without a name is of no effect",
            "ServiceAccount shop/other imagePullSecrets[0] warning pull-secrets/missing-secret: there is"
                + " no secret \"nil\" in namespace \"shop\": images are pulled without it");
  }

  @Test
  void manifestsWithoutAnySecretMayMissThem() {
    Cluster shop = cluster(deployment("gcr.io/a", "imagePullSecrets: [{name: a}]"));

    assertThat(findings(shop))
        .containsExactly("Deployment shop/web spec.template.spec.imagePullSecrets[0] info"
            + " pull-secrets/missing-secret: there is no secret \"a\" in namespace \"shop\": images are"
            + " pulled without it");
  }

  @Test
  void secretsOfOtherTypesAreOfNoUse() {
    Cluster shop = cluster(
        secret("a", "Opaque", ".dockerconfigjson", "{}"),
        secret("b", "kubernetes.io/dockercfg", ".dockerconfigjson", "{}"),
        deployment("gcr.io/a", "imagePullSecrets: [{name: a}, {name: b}]"));

    assertThat(tried(shop, "gcr.io/a")).isEmpty();
    assertThat(findings(shop))
        .containsExactly(
            "Deployment shop/web spec.template.spec.containers[0].image info"
                + " pull-secrets/no-credentials: no pull secret is for gcr.io/a",
            "Deployment shop/web spec.template.spec.imagePullSecrets[0] warning"
                + " pull-secrets/wrong-type: secret \"a\" is of type Opaque: images are pulled without it",
            "Secret shop/b data warning pull-secrets/without-data: the type kubernetes.io/dockercfg needs"
                + " \".dockercfg\": images are pulled without the secret");
  }

  @Test
  void aMalformedSecretKeepsAllImagesFromBeingPulled() {
    Cluster shop = cluster(
        config("a", "gcr.io"),
        secret("bad", "kubernetes.io/dockercfg", ".dockercfg", "{\"gcr.io\":{\"auth\":\"dQ==\"}}"),
        deployment("gcr.io/a", "imagePullSecrets: [{name: a}, {name: bad}]"));
    String why = "unable to parse auth field, must be formatted as base64(username:password)";

    assertThat(web(shop).error()).contains(why);
    assertThat(web(shop).lookup("gcr.io/a"))
        .isEqualTo(new ImageCredentials("gcr.io/a", "gcr.io/a", List.of(), why));
    assertThat(findings(shop))
        .containsExactly(
            "Secret shop/bad data[.dockercfg] error pull-secrets/malformed: \".dockercfg\""
                + " cannot be decoded: " + why);
  }

  @Test
  void entriesThatHelpNobodyAreTold() {
    Cluster shop = cluster(
        config("a", "bad host", "gcr.io/te*", "gcr.io:*"),
        secret(
            "b",
            "kubernetes.io/dockercfg",
            ".dockercfg",
            "{\"quay.io\":{\"identitytoken\":\"s3cret\"}}"));

    assertThat(findings(shop))
        .containsExactly(
            "Secret shop/a data[.dockerconfigjson] warning pull-secrets/ignored-registry: the registry"
                + " \"bad host\" is no URL: its credentials are ignored",
            "Secret shop/a data[.dockerconfigjson] warning pull-secrets/ignored-registry: the registry"
                + " \"gcr.io:*\" is no URL: its credentials are ignored",
            "Secret shop/a data[.dockerconfigjson] warning pull-secrets/star-without-effect: in the path"
                + " of the registry \"gcr.io/te*\" a star matches itself only",
            "Secret shop/b data[.dockercfg] warning pull-secrets/blank-credentials: the entry for the"
                + " registry \"quay.io\" has neither user nor password");
  }

  @Test
  void imagesThatNoSecretIsForAreTold() {
    Cluster shop = cluster(
        config("a", "gcr.io"),
        "apiVersion: v1\nkind: Pod\nmetadata: {name: m, namespace: shop}\nspec: {imagePullSecrets:"
            + " [{name: a}], initContainers: [{name: i, image: quay.io/i}], containers: [{name: a,"
            + " image: gcr.io/a}, {name: b}]}\n");

    assertThat(findings(shop))
        .containsExactly(
            "Pod shop/m spec.initContainers[0].image info pull-secrets/no-credentials: no"
                + " pull secret is for quay.io/i");
  }

  @Test
  void rulesHaveNamesAndSummaries() {
    assertThat(PullLintRule.values()).allSatisfy(rule -> {
      assertThat(rule.id()).matches("pull-secrets/[a-z-]+");
      assertThat(rule.summary()).isNotEmpty();
    });
  }
}
