package io.plimsoll.netpol;

import io.plimsoll.core.manifest.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What np-guard's errors mean: by a part of the error's text or the name of its constant, the problem of ours that says it. */
final class Meaning {

  /** What the APIs allow: there need be nothing wrong with it. */
  private static final Pattern ALLOWED =
      Pattern.compile("NotSupportedPodResourcesErrorStr|ConvertNamedPortErrStr|PriorityErrExplain");

  /** The more particular meanings come later. */
  private static final List<Meaning> TABLE = List.of(
      new Meaning("SameName|NPWithSameName|NSWithSameName", code("duplicate-object")),
      new Meaning(
          "BANPAlreadyExists",
          code("duplicate-object").or(message("Only one baseline admin network policy"))),
      new Meaning("BANPNameAssertion", message("Only one baseline admin network policy")),
      new Meaning("PriorityValueErr", path("spec\\.priority")),
      new Meaning("OneFieldSetSubjectErr", path("spec\\.subject")),
      new Meaning(
          "OneFieldSetRulePeerErr",
          path(".*\\.(from|to)\\[\\d+]").and(message("must have at most 1|at least 1 properties"))),
      new Meaning("IngressRulePeersErr", path(".*\\.from").and(message("at least 1 items"))),
      new Meaning("EgressRulePeersErr", path(".*\\.to").and(message("at least 1 items"))),
      new Meaning(
          "ANPPortsError",
          path(".*\\.ports\\[\\d+]").and(message("must have at most 1|at least 1 properties"))),
      new Meaning(
          "IllegalPortRange|port range .* is illegal",
          message("must be greater than or equal to `port`|Start port must be less than End port")
              .or(message("must be between 1 and 65535"))),
      new Meaning("EndPortWithNamedPort", message("when `port` is non-numeric")),
      new Meaning(
          "CombinedRulePeerErrStr", message("may not specify both ipBlock and another peer")),
      new Meaning("EmptyRulePeerErrStr", message("must specify a peer")),
      new Meaning(
          "InvalidCIDRAddr|CidrErrTitle",
          message("must be a valid CIDR|Invalid CIDR format|Required")),
      new Meaning(
          "SelectorErrTitle|InvalidKeyVal",
          path(".*(matchLabels|matchExpressions).*").or(path(".*[sS]elector.*"))),
      new Meaning("UnknownRuleActionErr", path(".*\\.action")),
      new Meaning(
          "UnrecognizedValType|SliceFromMapErr|MissingObjectErr|UnmarshalErr|UnableToDecodeErr|PathNotExist",
          any -> true));

  private final Pattern upstream;
  private final Predicate<Problem> problem;

  private Meaning(String upstream, Predicate<Problem> problem) {
    this.upstream = Pattern.compile(upstream);
    this.problem = problem;
  }

  private static Predicate<Problem> code(String code) {
    return problem -> problem.code().equals(code);
  }

  private static Predicate<Problem> message(String part) {
    Pattern pattern = Pattern.compile(part);
    return problem -> pattern.matcher(problem.message()).find();
  }

  private static Predicate<Problem> path(String whole) {
    Pattern pattern = Pattern.compile(whole);
    return problem -> pattern.matcher(problem.path().toString()).matches();
  }

  /** Returns whether the APIs allow what an error refuses. */
  static boolean isAllowed(String upstreamError) {
    return ALLOWED.matcher(upstreamError).find();
  }

  /** Returns the meaning of an error; the last that fits, which is the most particular. */
  static Optional<Meaning> of(String upstreamError) {
    return TABLE.stream()
        .filter(meaning -> meaning.upstream.matcher(upstreamError).find())
        .reduce((first, second) -> second);
  }

  boolean isSaidBy(Problem candidate) {
    return problem.test(candidate);
  }
}
