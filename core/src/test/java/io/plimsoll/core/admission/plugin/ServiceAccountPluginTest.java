package io.plimsoll.core.admission.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.TestCall;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Fields;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceAccountPluginTest {

  private static final String DEFAULT =
      "{apiVersion: v1, kind: ServiceAccount, metadata: {name: default, namespace: shop}}";
  private static final String STRICT = """
      apiVersion: v1
      kind: ServiceAccount
      metadata:
        name: strict
        namespace: shop
        annotations: {kubernetes.io/enforce-mountable-secrets: "true"}
      automountServiceAccountToken: false
      secrets: [{name: known}]
      imagePullSecrets: [{name: registry}]
      """;

  private final ServiceAccountPlugin plugin = new ServiceAccountPlugin();

  private static String pod(String spec) {
    return "{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: shop}, spec: {" + spec
        + "}}";
  }

  private static String mirror(String spec) {
    return "{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: shop, annotations:"
        + " {kubernetes.io/config.mirror: x}}, spec: {" + spec + "}}";
  }

  private String admitRefusal(String pod) {
    return TestCall.refusal(TestCall.create(pod).amid(DEFAULT, STRICT).admit(plugin));
  }

  private String validateRefusal(String pod) {
    return TestCall.refusal(TestCall.create(pod).amid(DEFAULT, STRICT).validate(plugin));
  }

  private static String denied(String why) {
    return TestCall.forbidden("pods", "p", why);
  }

  @Test
  void pullSecretsOfAnAccountNeedNoName() {
    MappingValue pod = TestCall.create(pod("containers: [{name: c}]"))
        .amid("{apiVersion: v1, kind: ServiceAccount, metadata: {name: default, namespace: shop},"
            + " automountServiceAccountToken: false, imagePullSecrets: [{}, null, {name: x}]}")
        .admit(plugin)
        .object()
        .orElseThrow();
    assertThat(Trees.spec(pod).value("imagePullSecrets")).hasToString("[{},{},{\"name\":\"x\"}]");
  }

  @Test
  void podsRunAsTheDefaultAccountWithItsToken() {
    Admission answer =
        TestCall.create(pod("containers: [{name: c}]")).amid(DEFAULT).admit(plugin);
    assertThat(answer.object()).contains(TestCall.tree("""
            apiVersion: v1
            kind: Pod
            metadata: {name: p, namespace: shop}
            spec:
              containers:
                - name: c
                  volumeMounts:
                    - name: kube-api-access-x7x7x
                      readOnly: true
                      mountPath: /var/run/secrets/kubernetes.io/serviceaccount
              serviceAccountName: default
              serviceAccount: default
              volumes:
                - name: kube-api-access-x7x7x
                  projected:
                    sources:
                      - serviceAccountToken: {expirationSeconds: 3607, path: token}
                      - configMap: {name: kube-root-ca.crt, items: [{key: ca.crt, path: ca.crt}]}
                      - downwardAPI:
                          items:
                            - path: namespace
                              fieldRef: {apiVersion: v1, fieldPath: metadata.namespace}
                    defaultMode: 420
            """));
    assertThat(answer.reason())
        .isEqualTo("the pod names no service account; it runs as service account default");
  }

  @Test
  void tokensStayAwayWhereTheyAreNotWanted() {
    MappingValue pod = TestCall.create(
            pod("automountServiceAccountToken: false," + " containers: [{name: c}]"))
        .amid(DEFAULT)
        .admit(plugin)
        .object()
        .orElseThrow();
    assertThat(Trees.spec(pod).has("volumes")).isFalse();
    MappingValue ofAccount = TestCall.create(
            pod("serviceAccountName: strict, containers: [{name: c}]"))
        .amid(STRICT)
        .admit(plugin)
        .object()
        .orElseThrow();
    assertThat(Trees.spec(ofAccount).has("volumes")).isFalse();
    MappingValue wanted = TestCall.create(pod("serviceAccountName: strict,"
            + " automountServiceAccountToken: true, containers: [{name: c}]"))
        .amid(STRICT)
        .admit(plugin)
        .object()
        .orElseThrow();
    assertThat(Trees.spec(wanted).has("volumes")).isTrue();
  }

  @Test
  void aVolumeOfTheClientIsUsedForTheToken() {
    MappingValue pod = TestCall.create(pod("serviceAccountName: default,"
            + " volumes: [{name: kube-api-access-own, emptyDir: {}}],"
            + " containers: [{name: c}, {name: d, volumeMounts: [{name: v, mountPath:"
            + " /var/run/secrets/kubernetes.io/serviceaccount}]}]"))
        .amid(DEFAULT)
        .admit(plugin)
        .object()
        .orElseThrow();
    assertThat(Trees.list(Trees.spec(pod), "volumes")).hasSize(1);
    List<Fields> containers = Trees.list(Trees.spec(pod), "containers");
    assertThat(Trees.list(containers.get(0), "volumeMounts").get(0).text("name"))
        .isEqualTo("kube-api-access-own");
    assertThat(Trees.list(containers.get(1), "volumeMounts")).hasSize(1);
  }

  @Test
  void pullSecretsComeFromTheAccountUnlessThePodHasSome() {
    MappingValue pod = TestCall.create(pod("serviceAccountName: strict, containers: [{name: c}]"))
        .amid(STRICT)
        .admit(plugin)
        .object()
        .orElseThrow();
    assertThat(Trees.list(Trees.spec(pod), "imagePullSecrets").get(0).text("name"))
        .isEqualTo("registry");
    assertThat(admitRefusal(pod("serviceAccountName: strict, imagePullSecrets: [{name: own}],"
            + " containers: [{name: c}]")))
        .isEqualTo(denied("imagePullSecrets[0].name=\"own\" is not allowed because service account"
            + " strict does not reference that imagePullSecret"));
  }

  @Test
  void theAccountMustExist() {
    assertThat(admitRefusal(pod("serviceAccountName: ghost")))
        .isEqualTo(denied("error looking up service account shop/ghost: serviceaccount \"ghost\""
            + " not found"));
    assertThat(validateRefusal(pod("serviceAccountName: ghost")))
        .isEqualTo(denied("error looking up service account shop/ghost: serviceaccount \"ghost\""
            + " not found"));
    assertThat(validateRefusal(pod("containers: []")))
        .isEqualTo(denied("no service account specified for pod shop/p"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          volumes: [{name: v, secret: {secretName: other}}] | volume with
          initContainers: [{name: i, env: [{name: E, valueFrom: {secretKeyRef: {name: other, key: k}}}]}] | init container i with envVar E referencing
          containers: [{name: c, env: [{name: E, valueFrom: {secretKeyRef: {name: other, key: k}}}]}] | container c with envVar E referencing
          containers: [{name: c, envFrom: [{secretRef: {name: other}}]}] | container c with envFrom referencing
          """)
  void onlySecretsOfTheAccountMayBeUsed(String spec, String what) {
    assertThat(validateRefusal(pod("serviceAccountName: strict, " + spec)))
        .isEqualTo(denied(what + " secret.secretName=\"other\" is not allowed because service"
            + " account strict does not reference that secret"));
    assertThat(
            validateRefusal(pod("serviceAccountName: strict, " + spec.replace("other", "known"))))
        .isEmpty();
    assertThat(validateRefusal(pod("serviceAccountName: default, " + spec))).isEmpty();
  }

  @Test
  void ephemeralContainersAreHeldToTheSecretsAsWell() {
    String old = pod("serviceAccountName: strict");
    String pod = pod("serviceAccountName: strict, ephemeralContainers: [{name: e, envFrom:"
        + " [{secretRef: {name: other}}]}]");
    assertThat(TestCall.refusal(TestCall.update(old, pod)
            .subresource("ephemeralcontainers")
            .amid(STRICT)
            .validate(plugin)))
        .isEqualTo("500 ephemeral container e with envFrom referencing secret.secretName=\"other\""
            + " is not allowed because service account strict does not reference that secret");
    assertThat(TestCall.update(old, pod).amid(STRICT).validate(plugin))
        .isEqualTo(Admission.UNCHANGED);
  }

  @Test
  void mirrorPodsHaveNoAccountNoSecretsAndNoTokens() {
    assertThat(TestCall.create(mirror("containers: [{name: c}]")).admit(plugin))
        .isEqualTo(Admission.UNCHANGED);
    assertThat(admitRefusal(mirror("serviceAccountName: default")))
        .isEqualTo(denied("a mirror pod may not reference service accounts"));
    assertThat(validateRefusal(mirror("volumes: [{name: v, secret: {secretName: s}}]")))
        .isEqualTo(denied("a mirror pod may not reference secrets"));
    assertThat(validateRefusal(mirror(
            "volumes: [{name: v, projected: {sources: [{serviceAccountToken: {path: t}}]}}]")))
        .isEqualTo(denied("a mirror pod may not use ServiceAccountToken volume projections"));
  }

  @Test
  void otherObjectsAreNotLookedAt() {
    assertThat(TestCall.create(DEFAULT).admit(plugin)).isEqualTo(Admission.UNCHANGED);
    assertThat(TestCall.create(pod("")).subresource("binding").validate(plugin))
        .isEqualTo(Admission.UNCHANGED);
  }
}
