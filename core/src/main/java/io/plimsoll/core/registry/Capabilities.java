package io.plimsoll.core.registry;

/**
 * What the whole cluster allows of pods. Mirrors {@code pkg/capabilities}.
 *
 * @param allowPrivileged whether containers may be privileged: the flag {@code --allow-privileged}
 */
public record Capabilities(boolean allowPrivileged) {

  /** Everything is allowed, as in most clusters. */
  public static final Capabilities ALL = new Capabilities(true);
}
