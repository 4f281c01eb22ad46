package io.plimsoll.rbac.risk;

/** What else is told of paths than what is new and needs attention. */
enum Telling {
  /** What the API server brings along. */
  BUILT_IN,
  /** What a subject can do no faster than any member of a group it is in anyway. */
  OF_GROUPS,
  /** Goals that follow from another. */
  IMPLIED
}
