package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** One DNS resolver option. Mirrors {@code core/v1 PodDNSConfigOption}. */
public record PodDnsConfigOption(
    @Nullable String name, @Nullable String value) {

  /** Reads the record from a tree. */
  public static PodDnsConfigOption from(Fields fields) {
    return new PodDnsConfigOption(fields.string("name"), fields.string("value"));
  }
}
