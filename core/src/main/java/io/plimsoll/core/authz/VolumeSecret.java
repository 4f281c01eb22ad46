package io.plimsoll.core.authz;

import io.plimsoll.core.model.Fields;
import java.util.List;

/**
 * A secret that a kubelet needs for a persistent volume. Mirrors {@code VisitPVSecretNames} of {@code
 * pkg/api/v1/persistentvolume/util.go}, without the secrets that are for controllers.
 *
 * @param namespace the secret's namespace
 * @param name its name
 */
record VolumeSecret(String namespace, String name) {

  /** The sources that may say where their secret is; where they do not, it is where the claim is. */
  private static final List<String> NEAR_THE_CLAIM =
      List.of("cephfs", "flexVolume", "rbd", "scaleIO", "iscsi");

  /** All sources, in upstream's order: of several, which a valid volume does not have, the first counts. */
  private static final List<String> SOURCES = List.of(
      "azureFile", "cephfs", "cinder", "flexVolume", "rbd", "scaleIO", "iscsi", "storageos", "csi");

  private static final List<String> FOR_KUBELETS =
      List.of("nodePublishSecretRef", "nodeStageSecretRef", "nodeExpandSecretRef");

  /** Returns the secrets of a volume that is bound to a claim in a namespace; some may have no name. */
  static List<VolumeSecret> of(Fields spec, String claimNamespace) {
    for (String name : SOURCES) {
      if (spec.has(name)) {
        return of(name, Fields.of(spec.value(name)), claimNamespace);
      }
    }
    return List.of();
  }

  private static List<VolumeSecret> of(String name, Fields source, String claimNamespace) {
    return switch (name) {
      case "azureFile" -> {
        String namespace = source.text("secretNamespace");
        yield List.of(new VolumeSecret(
            namespace.isEmpty() ? claimNamespace : namespace, source.text("secretName")));
      }
      case "csi" ->
        FOR_KUBELETS.stream()
            .map(ref -> reference(Fields.of(source.value(ref)), ""))
            .toList();
      default ->
        List.of(reference(
            Fields.of(source.value("secretRef")),
            NEAR_THE_CLAIM.contains(name) ? claimNamespace : ""));
    };
  }

  private static VolumeSecret reference(Fields reference, String otherwise) {
    String namespace = reference.text("namespace");
    return new VolumeSecret(namespace.isEmpty() ? otherwise : namespace, reference.text("name"));
  }
}
