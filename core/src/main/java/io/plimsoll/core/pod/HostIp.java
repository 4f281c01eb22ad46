package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;

/** An address of a pod's node. Mirrors {@code core/v1 HostIP}. */
public record HostIp(String ip) {

  /** Reads the record from a tree. */
  public static HostIp from(Fields fields) {
    return new HostIp(fields.text("ip"));
  }
}
