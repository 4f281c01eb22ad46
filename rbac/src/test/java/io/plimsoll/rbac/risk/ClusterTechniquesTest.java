package io.plimsoll.rbac.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.rbac.Subject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nodes, certificates, admission and what else the whole cluster leans on. */
class ClusterTechniquesTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
      # where      | what is allowed                                          | goal              | how
      everywhere  | get nodes/proxy                                          | node-takeover     | node-proxy
      everywhere  | create nodes/proxy                                       | node-takeover     | node-proxy
      everywhere  | get */proxy                                              | node-takeover     | node-proxy
      everywhere  | get nodes/proxy n1                                       | node-takeover:n1  | node-proxy
      everywhere  | get nodes/proxy n1                                       | node-takeover     | none
      everywhere  | get nodes                                                | node-takeover     | none
      everywhere  | get nodes/metrics                                        | node-takeover     | none
      everywhere  | list nodes/proxy                                         | node-takeover     | none
      shop        | get nodes/proxy                                          | node-takeover     | none
      everywhere  | get nodes/proxy                                          | cluster-admin     | node-proxy pod-tokens everything
      everywhere  | get nodes/proxy n1                                       | cluster-admin     | none
      everywhere  | patch nodes                                              | pod-placement     | taint-node
      everywhere  | get nodes                                                | pod-placement     | none
      everywhere  | patch nodes/status; delete pods                          | pod-placement     | steal-pod
      everywhere  | update nodes/status; create pods/eviction                | pod-placement     | steal-pod
      everywhere  | patch nodes/status                                       | pod-placement     | none
      shop        | create pods/binding                                      | pod-placement     | bind-pod
      shop        | create bindings                                          | pod-placement     | none
      everywhere  | create mutatingwebhookconfigurations.admissionregistration.k8s.io | pod-mutation | mutating-webhook
      everywhere  | patch mutatingwebhookconfigurations.admissionregistration.k8s.io x | pod-mutation | mutating-webhook
      everywhere  | get mutatingwebhookconfigurations.admissionregistration.k8s.io | pod-mutation  | none
      everywhere  | create mutatingwebhookconfigurations                     | pod-mutation      | none
      everywhere  | update mutatingwebhookconfigurations.admissionregistration.k8s.io | cluster-admin | mutating-webhook mutated-pod everything
      everywhere  | update validatingwebhookconfigurations.admissionregistration.k8s.io | admission-control | validating-webhook
      everywhere  | update validatingwebhookconfigurations.admissionregistration.k8s.io | pod-mutation | none
      everywhere  | create mutatingadmissionpolicies.admissionregistration.k8s.io | pod-mutation | none
      everywhere  | create mutatingadmissionpolicies.admissionregistration.k8s.io; create mutatingadmissionpolicybindings.admissionregistration.k8s.io | pod-mutation | mutating-policy
      everywhere  | patch mutatingadmissionpolicies.admissionregistration.k8s.io | pod-mutation  | mutating-policy
      everywhere  | patch validatingadmissionpolicies.admissionregistration.k8s.io | admission-control | validating-policy
      everywhere  | update apiservices.apiregistration.k8s.io                | api-extension     | api-service
      everywhere  | update apiservices.apiregistration.k8s.io/status         | api-extension     | none
      everywhere  | patch customresourcedefinitions.apiextensions.k8s.io     | api-extension     | custom-resource
      everywhere  | create customresourcedefinitions.apiextensions.k8s.io    | api-extension     | none
      kube-system | patch configmaps coredns                                 | traffic           | cluster-dns
      kube-system | patch configmaps kube-proxy                              | traffic           | none
      shop        | patch configmaps                                         | traffic           | none
      kube-system | patch configmaps aws-auth                                | cluster-admin     | none
      shop        | update endpoints                                         | traffic:shop      | endpoints
      shop        | create endpointslices.discovery.k8s.io                   | traffic:shop      | endpoints
      shop        | get endpoints                                            | traffic:shop      | none
      everywhere  | patch services/status                                    | traffic           | service-status
      everywhere  | patch services                                           | traffic           | none
      kube-system | update leases.coordination.k8s.io                        | control-plane     | lease
      kube-system | update leases.coordination.k8s.io kube-scheduler         | control-plane     | lease
      kube-system | update leases.coordination.k8s.io my-operator            | control-plane     | none
      shop        | update leases.coordination.k8s.io                        | control-plane     | none
      everywhere  | create certificatesigningrequests.certificates.k8s.io; create certificatesigningrequests.certificates.k8s.io/nodeclient | node-takeover | request-node-certificate
      everywhere  | create certificatesigningrequests.certificates.k8s.io    | node-takeover     | none
      """)
  void goals(String scope, String rules, String goal, String techniques) {
    Estate estate = new Estate().clerk(scope, rules);

    assertThat(estate.techniques(goal)).isEqualTo(techniques == null ? "" : techniques);
  }

  private static final String REQUESTS = "certificatesigningrequests.certificates.k8s.io";
  private static final String CREATE = "create " + REQUESTS + ";";
  private static final String APPROVE = "update " + REQUESTS + "/approval;";

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
      # signer                                           | goal          | how
      kubernetes.io/kube-apiserver-client                | cluster-admin | approve-client-certificate everything
      kubernetes.io/*                                    | cluster-admin | approve-client-certificate everything
      kubernetes.io/kube-apiserver-client-kubelet        | node-takeover | approve-node-certificate
      kubernetes.io/kubelet-serving                      | cluster-admin | none
      example.com/*                                      | cluster-admin | none
      """)
  void certificates(String signer, String goal, String techniques) {
    String sign = "signers.certificates.k8s.io " + signer;
    Estate all = new Estate().clerk("everywhere", CREATE + APPROVE + "approve " + sign);
    Estate unapproved = new Estate().clerk("everywhere", CREATE + "approve " + sign);
    Estate signing =
        new Estate().clerk("everywhere", CREATE + "update " + REQUESTS + "/status; sign " + sign);

    assertThat(all.techniques(goal)).isEqualTo(techniques == null ? "" : techniques);
    assertThat(unapproved.techniques(goal)).isEmpty();
    assertThat(signing.techniques(goal)).isEmpty();
  }

  @Test
  void awsAuthCountsWhereThereIsOne() {
    KubeObject awsAuth = KubeObject.of((MappingValue) Value.from(Map.of(
        "apiVersion", "v1",
        "kind", "ConfigMap",
        "metadata", Map.of("name", "aws-auth", "namespace", "kube-system"))));
    Estate estate =
        new Estate().in(Cluster.of(awsAuth)).clerk("kube-system", "patch configmaps aws-auth");

    assertThat(estate.techniques("cluster-admin")).isEqualTo("aws-auth");
  }

  @Test
  void whatGroupsAreAllowedTheirMembersAre() {
    String rules = "create serviceaccounts/token boss";
    for (String group : new String[] {
      "system:serviceaccounts", "system:serviceaccounts:shop", "system:authenticated"
    }) {
      Estate estate =
          new Estate().clusterRole("tokens", rules).bind("tokens", Subject.group(group));

      assertThat(estate.techniques("cluster-admin")).isEqualTo("request-token everything");
    }
    for (String group : new String[] {"system:serviceaccounts:test", "system:unauthenticated"}) {
      Estate estate =
          new Estate().clusterRole("tokens", rules).bind("tokens", Subject.group(group));

      assertThat(estate.techniques("cluster-admin")).isEmpty();
    }
  }
}
