package io.plimsoll.psa;

import io.plimsoll.core.pod.ContainerKind;

/**
 * Which container of a pod something is about.
 *
 * @param kind the list it is in
 * @param index its place in that list, from 0
 * @param name its name, empty if it has none
 */
public record ContainerRef(ContainerKind kind, int index, String name) {

  /** Returns {@code containers[0] "web"}. */
  @Override
  public String toString() {
    return kind.field() + "[" + index + "] \"" + name + "\"";
  }
}
