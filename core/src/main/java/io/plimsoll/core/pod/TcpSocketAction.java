package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.IntOrString;
import org.jspecify.annotations.Nullable;

/** An attempt to open a TCP connection. Mirrors {@code core/v1 TCPSocketAction}. */
public record TcpSocketAction(
    @Nullable IntOrString port, @Nullable String host) {

  /** Reads the record from a tree. */
  public static TcpSocketAction from(Fields fields) {
    return new TcpSocketAction(fields.intOrString("port"), fields.string("host"));
  }
}
