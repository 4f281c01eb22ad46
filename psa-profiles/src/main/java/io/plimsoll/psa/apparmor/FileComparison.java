package io.plimsoll.psa.apparmor;

import io.plimsoll.psa.apparmor.ProfileDifference.Side;
import io.plimsoll.psa.apparmor.ProfileDifference.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares what two profiles say about files, links and changes of the profile. */
final class FileComparison implements RuleSearch.Visitor {

  private static final int LETTERS = FileBits.OWNER_ALL & ~FileBits.EXEC_TYPE & ~FileBits.LINK;

  private final Profile first;
  private final Profile second;
  private final DifferenceList differences;
  private final Map<String, RuleSet.Match> matchesOfFirst = new HashMap<>();
  private final Map<String, RuleSet.Match> matchesOfSecond = new HashMap<>();

  FileComparison(Profile first, Profile second, DifferenceList differences) {
    this.first = first;
    this.second = second;
    this.differences = differences;
  }

  @Override
  public void visit(String bytes, RuleSet.Match ofFirst, RuleSet.Match ofSecond) {
    int zero = bytes.indexOf('\0');
    String example = ByteText.text(bytes.replace("\0", " -> "));
    if (zero < 0) {
      shared(example, "change_profile", FileBits.CHANGE_PROFILE, ofFirst, ofSecond);
      if (bytes.startsWith("/")) {
        byOwner(file(true, ofFirst, ofSecond), file(false, ofFirst, ofSecond), example, Topic.FILE);
        byOwner(exec(true, ofFirst, ofSecond), exec(false, ofFirst, ofSecond), example, Topic.EXEC);
      }
      return;
    }
    shared(example, "onexec", FileBits.ONEXEC, ofFirst, ofSecond);
    if (bytes.startsWith("/", zero + 1)) {
      String path = bytes.substring(0, zero);
      String target = bytes.substring(zero + 1);
      Link ofOne = new Link(ofFirst(path), ofFirst, ofFirst(target));
      Link ofOther = new Link(ofSecond(path), ofSecond, ofSecond(target));
      byOwner(link(ofOne, ofOther, true), link(ofOne, ofOther, false), example, Topic.LINK);
    }
  }

  private void shared(
      String example, String permission, int bit, RuleSet.Match ofFirst, RuleSet.Match ofSecond) {
    Access a = ofFirst.access(bit);
    Access b = ofSecond.access(bit);
    if (a.allowed() != b.allowed()) {
      differences.addFirst(
          new DifferenceList.Cause(
              Topic.CHANGE_PROFILE,
              a.allowed() ? Side.FIRST : Side.SECOND,
              permission,
              a.allowed() ? a.allowedBy() : b.allowedBy(),
              a.allowed() ? b.deniedBy() : a.deniedBy()),
          example);
    }
  }

  /** What holds for both is said once. */
  private void byOwner(
      List<Difference> owner, List<Difference> others, String example, Topic topic) {
    for (Difference difference : owner) {
      add(difference, others.contains(difference) ? "" : "owner ", example, topic);
    }
    others.stream()
        .filter(difference -> !owner.contains(difference))
        .forEach(difference -> add(difference, "other ", example, topic));
  }

  private void add(Difference difference, String who, String example, Topic topic) {
    differences.addFirst(
        new DifferenceList.Cause(
            topic,
            difference.side(),
            who + difference.permissions(),
            difference.allowedBy(),
            difference.deniedBy()),
        example);
  }

  private record Difference(
      Side side, String permissions, List<PolicyRule> allowedBy, List<PolicyRule> deniedBy) {}

  private static List<Difference> file(
      boolean owner, RuleSet.Match ofFirst, RuleSet.Match ofSecond) {
    int a = FileBits.of(owner, ofFirst.allow()) & LETTERS;
    int b = FileBits.of(owner, ofSecond.allow()) & LETTERS;
    List<Difference> all = new ArrayList<>();
    if ((a & ~b) != 0) {
      all.add(difference(Side.FIRST, a & ~b, owner, ofFirst, ofSecond));
    }
    if ((b & ~a) != 0) {
      all.add(difference(Side.SECOND, b & ~a, owner, ofSecond, ofFirst));
    }
    return all;
  }

  private static Difference difference(
      Side side, int letters, boolean owner, RuleSet.Match allowing, RuleSet.Match other) {
    int bits = owner ? letters : letters << FileBits.OTHER_SHIFT;
    return new Difference(
        side, FileBits.letters(letters), allowing.allowing(bits), other.denying(bits));
  }

  private List<Difference> exec(boolean owner, RuleSet.Match ofFirst, RuleSet.Match ofSecond) {
    int a = FileBits.of(owner, ofFirst.allow());
    int b = FileBits.of(owner, ofSecond.allow());
    if ((a & b & FileBits.EXEC) == 0) {
      return List.of();
    }
    ExecTransition one = first.transition(a);
    ExecTransition other = second.transition(b);
    if (one.equals(other)) {
      return List.of();
    }
    int bits = owner ? FileBits.EXEC : FileBits.EXEC << FileBits.OTHER_SHIFT;
    List<PolicyRule> rules = new ArrayList<>(ofFirst.allowing(bits));
    rules.addAll(ofSecond.allowing(bits));
    return List.of(new Difference(Side.BOTH, one + " against " + other, rules, List.of()));
  }

  /** What the rules say about the name of a link, about name and target, and about the target. */
  private record Link(RuleSet.Match name, RuleSet.Match pair, RuleSet.Match target) {
    LinkAccess access(boolean owner) {
      return Profile.link(name, pair, target, owner);
    }
  }

  private RuleSet.Match ofFirst(String path) {
    return matchesOfFirst.computeIfAbsent(path, first.files()::match);
  }

  private RuleSet.Match ofSecond(String path) {
    return matchesOfSecond.computeIfAbsent(path, second.files()::match);
  }

  private static List<Difference> link(Link ofFirst, Link ofSecond, boolean owner) {
    LinkAccess a = ofFirst.access(owner);
    LinkAccess b = ofSecond.access(owner);
    if (a.allowed() == b.allowed()) {
      return List.of();
    }
    return List.of(
        a.allowed()
            ? new Difference(Side.FIRST, "l", a.allowedBy(), b.deniedBy())
            : new Difference(Side.SECOND, "l", b.allowedBy(), a.deniedBy()));
  }
}
