package io.plimsoll.rbac.risk;

/** What somebody has at one point of a path: an identity, a role they granted themselves, or what the path leads to. */
public sealed interface Power permits Identity, HeldRole, Goal {

  /** Returns the power as the end of a sentence about who has it: {@code acts as User bob}. */
  String phrase();
}
