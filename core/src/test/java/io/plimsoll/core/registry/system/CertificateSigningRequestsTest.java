package io.plimsoll.core.registry.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.registry.Written;
import io.plimsoll.core.registry.system.CertificateSigningRequestStrategy.Scope;
import io.plimsoll.core.validation.Strategy;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests for certificates, and how they are answered. */
class CertificateSigningRequestsTest {

  private static final Strategy REQUESTS = new CertificateSigningRequestStrategy(Scope.WHOLE);
  private static final Strategy STATUS = REQUESTS.subresource("status").orElseThrow();
  private static final Strategy APPROVAL = REQUESTS.subresource("approval").orElseThrow();
  private static final String BOTH =
      "[{type: Approved, status: 'True'}, {type: Denied, status: 'True'}]";

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String request(String more) {
    String pem = "-----BEGIN CERTIFICATE REQUEST-----\nMA==\n-----END CERTIFICATE REQUEST-----\n";
    return "metadata: {name: r}\nspec: {request: " + base64(pem)
        + ", signerName: example.com/s, usages: [client auth]}\n" + more;
  }

  private static String answer(String conditions, String certificate) {
    return request("status: {conditions: " + conditions + ", certificate: " + certificate + "}\n");
  }

  private static MappingValue asked() {
    return Written.stored(REQUESTS, request(""));
  }

  private static List<String> errors(Strategy strategy, MappingValue old, String yaml) {
    return Written.errors(Written.update(strategy, old, yaml));
  }

  @Test
  void whatIsAskedForIsValidated() {
    assertThat(Written.errors(Written.create(REQUESTS, """
            metadata: {name: r}
            spec:
              request: eA==
              signerName: kubernetes.io/legacy-unknown
              usages: [client auth, client auth, fun]
              expirationSeconds: 599
            """)))
        .contains(
            "spec.usages[1]: Duplicate value: \"client auth\"",
            "spec.signerName: Invalid value: \"kubernetes.io/legacy-unknown\": the legacy signerName is not"
                + " allowed via this API version",
            "spec.expirationSeconds: Invalid value: 599: may not specify a duration less than 600 seconds (10"
                + " minutes)")
        .anySatisfy(error -> assertThat(error)
            .startsWith("spec.request: Invalid value: ")
            .endsWith(": PEM block type must be CERTIFICATE REQUEST"))
        .anySatisfy(error -> assertThat(error)
            .startsWith("spec.usages[2]: Unsupported value: \"fun\": supported values: \"any\","));
  }

  @Test
  void nobodyAnswersByWayOfTheWholeRequest() {
    MappingValue stored =
        Written.updated(REQUESTS, asked(), answer("[{type: Approved, status: 'True'}]", "''"));

    assertThat(stored.get("status")).isNull();
  }

  @Test
  void approvalsWriteOnlyConditions() {
    MappingValue stored =
        Written.updated(APPROVAL, asked(), answer("[{type: Approved, status: 'True'}]", "eA=="));

    assertThat(Written.json(REQUESTS, stored, "status"))
        .contains("\"type\":\"Approved\"")
        .doesNotContain("\"certificate\":\"eA==\"");
  }

  @Test
  void decisionsExcludeEachOther() {
    String members =
        "conditions[{\\\"type\\\": \\\"Approved\\\"}], conditions[{\\\"type\\\": \\\"Denied\\\"}]";
    assertThat(errors(APPROVAL, asked(), answer(BOTH, "''")))
        .containsExactly("status.conditions: Invalid value: \"{" + members
            + "}\": must specify at most one of: `conditions[{\"type\": \"Approved\"}]`,"
            + " `conditions[{\"type\": \"Denied\"}]`");
  }

  @Test
  void decisionsStay() {
    MappingValue approved =
        Written.updated(APPROVAL, asked(), answer("[{type: Approved, status: 'True'}]", "''"));

    assertThat(errors(APPROVAL, approved, answer("[]", "''")))
        .containsExactly(
            "status.conditions: Forbidden: updates may not remove a condition of type \"Approved\"");
    assertThat(errors(STATUS, asked(), answer("[{type: Denied, status: 'True'}]", "''")))
        .containsExactly(
            "status.conditions: Forbidden: updates may not add a condition of type \"Denied\"");
    MappingValue status = Written.updated(
        STATUS, approved, answer("[{type: Approved, status: 'True', reason: other}]", "''"));
    assertThat(Written.json(REQUESTS, status, "status")).doesNotContain("other");
  }

  @Test
  void conditionsAreValidated() {
    assertThat(errors(
            APPROVAL,
            asked(),
            answer(
                "[{type: Failed, status: 'False'}, {status: x}, {type: A}, {type: A, status: 'True'}]",
                "''")))
        .containsExactly(
            "status.conditions[0].status: Unsupported value: \"False\": supported values: \"True\"",
            "status.conditions[1].type: Required value",
            "status.conditions[1].status: Unsupported value: \"x\": supported values: \"False\", \"True\","
                + " \"Unknown\"",
            "status.conditions[2].status: Required value",
            "status.conditions[3].type: Duplicate value: \"A\"");
  }

  @Test
  void certificatesAreValidated() {
    String key = base64("-----BEGIN PRIVATE KEY-----\nMA==\n-----END PRIVATE KEY-----\n");
    String start = "status.certificate: Invalid value: \"<certificate data>\": ";
    assertThat(errors(STATUS, asked(), answer("[]", "eA==")))
        .containsExactly(start + "must contain at least one CERTIFICATE PEM block");
    assertThat(errors(STATUS, asked(), answer("[]", key)))
        .containsExactly(start + "only CERTIFICATE PEM blocks are allowed, found \"PRIVATE KEY\"");
  }

  private static List<String> bundleErrors(String name, String spec) {
    return Written.errors(Written.create(
        new ClusterTrustBundleStrategy(),
        "metadata: {name: '" + name + "'}\nspec: {" + spec + "}\n"));
  }

  @Test
  void bundlesOfTrust() {
    String text = "\"-----BEGIN %1$s-----\\nMA==\\n-----END %1$s-----\\n\"";
    String start = "spec.trustBundle: Invalid value: \"<value omitted>\": ";
    assertThat(bundleErrors("a", "trustBundle: x"))
        .containsExactly(start + "at least one trust anchor must be provided");
    assertThat(bundleErrors("a", "trustBundle: " + text.formatted("PRIVATE KEY")))
        .containsExactly(start + "entry 0 has bad block type: PRIVATE KEY");
    assertThat(bundleErrors("a", "trustBundle: " + text.formatted("CERTIFICATE")))
        .containsExactly(start + "entry 0 does not parse as X.509");
    assertThat(bundleErrors("a:b", "trustBundle: x"))
        .contains(
            "metadata.name: Invalid value: \"a:b\": ClusterTrustBundle without signer name must not have"
                + " \":\" in its name");
    assertThat(bundleErrors("b", "signerName: a.io/s, trustBundle: x"))
        .contains(
            "metadata.name: Invalid value: \"b\": ClusterTrustBundle for signerName a.io/s must be named"
                + " with prefix a.io:s:");
  }
}
