package io.plimsoll.core.apiserver;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Stamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * CustomResourceDefinitions that go: first they wait until a controller has deleted what they define. Mirrors the {@code Delete} of
 * {@code pkg/registry/customresourcedefinition/etcd.go} of {@code k8s.io/apiextensions-apiserver}.
 */
final class Definitions {

  private static final String CLEANUP = "customresourcecleanup.apiextensions.k8s.io";

  private Definitions() {}

  static boolean are(Scope scope) {
    return scope.is("apiextensions.k8s.io", "customresourcedefinitions");
  }

  /** Returns a definition as it waits from now on. */
  static MappingValue terminating(MappingValue definition, Instant now) {
    List<String> finalizers = new ArrayList<>(Meta.of(definition).strings("finalizers"));
    if (!finalizers.contains(CLEANUP)) {
      finalizers.add(CLEANUP);
    }
    MappingValue dated = Meta.with(definition, "deletionTimestamp", Stamps.time(now));
    MappingValue status = Fields.of(definition.get("status")).tree();
    MappingValue condition = Conditions.of(
        "Terminating",
        "True",
        "InstanceDeletionPending",
        "CustomResourceDefinition marked for deletion; CustomResource deletion will begin soon");
    return Dying.withFinalizers(dated, finalizers)
        .with("status", Conditions.set(status, condition, Stamps.time(now)));
  }
}
