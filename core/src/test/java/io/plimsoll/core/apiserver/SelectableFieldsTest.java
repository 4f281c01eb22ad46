package io.plimsoll.core.apiserver;

import static io.plimsoll.core.apiserver.Shop.get;
import static io.plimsoll.core.apiserver.Shop.handle;
import static io.plimsoll.core.apiserver.Shop.names;
import static io.plimsoll.core.apiserver.Shop.summary;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectableFieldsTest {

  private static final ServerState STATE = Shop.holding(
      "{apiVersion: v1, kind: Event, metadata: {name: a, namespace: shop}, involvedObject: {name: x}, source: {component: kubelet}, reportingComponent: other}",
      "{apiVersion: v1, kind: Event, metadata: {name: b, namespace: shop}, involvedObject: {name: z}, reportingComponent: kubelet, type: Warning}",
      "{apiVersion: events.k8s.io/v1, kind: Event, metadata: {name: c, namespace: shop}, regarding: {name: x, kind: Pod}, reportingController: kubelet}",
      "{apiVersion: resource.k8s.io/v1, kind: ResourceSlice, metadata: {name: s}, spec: {nodeName: n1, driver: d, pool: {name: p}}}",
      "{apiVersion: batch/v1, kind: Job, metadata: {name: j, namespace: shop}, status: {succeeded: 2}}",
      "{apiVersion: v1, kind: Node, metadata: {name: m}}");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/v1/events|source=kubelet|[a, b, c]",
        "/api/v1/events|reportingComponent=kubelet|[b, c]",
        "/api/v1/events|involvedObject.name=x|[a, c]",
        "/apis/events.k8s.io/v1/events|regarding.name=x,regarding.kind=Pod|[c]",
        "/apis/events.k8s.io/v1/events|reportingController=other|[a]",
        "/apis/resource.k8s.io/v1/resourceslices|spec.pool.name=p,spec.nodeName=n1|[s]",
        "/apis/resource.k8s.io/v1/resourceslices|spec.driver!=d|[]",
        "/apis/batch/v1/jobs|status.successful=2|[j]",
        "/api/v1/nodes|spec.unschedulable=false|[m]",
        "/api/v1/nodes|spec.unschedulable=true|[]",
      })
  void fieldsOfAKindNarrowItsLists(String path, String selector, String names) {
    assertThat(names(handle(STATE, get(path).withParameter("fieldSelector", selector))))
        .hasToString(names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/apis/events.k8s.io/v1/events|involvedObject.name=x|field label not supported: involvedObject.name",
        "/apis/events.k8s.io/v1/events|source=x|field label not supported: source",
        "/apis/resource.k8s.io/v1/resourceslices|metadata.namespace=x|field label not supported for resource.k8s.io/v1, Kind=ResourceSlice: metadata.namespace",
        "/apis/certificates.k8s.io/v1/certificatesigningrequests|spec.username=x|field label not supported: spec.username",
        "/api/v1/nodes|metadata.namespace=x|field label not supported: metadata.namespace",
        "/apis/apps/v1/deployments|spec.replicas=1|\"spec.replicas\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\"",
      })
  void otherFieldsAreNotSupported(String path, String selector, String why) {
    assertThat(summary(handle(STATE, get(path).withParameter("fieldSelector", selector))))
        .isEqualTo("400 BadRequest: " + why);
  }
}
