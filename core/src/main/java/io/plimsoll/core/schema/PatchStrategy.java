package io.plimsoll.core.schema;

/** What a strategic merge patch does with a field: the words of the struct tag {@code patchStrategy}. */
public enum PatchStrategy {
  /** The items of a list are joined with those that are there. */
  MERGE("merge"),
  /** The value takes the place of the one that is there. */
  REPLACE("replace"),
  /** A client names the fields that are to stay, in {@code $retainKeys}. */
  RETAIN_KEYS("retainKeys");

  private final String tag;

  PatchStrategy(String tag) {
    this.tag = tag;
  }

  /** Returns the word in the struct tag. */
  public String tag() {
    return tag;
  }

  static PatchStrategy ofTag(String tag) {
    for (PatchStrategy strategy : values()) {
      if (strategy.tag.equals(tag)) {
        return strategy;
      }
    }
    throw new IllegalStateException("no patch strategy: \"" + tag + "\"");
  }
}
