package io.plimsoll.core.authz;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.testkit.Conformance;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("conformance")
class NodeConformanceTest {

  private static final List<String> KINDS = List.of(
      "pods", "persistentVolumes", "volumeAttachments", "resourceSlices", "podCertificateRequests");

  @Test
  void randomClustersAnswerAsKubernetesDoes() {
    Conformance.suite("node/random").lines(conformanceCase -> {
      Fields fields = Cases.fields(conformanceCase);
      List<KubeObject> objects = new ArrayList<>();
      for (String kind : KINDS) {
        objects.addAll(fields.list(kind, object -> KubeObject.of(object.tree())));
      }
      Cases.sameDecisions(conformanceCase, fields, new NodeAuthorizer(), Cluster.of(objects));
    });
  }
}
