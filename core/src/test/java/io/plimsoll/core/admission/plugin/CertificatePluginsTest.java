package io.plimsoll.core.admission.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.TestCall;
import java.util.List;
import org.junit.jupiter.api.Test;

class CertificatePluginsTest {

  private static String request(String spec, String status) {
    return "{apiVersion: certificates.k8s.io/v1, kind: CertificateSigningRequest, metadata: {name:"
        + " r}, spec: {" + spec + "}, status: {" + status + "}}";
  }

  private static final String OLD = request("signerName: example.com/s", "");
  private static final String SIGNED = request("signerName: example.com/s", "certificate: LS0t");

  private static String denied(String why) {
    return "403 certificatesigningrequests.certificates.k8s.io \"r\" is forbidden: " + why;
  }

  @Test
  void onlySomeApprove() {
    CertificateApproval plugin = new CertificateApproval();
    assertThat(
            TestCall.refusal(TestCall.update(OLD, OLD).subresource("approval").validate(plugin)))
        .isEqualTo(
            denied("user not permitted to approve requests with signerName \"example.com/s\""));
    for (String name : List.of("example.com/s", "example.com/*")) {
      assertThat(TestCall.update(OLD, OLD)
              .subresource("approval")
              .allowing(
                  asked -> asked.equals("approve signers.certificates.k8s.io \"" + name + "\""))
              .validate(plugin))
          .isEqualTo(Admission.UNCHANGED);
    }
    assertThat(TestCall.update(OLD, OLD).validate(plugin)).isEqualTo(Admission.UNCHANGED);
  }

  @Test
  void onlySomeSign() {
    CertificateSigning plugin = new CertificateSigning();
    assertThat(
            TestCall.refusal(TestCall.update(OLD, SIGNED).subresource("status").validate(plugin)))
        .isEqualTo(denied("user not permitted to sign requests with signerName \"example.com/s\""));
    assertThat(TestCall.update(OLD, SIGNED)
            .subresource("status")
            .allowing(asked -> asked.startsWith("sign "))
            .validate(plugin))
        .isEqualTo(Admission.UNCHANGED);
    assertThat(TestCall.update(SIGNED, SIGNED).subresource("status").validate(plugin))
        .isEqualTo(Admission.UNCHANGED);
  }

  @Test
  void nobodyBecomesMaster() {
    CertificateSubjectRestriction plugin = new CertificateSubjectRestriction();
    String signer = "signerName: kubernetes.io/kube-apiserver-client, request: ";
    assertThat(TestCall.refusal(
            TestCall.create(request(signer + CertificateRequests.OF_MASTER, "")).validate(plugin)))
        .isEqualTo(denied("use of kubernetes.io/kube-apiserver-client signer with system:masters"
            + " group is not allowed"));
    assertThat(
            TestCall.create(request(signer + CertificateRequests.OF_WORKER, "")).validate(plugin))
        .isEqualTo(Admission.UNCHANGED);
    assertThat(TestCall.refusal(
            TestCall.create(request(signer + "bm9uc2Vuc2U=", "")).validate(plugin)))
        .isEqualTo(denied("failed to parse CSR: PEM block type must be CERTIFICATE REQUEST"));
    assertThat(TestCall.create(
                request("signerName: example.com/s, request: " + CertificateRequests.OF_MASTER, ""))
            .validate(plugin))
        .isEqualTo(Admission.UNCHANGED);
  }

  @Test
  void subjectsAreRead() {
    assertThat(CertificateSubject.ofRequest(CertificateRequests.OF_WORKER))
        .isEqualTo(new CertificateSubject("system:node:worker", List.of("system:nodes")));
    assertThat(CertificateSubject.ofRequest(CertificateRequests.OF_MASTER))
        .isEqualTo(new CertificateSubject("eve", List.of("system:masters")));
  }

  @Test
  void onlySomeAttest() {
    ClusterTrustBundleAttest plugin = new ClusterTrustBundleAttest();
    String bundle = "{apiVersion: certificates.k8s.io/v1beta1, kind: ClusterTrustBundle, metadata:"
        + " {name: b%s}, spec: {signerName: example.com/s}}";
    assertThat(TestCall.refusal(TestCall.create(bundle.formatted("")).validate(plugin)))
        .isEqualTo("403 clustertrustbundles.certificates.k8s.io \"b\" is forbidden: user not"
            + " permitted to attest for signerName \"example.com/s\"");
    assertThat(TestCall.create(bundle.formatted(""))
            .allowing(asked -> asked.equals("attest signers.certificates.k8s.io \"example.com/s\""))
            .validate(plugin))
        .isEqualTo(Admission.UNCHANGED);
    assertThat(TestCall.update(bundle.formatted(""), bundle.formatted(", finalizers: [f]"))
            .validate(plugin))
        .isEqualTo(Admission.UNCHANGED);
    assertThat(
            TestCall.create(bundle.formatted("").replace("example.com/s", "''")).validate(plugin))
        .isEqualTo(Admission.UNCHANGED);
  }
}
