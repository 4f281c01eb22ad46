package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import java.util.List;

/** A line of the pod's hosts file. Mirrors {@code core/v1 HostAlias}. */
public record HostAlias(String ip, List<String> hostnames) {

  public HostAlias {
    hostnames = List.copyOf(hostnames);
  }

  /** Reads the record from a tree. */
  public static HostAlias from(Fields fields) {
    return new HostAlias(fields.text("ip"), fields.strings("hostnames"));
  }
}
