package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;

/** An address of a pod. Mirrors {@code core/v1 PodIP}. */
public record PodIp(String ip) {

  /** Reads the record from a tree. */
  public static PodIp from(Fields fields) {
    return new PodIp(fields.text("ip"));
  }
}
