package io.plimsoll.psa;

import static io.plimsoll.psa.Requests.namespace;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Namespace;
import io.plimsoll.core.pod.Pod;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Whatever is sent, there is an answer, and always the same. */
class OddRequestsProperties {

  private static final Set<Integer> CODES = Set.of(400, 403, 422, 500);

  private static final PodSecurityAdmission ADMISSION =
      PodSecurityAdmission.of(PodSecurityConfiguration.DEFAULT.withDefaults(
          Policy.of(LevelVersion.parse("baseline:latest"))));

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void everyRequestIsAnswered(
      @ForAll("requests") AdmissionRequest request, @ForAll("objects") Value other) {
    AdmissionView view = AdmissionView.of(
        List.of(namespace("shop", "warn", "restricted"), Namespace.from(Fields.of(other))),
        List.of(Pod.from(Fields.of(other))));

    AdmissionResponse response = ADMISSION.review(request, view);

    assertThat(ADMISSION.review(request, view)).isEqualTo(response);
    response.status().ifPresent(status -> {
      assertThat(status.code()).isIn(CODES);
      assertThat(status.message()).isNotEmpty();
    });
  }

  @Provide
  Arbitrary<AdmissionRequest> requests() {
    return Combinators.combine(
            Arbitraries.of(Operation.values()),
            Arbitraries.of("pods", "namespaces", "replicationcontrollers", "podtemplates", "x"),
            Arbitraries.of("", "status", "resize"),
            Arbitraries.of("", "shop", "nowhere"),
            objects(),
            objects())
        .as((operation, resource, subresource, namespace, object, old) -> AdmissionRequest.builder(
                operation, resource)
            .subresource(subresource)
            .namespace(namespace)
            .object(object)
            .oldObject(old)
            .build());
  }

  @Provide
  Arbitrary<Value> objects() {
    Arbitrary<String> kinds =
        Arbitraries.of("Pod", "Namespace", "ReplicationController", "PodTemplate", "Service", "");
    Arbitrary<@Nullable Object> parts = parts(5);
    Arbitrary<Value> wellKnown = Combinators.combine(kinds, parts, parts, parts)
        .as((kind, metadata, spec, template) -> {
          Map<String, @Nullable Object> object = new TreeMap<>();
          object.put("apiVersion", "v1");
          object.put("kind", kind);
          object.put("metadata", metadata);
          object.put("spec", spec);
          object.put("template", template);
          return Value.from(object);
        });
    return Arbitraries.frequencyOf(Tuple.of(9, wellKnown), Tuple.of(1, parts.map(Value::from)));
  }

  /** Values that hold fields admission looks at, of right and wrong types. */
  private static Arbitrary<@Nullable Object> parts(int depth) {
    Arbitrary<@Nullable Object> scalars =
        Arbitraries.of(Arrays.asList(null, true, 0, -1, "", "kata", "restricted", "Unconfined"));
    if (depth == 0) {
      return scalars;
    }
    Arbitrary<String> names = Arbitraries.of(
        "name",
        "labels",
        "annotations",
        "ownerReferences",
        "pod-security.kubernetes.io/enforce",
        "pod-security.kubernetes.io/warn-version",
        "template",
        "spec",
        "containers",
        "ephemeralContainers",
        "volumes",
        "securityContext",
        "seccompProfile",
        "capabilities",
        "drop",
        "image",
        "runtimeClassName",
        "hostPath",
        "type");
    Arbitrary<@Nullable Object> below = parts(depth - 1);
    return Arbitraries.oneOf(
        scalars,
        below.list().ofMaxSize(3).map(list -> (Object) list),
        Arbitraries.maps(names, below).ofMaxSize(5).map(map -> (Object) map));
  }
}
