package io.plimsoll.rbac;

/** A user, service account or group that bindings of one scope are for, and which they are. */
final class Principal {

  private final int number;
  private final boolean isGroup;
  private final String name;
  private final Ints bindings = new Ints();

  Principal(int number, boolean isGroup, String name) {
    this.number = number;
    this.isGroup = isGroup;
    this.name = name;
  }

  /** Returns the number of the principal in its scope, from 0. */
  int number() {
    return number;
  }

  boolean isGroup() {
    return isGroup;
  }

  /** Returns the name of the group or user; a service account goes by the name of the user it is. */
  String name() {
    return name;
  }

  /** Returns the indexes of the bindings, ascending. */
  Ints bindings() {
    return bindings;
  }
}
