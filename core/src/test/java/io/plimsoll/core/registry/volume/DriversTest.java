package io.plimsoll.core.registry.volume;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.registry.Written;
import io.plimsoll.core.validation.Strategy;
import org.junit.jupiter.api.Test;

/** Drivers of CSI, and where they run. */
class DriversTest {

  private static final Strategy DRIVERS = new CsiDriverStrategy();
  private static final Strategy NODES = new CsiNodeStrategy();
  private static final Strategy CAPACITIES = new CsiStorageCapacityStrategy();

  private static String driver(String spec) {
    return "metadata: {name: a.io}\nspec: {" + spec + "}\n";
  }

  private static String node(String drivers) {
    return "metadata: {name: worker}\nspec: {drivers: [" + drivers + "]}\n";
  }

  @Test
  void driversHaveDefaults() {
    assertThat(Written.json(DRIVERS, Written.stored(DRIVERS, driver("")), "spec"))
        .contains(
            "\"attachRequired\":true",
            "\"podInfoOnMount\":false",
            "\"volumeLifecycleModes\":[\"Persistent\"]",
            "\"fsGroupPolicy\":\"ReadWriteOnceWithFSType\"",
            "\"preventPodSchedulingIfMissing\":false");
  }

  @Test
  void drivers() {
    assertThat(Written.errors(Written.create(
            DRIVERS,
            driver(
                "fsGroupPolicy: x, volumeLifecycleModes: [x], nodeAllocatableUpdatePeriodSeconds: 9,"
                    + " tokenRequests: [{audience: a, expirationSeconds: 1}, {audience: a}]"))))
        .containsExactly(
            "spec.fsGroupPolicy: Unsupported value: \"x\": supported values: \"File\", \"None\","
                + " \"ReadWriteOnceWithFSType\"",
            "spec.tokenRequests[0].expirationSeconds: Invalid value: 1: may not specify a duration less than 10"
                + " minutes",
            "spec.tokenRequests[1].audience: Duplicate value: \"a\"",
            "spec.volumeLifecycleModes: Unsupported value: \"x\": supported values: \"Persistent\","
                + " \"Ephemeral\"",
            "spec.nodeAllocatableUpdatePeriodSeconds: Invalid value: 9: must be greater than or equal to 10"
                + " seconds");
    assertThat(
            Written.errors(Written.create(DRIVERS, driver("serviceAccountTokenInSecrets: true"))))
        .containsExactly("spec.serviceAccountTokenInSecrets: Invalid value: true:"
            + " serviceAccountTokenInSecrets is set but no tokenRequests are specified");
  }

  @Test
  void driversKeepHowTheyAttach() {
    MappingValue old = Written.stored(DRIVERS, driver(""));

    assertThat(Written.errors(Written.update(
            DRIVERS, old, driver("attachRequired: false, volumeLifecycleModes: [Ephemeral]"))))
        .containsExactly(
            "spec.attachedRequired: Invalid value: false: field is immutable",
            "spec.volumeLifecycleModes: Invalid value: [\"Ephemeral\"]: field is immutable");
    MappingValue updated = Written.updated(DRIVERS, old, driver("podInfoOnMount: true"));
    assertThat(Written.json(DRIVERS, updated, "metadata")).contains("\"generation\":1");
  }

  @Test
  void driversAreRemarked() {
    String tokens = driver("tokenRequests: [{audience: a}]");
    MappingValue old = Written.stored(DRIVERS, tokens);
    assertThat(Written.warnings(Written.create(DRIVERS, tokens))).hasSize(1);
    assertThat(Written.warnings(Written.update(DRIVERS, old, tokens))).isEmpty();
  }

  @Test
  void nodes() {
    assertThat(Written.errors(Written.create(
            NODES,
            node("{name: a.io, nodeID: ''}, {name: a.io, nodeID: b, topologyKeys: [k, k]}"))))
        .containsExactly(
            "spec.drivers[0].nodeID: Required value",
            "spec.drivers[1].name: Duplicate value: \"a.io\"",
            "spec.drivers[1]: Duplicate value: \"k\"");
    MappingValue old = Written.stored(NODES, node("{name: a.io, nodeID: b}"));
    assertThat(Written.errors(
            Written.update(NODES, old, node("{name: a.io, nodeID: b, allocatable: {count: 3}}"))))
        .isEmpty();
    assertThat(Written.errors(Written.update(NODES, old, node("{name: a.io, nodeID: c}"))))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("spec.drivers: Invalid value: {\"Name\":\"a.io\",\"NodeID\":\"c\"")
        .endsWith("field is immutable");
  }

  @Test
  void capacities() {
    String capacity =
        "metadata: {name: c}\nstorageClassName: %s\nnodeTopology: {matchLabels: {%s: b}}\n";
    assertThat(Written.errors(
            Written.create(CAPACITIES, capacity.formatted("fast", "a") + "capacity: -1\n")))
        .containsExactly("capacity: Invalid value: \"-1\": must be greater than or equal to 0");
    MappingValue old = Written.stored(CAPACITIES, capacity.formatted("fast", "a"));
    assertThat(Written.errors(Written.update(CAPACITIES, old, capacity.formatted("slow", "c"))))
        .hasSize(2)
        .last()
        .isEqualTo("storageClassName: Invalid value: \"slow\": field is immutable");
    assertThat(Written.warnings(
            Written.create(CAPACITIES, capacity.formatted("fast", "beta.kubernetes.io/os"))))
        .containsExactly(
            "nodeTopology.matchLabels.beta.kubernetes.io/os: deprecated since v1.14; use"
                + " \"kubernetes.io/os\" instead");
  }
}
