package io.plimsoll.netpol;

import io.plimsoll.core.manifest.Problem;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What np-guard's errors mean: by a part of the error's text or the name of its constant, the problem of ours that says it. */
enum Meaning {
  SAME_NAME("SameName|NPWithSameName|NSWithSameName", code("duplicate-object")),
  SECOND_BASELINE(
      "BANPAlreadyExists",
      code("duplicate-object").or(message("Only one baseline admin network policy"))),
  BASELINE_NAME("BANPNameAssertion", message("Only one baseline admin network policy")),
  PRIORITY("PriorityValueErr", path("spec\\.priority")),
  SUBJECT("OneFieldSetSubjectErr", path("spec\\.subject")),
  PEER(
      "OneFieldSetRulePeerErr",
      path(".*\\.(from|to)\\[\\d+]").and(message("must have at most 1|at least 1 properties"))),
  NO_SOURCE("IngressRulePeersErr", path(".*\\.from").and(message("at least 1 items"))),
  NO_DESTINATION("EgressRulePeersErr", path(".*\\.to").and(message("at least 1 items"))),
  ADMIN_PORT(
      "ANPPortsError",
      path(".*\\.ports\\[\\d+]").and(message("must have at most 1|at least 1 properties"))),
  PORT_RANGE(
      "IllegalPortRange|port range .* is illegal",
      message("must be greater than or equal to `port`|Start port must be less than End port")
          .or(message("must be between 1 and 65535"))),
  NAMED_RANGE("EndPortWithNamedPort", message("when `port` is non-numeric")),
  TWO_PEERS("CombinedRulePeerErrStr", message("may not specify both ipBlock and another peer")),
  EMPTY_PEER("EmptyRulePeerErrStr", message("must specify a peer")),
  CIDR("InvalidCIDRAddr|CidrErrTitle", message("must be a valid CIDR|Invalid CIDR format|Required")),
  SELECTOR(
      "SelectorErrTitle|InvalidKeyVal",
      path(".*(matchLabels|matchExpressions).*").or(path(".*[sS]elector.*"))),
  ACTION("UnknownRuleActionErr", path(".*\\.action")),
  UNREADABLE(
      "UnrecognizedValType|SliceFromMapErr|MissingObjectErr|UnmarshalErr|UnableToDecodeErr|PathNotExist",
      any -> true),
  /** What the APIs allow: there need be nothing wrong with it. */
  ALLOWED("NotSupportedPodResourcesErrorStr|ConvertNamedPortErrStr|PriorityErrExplain", null);

  private final Pattern upstream;
  private final Predicate<Problem> problem;

  Meaning(String upstream, Predicate<Problem> problem) {
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

  /** Returns the meaning of an error; the last that fits, which is the most particular. */
  static Optional<Meaning> of(String upstreamError) {
    return Arrays.stream(values())
        .filter(meaning -> meaning.upstream.matcher(upstreamError).find())
        .reduce((first, second) -> second);
  }

  boolean isSaidBy(Problem candidate) {
    return problem != null && problem.test(candidate);
  }
}
