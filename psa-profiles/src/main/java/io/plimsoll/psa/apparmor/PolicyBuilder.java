package io.plimsoll.psa.apparmor;

import java.util.ArrayList;
import java.util.List;

/** Collects what the rules of one profile are compiled to, but for files. Mirrors {@code process_profile_policydb} of {@code parser_regex.c}. */
final class PolicyBuilder {

  /** The first byte of a pattern says what it is about. */
  static final int MOUNT = 7;

  static final int PTRACE = 9;
  static final int SIGNAL = 10;

  private final List<PatternRule> patterns = new ArrayList<>();
  private final List<NetworkRule> networks = new ArrayList<>();

  PolicyBuilder(List<NetworkRule> networks) {
    this.networks.addAll(networks);
  }

  void add(String pattern, Prefix prefix, int permissions, PolicyRule rule) {
    patterns.add(PatternRule.of(
        expression(pattern, rule), prefix.deny(), permissions, prefix.marks(permissions), rule));
  }

  void add(NetworkRule network) {
    networks.add(network);
  }

  RuleSet patterns() {
    return new RuleSet(patterns);
  }

  List<NetworkRule> networks() {
    return List.copyOf(networks);
  }

  static Expression expression(String pattern, PolicyRule rule) {
    return ExpressionParser.parse(pattern)
        .orElseThrow(() -> PolicyException.of(
            "pattern",
            rule.location().orElse(null),
            "not a pattern: \"" + ByteText.text(pattern) + "\""));
  }

  static void appendGlob(String glob, StringBuilder pattern, PolicyRule rule) {
    if (!Globs.append(glob, pattern)) {
      throw PolicyException.of(
          "pattern",
          rule.location().orElse(null),
          "Unable to parse input line '" + ByteText.text(glob) + "'");
    }
  }

  /** Appends the glob of a label, or what matches any. */
  static void appendPeer(String peer, StringBuilder pattern, PolicyRule rule) {
    if (peer.isEmpty()) {
      pattern.append("[^\\000]+");
    } else {
      appendGlob(peer, pattern, rule);
    }
  }

  static String hex(int value) {
    return "\\x%02x".formatted(value);
  }
}
