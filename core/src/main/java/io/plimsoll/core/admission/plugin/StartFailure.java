package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.manifest.GoText;

/** Says why a plug-in keeps a server from starting. */
public final class StartFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean initialization;

  private StartFailure(String why, boolean initialization) {
    super(why, null, false, false);
    this.initialization = initialization;
  }

  /** Returns the failure of a plug-in that cannot be made. */
  public static StartFailure ofMaking(String why) {
    return new StartFailure(why, false);
  }

  /** Returns the failure of a plug-in that was made and then finds that it cannot work. */
  public static StartFailure ofInitialization(String why) {
    return new StartFailure(why, true);
  }

  /** Returns what the server says. Mirrors {@code InitPlugin} of {@code k8s.io/apiserver/pkg/admission}. */
  String toMessage(String plugin) {
    String start = initialization ? "failed to initialize" : "couldn't init";
    return start + " admission plugin " + GoText.quote(plugin) + ": " + getMessage();
  }
}
