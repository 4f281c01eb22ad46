package io.plimsoll.psa.apparmor;

import io.plimsoll.psa.apparmor.ProfileDifference.Side;
import io.plimsoll.psa.apparmor.ProfileDifference.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Compares two profiles in what can be counted: modes, capabilities, sockets, limits. */
final class PlainComparison {

  private final Profile first;
  private final Profile second;
  private final DifferenceList differences;

  private PlainComparison(Profile first, Profile second, DifferenceList differences) {
    this.first = first;
    this.second = second;
    this.differences = differences;
  }

  static void add(Profile first, Profile second, DifferenceList differences) {
    PlainComparison comparison = new PlainComparison(first, second, differences);
    comparison.modes();
    comparison.capabilities();
    comparison.sockets();
    comparison.limits();
  }

  private void modes() {
    if (first.mode() != second.mode()) {
      boolean lenient = isLenient(first);
      Side side = lenient == isLenient(second) ? Side.BOTH : lenient ? Side.FIRST : Side.SECOND;
      Profile allowing = side == Side.SECOND ? second : first;
      Profile other = side == Side.SECOND ? first : second;
      String permissions = allowing.mode().flag() + " against " + other.mode().flag();
      differences.addFirst(
          new DifferenceList.Cause(Topic.MODE, side, permissions, List.of(), List.of()),
          "what no rule allows");
    }
  }

  /** Whether what is not allowed is done nevertheless. */
  private static boolean isLenient(Profile profile) {
    return profile.mode() == ProfileMode.COMPLAIN || profile.mode() == ProfileMode.UNCONFINED;
  }

  private void capabilities() {
    for (String name : Profile.allCapabilities()) {
      add(Topic.CAPABILITY, name, first.capability(name), second.capability(name));
    }
  }

  private void sockets() {
    for (String family : NetworkRule.FAMILIES) {
      for (String type : NetworkRule.RULE_TYPES) {
        add(
            Topic.NETWORK,
            family + " " + type,
            first.network(family, type),
            second.network(family, type));
      }
    }
  }

  private void add(Topic topic, String request, Access ofFirst, Access ofSecond) {
    if (ofFirst.allowed() != ofSecond.allowed()) {
      Access allowing = ofFirst.allowed() ? ofFirst : ofSecond;
      Access other = ofFirst.allowed() ? ofSecond : ofFirst;
      Side side = ofFirst.allowed() ? Side.FIRST : Side.SECOND;
      differences.addEach(
          new DifferenceList.Cause(
              topic,
              side,
              topic == Topic.CAPABILITY ? "capability" : "network",
              allowing.allowedBy(),
              other.deniedBy()),
          request);
    }
  }

  private void limits() {
    TreeSet<String> resources = new TreeSet<>();
    first.limits().forEach(limit -> resources.add(limit.resource()));
    second.limits().forEach(limit -> resources.add(limit.resource()));
    for (String resource : resources) {
      Optional<ResourceLimit> ofFirst = limit(first, resource);
      Optional<ResourceLimit> ofSecond = limit(second, resource);
      int order = Long.compareUnsigned(most(ofFirst), most(ofSecond));
      if (order != 0) {
        differences.addFirst(
            new DifferenceList.Cause(
                Topic.LIMIT,
                order > 0 ? Side.FIRST : Side.SECOND,
                resource,
                rule(order > 0 ? ofFirst : ofSecond),
                rule(order > 0 ? ofSecond : ofFirst)),
            "more than " + Long.toUnsignedString(most(order > 0 ? ofSecond : ofFirst)));
      }
    }
  }

  /** The last one counts. */
  private static Optional<ResourceLimit> limit(Profile profile, String resource) {
    return profile.limits().stream()
        .filter(limit -> limit.resource().equals(resource))
        .reduce((former, latter) -> latter);
  }

  /** Infinity is -1, and so is no limit. */
  private static long most(Optional<ResourceLimit> limit) {
    return limit.map(ResourceLimit::value).orElse(-1L);
  }

  private static List<PolicyRule> rule(Optional<ResourceLimit> limit) {
    List<PolicyRule> rules = new ArrayList<>();
    limit.ifPresent(known -> rules.add(known.rule()));
    return rules;
  }
}
