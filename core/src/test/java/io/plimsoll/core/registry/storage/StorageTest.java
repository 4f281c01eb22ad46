package io.plimsoll.core.registry.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.registry.Written;
import io.plimsoll.core.validation.Strategy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Claims and classes of storage. */
class StorageTest {

  private static final Strategy CLAIMS = new PersistentVolumeClaimStrategy();
  private static final Strategy CLASSES = new StorageClassStrategy();

  private static String claim(String size, String more) {
    return """
        metadata: {name: data}
        spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: %s}}%s}
        """.formatted(size, more);
  }

  private static MappingValue bound(String size, String more) {
    return Written.stored(CLAIMS, claim(size, more))
        .with("status", Value.from(Map.of("phase", "Bound", "capacity", Map.of("storage", "1Gi"))));
  }

  private static List<String> errors(MappingValue old, String claim) {
    return Written.errors(Written.update(CLAIMS, old, claim));
  }

  @Test
  void boundClaimsMayGrowAndShrinkNotBelowWhatTheyHave() {
    assertThat(errors(bound("1Gi", ""), claim("2Gi", ""))).isEmpty();
    assertThat(errors(bound("3Gi", ""), claim("2Gi", ""))).isEmpty();
    assertThat(errors(bound("3Gi", ""), claim("1Gi", "")))
        .containsExactly("spec.resources.requests.storage: Forbidden: field can not be less than"
            + " status.capacity");
  }

  @Test
  void otherClaimsMayOnlyBeBound() {
    MappingValue old = Written.stored(CLAIMS, claim("1Gi", ""));
    assertThat(errors(old, claim("1Gi", ", volumeName: v"))).isEmpty();
    assertThat(errors(old, claim("2Gi", "")))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("spec: Forbidden: spec is immutable after creation except");
  }

  @Test
  void aClassMayBeSaidLater() {
    MappingValue old = Written.stored(CLAIMS, claim("1Gi", ""));
    assertThat(errors(old, claim("1Gi", ", storageClassName: fast"))).isEmpty();
    MappingValue fast = Written.stored(CLAIMS, claim("1Gi", ", storageClassName: fast"));
    assertThat(errors(fast, claim("1Gi", ", storageClassName: slow"))).hasSize(1);
  }

  @Test
  void attributesThatAreAppliedStaySaid() {
    MappingValue old = bound("1Gi", ", volumeAttributesClassName: gold")
        .with(
            "status",
            Value.from(Map.of("phase", "Bound", "currentVolumeAttributesClassName", "gold")));
    assertThat(errors(old, claim("1Gi", ", volumeAttributesClassName: silver"))).isEmpty();
    assertThat(errors(old, claim("1Gi", "")))
        .containsExactly(
            "spec.volumeAttributesClassName: Forbidden: update to nil is forbidden when"
                + " status.currentVolumeAttributesClassName is not nil");
  }

  @Test
  void claimsAreRemarked() {
    assertThat(Written.warnings(Written.create(
            CLAIMS,
            claim("500m", "")
                .replace(
                    "{name: data}",
                    "{name: data, annotations: {volume.beta.kubernetes.io/storage-class: x}}"))))
        .containsExactly(
            "metadata.annotations[volume.beta.kubernetes.io/storage-class]: deprecated since v1.8;"
                + " use \"storageClassName\" attribute instead",
            "spec.resources.requests[storage]: fractional byte value \"500m\" is invalid, must be an"
                + " integer");
  }

  @Test
  void classes() {
    String yaml = "metadata: {name: fast}\nprovisioner: example.com/p\n%s";
    assertThat(Written.errors(Written.create(CLASSES, yaml.formatted("""
        reclaimPolicy: Recycle
        volumeBindingMode: Later
        allowedTopologies:
        - matchLabelExpressions: [{key: zone, values: [a, a]}, {key: zone, values: []}]
        - {}
        """))))
        .contains(
            "reclaimPolicy: Unsupported value: \"Recycle\": supported values: \"Delete\", \"Retain\"",
            "volumeBindingMode: Unsupported value: \"Later\": supported values: \"Immediate\","
                + " \"WaitForFirstConsumer\"",
            "allowedTopologies[0].matchLabelExpressions[0].values[1]: Duplicate value: \"a\"",
            "allowedTopologies[0].matchLabelExpressions[1].key: Duplicate value: \"zone\"",
            "allowedTopologies[0].matchLabelExpressions[1].values: Required value");
    MappingValue old = Written.stored(CLASSES, yaml.formatted("parameters: {a: b}\n"));
    assertThat(Written.errors(Written.update(
            CLASSES, old, yaml.formatted("parameters: {a: c}\nmountOptions: [ro]\n"))))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("parameters: Invalid value: ")
        .endsWith("field is immutable");
  }

  @Test
  void attributes() {
    Strategy attributes = new VolumeAttributesClassStrategy();
    String yaml = "metadata: {name: gold}\ndriverName: %s\nparameters: {%s}\n";
    assertThat(Written.errors(Written.create(attributes, yaml.formatted("''", ""))))
        .containsExactly(
            "driverName: Required value",
            "parameters: Required value: must contain at least one key/value pair");
    MappingValue old = Written.stored(attributes, yaml.formatted("a.io", "iops: '1'"));
    assertThat(Written.errors(Written.update(attributes, old, yaml.formatted("b.io", "iops: '2'"))))
        .containsExactly(
            "driverName: Forbidden: updates to driverName are forbidden.",
            "parameters: Forbidden: updates to parameters are forbidden.");
  }
}
