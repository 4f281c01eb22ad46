package io.plimsoll.psa.apparmor;

import io.plimsoll.psa.apparmor.ProfileDifference.Side;
import io.plimsoll.psa.apparmor.ProfileDifference.Topic;
import java.util.Optional;

/** Compares what two profiles say about mounts, signals and tracing. */
final class PolicyComparison implements RuleSearch.Visitor {

  private final DifferenceList differences;

  PolicyComparison(DifferenceList differences) {
    this.differences = differences;
  }

  @Override
  public void visit(String bytes, RuleSet.Match ofFirst, RuleSet.Match ofSecond) {
    String rest = bytes.substring(1);
    switch (bytes.charAt(0)) {
      case PolicyBuilder.SIGNAL -> {
        String example = SignalRule.name(rest.charAt(0)).orElse("") + " " + text(rest.substring(1));
        compare(Topic.SIGNAL, "send", SignalRule.SEND, example, ofFirst, ofSecond);
        compare(Topic.SIGNAL, "receive", SignalRule.RECEIVE, example, ofFirst, ofSecond);
      }
      case PolicyBuilder.PTRACE -> {
        String example = text(rest);
        compare(Topic.PTRACE, "trace", PtraceRule.TRACE, example, ofFirst, ofSecond);
        compare(Topic.PTRACE, "read", PtraceRule.READ, example, ofFirst, ofSecond);
        compare(Topic.PTRACE, "tracedby", PtraceRule.TRACED_BY, example, ofFirst, ofSecond);
        compare(Topic.PTRACE, "readby", PtraceRule.READ_BY, example, ofFirst, ofSecond);
      }
      default -> mount(rest.split("\0", -1), ofFirst, ofSecond);
    }
  }

  private void mount(String[] parts, RuleSet.Match ofFirst, RuleSet.Match ofSecond) {
    String target = text(parts[0]);
    if (parts.length == 1) {
      compare(Topic.UMOUNT, "umount", MountRule.UMOUNT, target, ofFirst, ofSecond);
    } else if (parts.length == 2) {
      String example = target + " " + text(parts[1]);
      compare(Topic.PIVOT_ROOT, "pivot_root", MountRule.PIVOT_ROOT, example, ofFirst, ofSecond);
    } else {
      request(parts)
          .ifPresent(request -> compare(
              Topic.MOUNT, "mount", MountRule.MOUNT, request.toString(), ofFirst, ofSecond));
    }
  }

  /** Flags of which no option makes a mount are passed over. */
  private static Optional<MountRequest> request(String[] parts) {
    int flags = 0;
    for (int i = 0; i < parts[3].length(); i++) {
      flags |= 1 << (parts[3].charAt(i) - 1);
    }
    return MountFlags.options(flags)
        .map(options -> new MountRequest(text(parts[1]), text(parts[0]), text(parts[2]), options));
  }

  private void compare(
      Topic topic,
      String permission,
      int bit,
      String example,
      RuleSet.Match ofFirst,
      RuleSet.Match ofSecond) {
    Access a = ofFirst.access(bit);
    Access b = ofSecond.access(bit);
    if (a.allowed() != b.allowed()) {
      differences.addFirst(
          new DifferenceList.Cause(
              topic,
              a.allowed() ? Side.FIRST : Side.SECOND,
              permission,
              a.allowed() ? a.allowedBy() : b.allowedBy(),
              a.allowed() ? b.deniedBy() : a.deniedBy()),
          example);
    }
  }

  private static String text(String bytes) {
    return ByteText.text(bytes);
  }
}
