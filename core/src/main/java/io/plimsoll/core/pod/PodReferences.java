package io.plimsoll.core.pod;

import io.plimsoll.core.model.LocalObjectReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The secrets and config maps that a pod names, in the order in which upstream visits them; repeated ones are repeated. Mirrors
 * {@code VisitPodSecretNames} and {@code VisitPodConfigmapNames} of {@code pkg/api/v1/pod/util.go}.
 */
public final class PodReferences {

  private PodReferences() {}

  /** Returns the secrets for pulling images, and those of containers and of volumes. */
  public static List<String> secretNames(PodSpec spec) {
    Names names = new Names();
    spec.imagePullSecrets().forEach(reference -> names.add(reference.name()));
    eachContainer(spec, container -> secrets(container, names));
    spec.volumes().forEach(volume -> secrets(volume, names));
    return names.found;
  }

  /** Returns the config maps of containers and of volumes. */
  public static List<String> configMapNames(PodSpec spec) {
    Names names = new Names();
    eachContainer(spec, container -> configMaps(container, names));
    spec.volumes().forEach(volume -> configMaps(volume, names));
    return names.found;
  }

  /** Names, without those that are empty. */
  private static final class Names {
    private final List<String> found = new ArrayList<>();

    void add(@Nullable String name) {
      if (name != null && !name.isEmpty()) {
        found.add(name);
      }
    }

    void add(@Nullable LocalObjectReference reference) {
      add(reference == null ? null : reference.name());
    }
  }

  private static void eachContainer(PodSpec spec, Consumer<Container> visitor) {
    spec.initContainers().forEach(visitor);
    spec.containers().forEach(visitor);
    spec.ephemeralContainers().forEach(one -> visitor.accept(one.container()));
  }

  private static void secrets(Container container, Names names) {
    for (EnvFromSource source : container.envFrom()) {
      if (source.secretRef() != null) {
        names.add(source.secretRef().name());
      }
    }
    eachSource(
        container,
        (source, to) -> {
          if (source.secretKeyRef() != null) {
            to.add(source.secretKeyRef().name());
          }
        },
        names);
  }

  private static void configMaps(Container container, Names names) {
    for (EnvFromSource source : container.envFrom()) {
      if (source.configMapRef() != null) {
        names.add(source.configMapRef().name());
      }
    }
    eachSource(
        container,
        (source, to) -> {
          if (source.configMapKeyRef() != null) {
            to.add(source.configMapKeyRef().name());
          }
        },
        names);
  }

  private static void eachSource(
      Container container, BiConsumer<EnvVarSource, Names> visitor, Names names) {
    for (EnvVar variable : container.env()) {
      if (variable.valueFrom() != null) {
        visitor.accept(variable.valueFrom(), names);
      }
    }
  }

  /** Of several sources, which a valid volume does not have, the first in upstream's order counts. */
  private static void secrets(Volume volume, Names names) {
    if (volume.azureFile() != null) {
      names.add(volume.azureFile().secretName());
    } else if (volume.cephfs() != null) {
      names.add(volume.cephfs().secretRef());
    } else if (volume.cinder() != null) {
      names.add(volume.cinder().secretRef());
    } else if (volume.flexVolume() != null) {
      names.add(volume.flexVolume().secretRef());
    } else if (volume.projected() != null) {
      for (VolumeProjection source : volume.projected().sources()) {
        if (source.secret() != null) {
          names.add(source.secret().name());
        }
      }
    } else if (volume.rbd() != null) {
      names.add(volume.rbd().secretRef());
    } else if (volume.secret() != null) {
      names.add(volume.secret().secretName());
    } else if (volume.scaleIO() != null) {
      names.add(volume.scaleIO().secretRef());
    } else if (volume.iscsi() != null) {
      names.add(volume.iscsi().secretRef());
    } else if (volume.storageos() != null) {
      names.add(volume.storageos().secretRef());
    } else if (volume.csi() != null) {
      names.add(volume.csi().nodePublishSecretRef());
    }
  }

  private static void configMaps(Volume volume, Names names) {
    if (volume.projected() != null) {
      for (VolumeProjection source : volume.projected().sources()) {
        if (source.configMap() != null) {
          names.add(source.configMap().name());
        }
      }
    } else if (volume.configMap() != null) {
      names.add(volume.configMap().name());
    }
  }
}
