package io.plimsoll.core.registry.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.validation.Draft;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Pods without rare fields are held against fewer rules than others, of which none may be missed. */
class PlainPodsTest {

  /** What a specification may say, right and wrong: one line of each group, or none. */
  private static final List<List<String>> SPEC = List.of(
      List.of("automountServiceAccountToken: false"),
      List.of("dnsPolicy: None", "dnsPolicy: x", "dnsPolicy: Default"),
      List.of("enableServiceLinks: false"),
      List.of("imagePullSecrets: [{name: a}, {name: a}, {name: ''}]"),
      List.of(
          "initContainers: [{name: app, image: a}, {name: B, image: ''}]",
          "initContainers: [{name: i, image: a, restartPolicy: Always, ports: [{containerPort: 1, hostPort: 80}]}]"),
      List.of("preemptionPolicy: Never", "preemptionPolicy: x"),
      List.of("priority: 1"),
      List.of("priorityClassName: A", "priorityClassName: a"),
      List.of("restartPolicy: x", "restartPolicy: Never"),
      List.of("schedulerName: A b"),
      List.of(
          "securityContext: {runAsNonRoot: true, seLinuxOptions: {level: s0}}",
          "securityContext: {seccompProfile: {type: Localhost}}",
          "securityContext: {seccompProfile: {type: x}}"),
      List.of("serviceAccountName: A", "serviceAccountName: a"),
      List.of("serviceAccount: b"),
      List.of("terminationGracePeriodSeconds: -1", "terminationGracePeriodSeconds: 0"),
      List.of(
          "tolerations: [{operator: Equal}, {key: a, operator: Lt, value: 1}]",
          "tolerations: [{key: a, operator: Exists, effect: x, tolerationSeconds: 1}]"),
      List.of(
          "volumes: [{name: v, emptyDir: {}}, {name: v, hostPath: {path: ../a}}]",
          "volumes: [{name: v, configMap: {name: c, items: [{key: a, path: x}, {key: b, path: x/y}]}}]",
          "volumes: [{name: v, projected: {sources: [{serviceAccountToken: {path: t}}, {}]}}]",
          "volumes: [{name: w, persistentVolumeClaim: {claimName: A}}, {name: B, gitRepo: {repository: r}}]"));

  /** What its one container may say. */
  private static final List<List<String>> CONTAINER = List.of(
      List.of(
          "securityContext: {allowPrivilegeEscalation: false, capabilities: {add: [SYS_ADMIN]}}",
          "securityContext: {runAsNonRoot: true, readOnlyRootFilesystem: true, seLinuxOptions: {}}"),
      List.of(
          "volumeMounts: [{name: v, mountPath: /a}, {name: v, mountPath: /a, readOnly: true}]",
          "volumeMounts: [{name: '', mountPath: ''}, {name: ghost, mountPath: /b}]"),
      List.of("volumeDevices: [{name: v, devicePath: /a}]"),
      List.of(
          "ports: [{containerPort: 80, hostPort: 80}, {containerPort: 0}]",
          "ports: [{containerPort: 80, name: http}, {containerPort: 80, name: http}]"),
      List.of("env: [{name: A, value: a}, {name: 'a b', valueFrom: {fieldRef: {fieldPath: x}}}]"),
      List.of(
          "resources: {limits: {cpu: 1, memory: 1500m}, requests: {cpu: 2}}",
          "resources: {limits: {hugepages-2Mi: 3Mi}, claims: [{name: c}]}"),
      List.of("image: ' a'", "image: ''"));

  private static final List<List<String>> METADATA = List.of(
      List.of("labels: {a: b}", "labels: {'a b': 'c d'}"),
      List.of("annotations: {a: b}", "annotations: {'a b': c}"),
      List.of("name: Web", "name: web.x"));

  private final Random random = new Random(7);

  private MappingValue some(List<List<String>> groups) {
    List<String> lines = new ArrayList<>();
    for (List<String> group : groups) {
      if (random.nextInt(3) == 0) {
        lines.add(group.get(random.nextInt(group.size())));
      }
    }
    return lines.isEmpty() ? MappingValue.empty() : Pods.tree(String.join("\n", lines));
  }

  private MappingValue pod() {
    MappingValue pod = Pods.withContainer(some(CONTAINER).toString());
    return Draft.edit(pod, draft -> {
      set(draft, "spec", some(SPEC));
      set(draft, "metadata", some(METADATA));
    });
  }

  private static void set(Draft draft, String field, MappingValue more) {
    draft.set(field, draft.object(field).withAll(more));
  }

  /** Returns the pod with rare fields that mean nothing. */
  private static MappingValue withRareFields(MappingValue pod) {
    return Draft.edit(
        pod,
        draft -> draft
            .edit("metadata", metadata -> metadata.set("managedFields", field("[]")))
            .edit(
                "spec",
                spec -> spec.set("hostIPC", field("false"))
                    .edit(
                        "securityContext",
                        context -> context.set("supplementalGroups", field("[]")))
                    .editEach(
                        "containers",
                        container -> container
                            .edit(
                                "securityContext",
                                context -> context.set("procMount", field("Default")))
                            .editEach(
                                "volumeMounts",
                                mount -> mount.set("mountPropagation", field("None"))))));
  }

  private static Value field(String yaml) {
    return Pods.tree("{x: " + yaml + "}").value(0);
  }

  @Test
  void noRuleIsMissed() {
    Set<String> said = new HashSet<>();
    for (int i = 0; i < 5000; i++) {
      MappingValue pod = pod();
      assertThat(PodContext.PLAIN.containsAllOf((MappingValue) pod.get("spec"))).isTrue();

      List<String> plain = Pods.said(Pods.create(pod));

      assertThat(plain).as(pod.toString()).isEqualTo(Pods.said(Pods.create(withRareFields(pod))));
      said.addAll(plain);
    }
    assertThat(said).hasSizeGreaterThan(40);
  }
}
