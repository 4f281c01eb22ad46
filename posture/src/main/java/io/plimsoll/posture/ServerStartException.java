package io.plimsoll.posture;

import java.util.List;

/** Says why a server does not start with its flags and files, in upstream's words where upstream has them. */
public final class ServerStartException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> notes;

  ServerStartException(String message) {
    this(message, List.of());
  }

  ServerStartException(String message, List<String> notes) {
    super(message);
    this.notes = List.copyOf(notes);
  }

  /** Returns what is to be known besides, for people: what became of admission plug-ins that earlier releases had. */
  public List<String> notes() {
    return notes;
  }
}
