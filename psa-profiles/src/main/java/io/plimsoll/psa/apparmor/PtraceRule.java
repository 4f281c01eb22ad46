package io.plimsoll.psa.apparmor;

import java.util.List;

/**
 * A rule about tracing. Mirrors {@code parser/ptrace.cc}.
 *
 * @param peer the glob of the other side's label; empty for any
 */
record PtraceRule(Prefix prefix, int mode, String peer, PolicyRule rule) implements ClassRule {

  static final int TRACE = 1 << 1;
  static final int READ = 1 << 2;
  static final int TRACED_BY = 1 << 3;
  static final int READ_BY = 1 << 4;

  static PtraceRule of(Prefix prefix, int mode, List<Condition> conditions, PolicyRule rule) {
    String peer = "";
    for (Condition condition : conditions) {
      if (!condition.equal()) {
        throw condition.error("keyword \"in\" is not allowed in ptrace rules");
      }
      if (!condition.name().equals("peer")) {
        throw condition.error("invalid ptrace rule conditional \"" + condition.name() + "\"");
      }
      peer = condition.single("ptrace", peer);
    }
    int all = TRACE | READ | TRACED_BY | READ_BY;
    return new PtraceRule(prefix, mode == 0 ? all : mode, peer, rule);
  }

  @Override
  public PtraceRule expand(Variables variables) {
    return new PtraceRule(prefix, mode, variables.expand(peer), rule);
  }

  @Override
  public void compile(PolicyBuilder policy) {
    StringBuilder pattern = new StringBuilder(PolicyBuilder.hex(PolicyBuilder.PTRACE));
    PolicyBuilder.appendPeer(peer, pattern, rule);
    policy.add(pattern.toString(), prefix, mode, rule);
  }
}
