package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.manifest.MappingValue;
import java.util.Map;

/**
 * What a cloud provider knows of its volumes: a plain function in its place. Mirrors {@code cloudprovider.PVLabeler} of
 * Kubernetes 1.30.
 */
@FunctionalInterface
public interface VolumeLabeler {

  /**
   * Returns the labels of a volume.
   *
   * @throws IllegalArgumentException if the provider does not know the volume; the message says why
   */
  Map<String, String> labels(MappingValue persistentVolume);
}
