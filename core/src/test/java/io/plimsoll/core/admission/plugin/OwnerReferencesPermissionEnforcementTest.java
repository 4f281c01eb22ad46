package io.plimsoll.core.admission.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.admission.TestCall;
import org.junit.jupiter.api.Test;

class OwnerReferencesPermissionEnforcementTest {

  private final OwnerReferencesPermissionEnforcement plugin =
      new OwnerReferencesPermissionEnforcement();

  private static String pod(String owners) {
    return "{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: shop, ownerReferences: ["
        + owners + "]}}";
  }

  private static final String PLAIN = "{apiVersion: apps/v1, kind: ReplicaSet, name: r, uid: u}";
  private static final String BLOCKING =
      "{apiVersion: apps/v1, kind: ReplicaSet, name: r, uid: u, blockOwnerDeletion: true}";

  private String refusal(TestCall call) {
    return TestCall.refusal(call.validate(plugin));
  }

  @Test
  void whoChangesOwnersMayDelete() {
    assertThat(refusal(TestCall.update(pod(""), pod(PLAIN)).allowing(asked -> false)))
        .isEqualTo(TestCall.forbidden(
            "pods", "p", "cannot set an ownerRef on a resource you can't delete: no rule, <nil>"));
    assertThat(refusal(TestCall.update(pod(""), pod(PLAIN))
            .allowing(asked -> asked.equals("delete pods \"p\" in shop"))))
        .isEmpty();
    assertThat(refusal(TestCall.create(pod(PLAIN)))).isEmpty();
    assertThat(refusal(TestCall.update(pod(PLAIN), pod(PLAIN)))).isEmpty();
    assertThat(refusal(TestCall.update(pod(""), pod(PLAIN)).subresource("status")))
        .isEmpty();
  }

  @Test
  void whoBlocksTheDeletionOfAnOwnerMaySetItsFinalizers() {
    assertThat(refusal(TestCall.create(pod(BLOCKING)).allowing(asked -> false)))
        .isEqualTo(TestCall.forbidden(
            "pods",
            "p",
            "cannot set blockOwnerDeletion if an ownerReference refers to a resource you can't set"
                + " finalizers on: no rule, <nil>"));
    assertThat(refusal(TestCall.create(pod(BLOCKING))
            .allowing(asked -> asked.equals("update replicasets.apps/finalizers \"r\" in shop"))))
        .isEmpty();
    assertThat(refusal(TestCall.create(pod(BLOCKING))
            .allowing(asked -> asked.equals("update *.*/finalizers \"*\""))))
        .isEmpty();
  }

  @Test
  void ownersThatBlockedBeforeMayGoOn() {
    assertThat(refusal(
            TestCall.update(pod(BLOCKING), pod(BLOCKING + ", " + PLAIN.replace("uid: u", "uid: v")))
                .allowing(asked -> asked.startsWith("delete"))))
        .isEmpty();
  }

  @Test
  void ownersOfUnknownKindsDoNotBlock() {
    assertThat(
            refusal(
                TestCall.create(
                    pod(
                        "{apiVersion: example.com/v1, kind: Thing, name: t, uid: u, blockOwnerDeletion: true}"))))
        .isEqualTo(TestCall.forbidden(
            "pods",
            "p",
            "cannot set blockOwnerDeletion in this case because cannot find RESTMapping for"
                + " APIVersion example.com/v1 Kind Thing: no matches for kind \"Thing\" in version"
                + " \"example.com/v1\""));
  }
}
