package io.plimsoll.core.secrets;

/**
 * A resource and its group, either of which may be a star. Mirrors {@code ParseGroupResource} of {@code
 * k8s.io/apimachinery/pkg/runtime/schema}.
 */
record GroupResource(String group, String resource) {

  static final String ANY = "*";
  static final GroupResource ANYTHING = new GroupResource(ANY, ANY);

  static GroupResource parse(String text) {
    int dot = text.indexOf('.');
    return dot < 0
        ? new GroupResource("", text)
        : new GroupResource(text.substring(dot + 1), text.substring(0, dot));
  }

  boolean isWildcard() {
    return resource.equals(ANY);
  }

  /** Returns the wildcard for all of the group. */
  GroupResource anyOfGroup() {
    return new GroupResource(group, ANY);
  }

  /** Returns whether a wildcard, or the resource itself, stands for another. */
  boolean covers(GroupResource other) {
    return equals(other) || equals(other.anyOfGroup()) || equals(ANYTHING);
  }

  /** Returns it as a configuration writes it: {@code grYAMLString}. */
  @Override
  public String toString() {
    if (group.isEmpty()) {
      return isWildcard() ? "*." : resource;
    }
    return resource + "." + group;
  }
}
