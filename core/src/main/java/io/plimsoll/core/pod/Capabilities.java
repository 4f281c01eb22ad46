package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import java.util.List;

/** Linux capabilities added and dropped. Mirrors {@code core/v1 Capabilities}. */
public record Capabilities(List<String> add, List<String> drop) {

  public Capabilities {
    add = List.copyOf(add);
    drop = List.copyOf(drop);
  }

  /** Reads the record from a tree. */
  public static Capabilities from(Fields fields) {
    return new Capabilities(fields.strings("add"), fields.strings("drop"));
  }
}
