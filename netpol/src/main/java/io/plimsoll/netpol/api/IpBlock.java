package io.plimsoll.netpol.api;

import io.plimsoll.core.model.Fields;
import java.util.List;

/**
 * A range of addresses with holes. Mirrors {@code networking/v1 IPBlock}.
 *
 * @param cidr the range, such as {@code 192.168.1.0/24} or {@code 2001:db8::/64}
 * @param except ranges within it that do not belong to it
 */
public record IpBlock(String cidr, List<String> except) {

  public IpBlock {
    except = List.copyOf(except);
  }

  /** Reads the record from a tree. */
  public static IpBlock from(Fields fields) {
    return new IpBlock(fields.text("cidr"), fields.strings("except"));
  }
}
