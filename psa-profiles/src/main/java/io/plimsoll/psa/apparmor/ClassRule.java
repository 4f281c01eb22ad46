package io.plimsoll.psa.apparmor;

/** A rule that is neither about files nor a set of bits: mount, signal, ptrace, unix, dbus. Mirrors {@code class rule_t}. */
interface ClassRule {

  /** Returns this rule with its variables replaced. */
  ClassRule expand(Variables variables);

  /** Adds what it is compiled to. */
  void compile(PolicyBuilder policy);
}
