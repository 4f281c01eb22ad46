package io.plimsoll.netpol;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Location;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.report.Snippet;
import io.plimsoll.netpol.SideDecision.DecidingRule;
import io.plimsoll.netpol.connection.Direction;
import io.plimsoll.netpol.connection.Endpoint;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An explanation as a person reads it: the verdict, what each side says, and what would be needed instead. */
public final class ExplanationText {

  private static final String INDENT = "           ";

  private final Function<ObjectRef, Optional<KubeObject>> objects;
  private final StringBuilder out = new StringBuilder();

  private ExplanationText(Function<ObjectRef, Optional<KubeObject>> objects) {
    this.objects = objects;
  }

  /** Returns the text; rules are named by their paths. Lines end in {@code \n}. */
  public static String of(Explanation explanation) {
    return of(explanation, ref -> Optional.empty());
  }

  /**
   * Returns the text, with the places of rules and the lines they stand in. Lines end in {@code \n}.
   *
   * @param objects finds the policies, such as {@code cluster::find}
   */
  public static String of(
      Explanation explanation, Function<ObjectRef, Optional<KubeObject>> objects) {
    ExplanationText text = new ExplanationText(objects);
    explanation.parts().forEach(part -> text.part(explanation, part));
    for (Entrance entrance : explanation.entrances()) {
      text.out.append("  entrance ").append(entrance).append('\n');
    }
    return text.out.toString();
  }

  private void part(Explanation explanation, Explanation.Part part) {
    out.append(explanation.source()).append(" => ").append(explanation.destination());
    out.append(" : ").append(part.connections());
    out.append(part.allowed() ? " allowed\n" : " denied\n");
    side(explanation, Direction.EGRESS, part.decision().egress());
    side(explanation, Direction.INGRESS, part.decision().ingress());
    part.nearest().forEach(this::nearest);
  }

  private void side(Explanation explanation, Direction direction, SideDecision side) {
    out.append(direction == Direction.EGRESS ? "  egress   " : "  ingress  ");
    out.append(side.allowed() ? "allowed: " : "denied: ");
    for (DecidingRule rule : side.passedBy()) {
      out.append(name(rule.policy(), rule.rule())).append(" passes it on; ");
    }
    Endpoint subject =
        direction == Direction.EGRESS ? explanation.source() : explanation.destination();
    switch (side.reason()) {
      case SELF -> out.append("a pod may always talk to itself\n");
      case NOT_A_POD -> out.append("no policy constrains ").append(subject).append('\n');
      case DEFAULT ->
        out.append("no policy isolates ")
            .append(subject)
            .append(" for ")
            .append(direction.name().toLowerCase(Locale.ROOT))
            .append('\n');
      case NOT_FILTERED -> out.append("the network plug-in does not filter it\n");
      case LOCAL_NODE -> out.append("the pod's own node may always reach it\n");
      case NO_ENTRANCE -> out.append("no Ingress, Route or route of a gateway leads there\n");
      case NETWORK_POLICY, ADMIN, BASELINE -> rules(direction, side);
    }
    Stream.concat(side.passedBy().stream(), side.decidedBy().stream())
        .filter(DecidingRule::refused)
        .map(DecidingRule::policy)
        .distinct()
        .forEach(this::refused);
  }

  private void refused(ObjectRef policy) {
    out.append(INDENT).append("the API server would refuse ").append(policy);
    out.append("; it counts here, and what is unknown in it is evaluated as closed\n");
  }

  private void rules(Direction direction, SideDecision side) {
    List<DecidingRule> rules = side.decidedBy();
    for (int i = 0; i < rules.size(); i++) {
      DecidingRule rule = rules.get(i);
      out.append(i == 0 ? "" : INDENT + "and ").append(name(rule.policy(), rule.rule()));
      if (rule.rule() != null) {
        out.append(side.allowed() ? ' ' + why(rule, direction) : " denies it").append('\n');
        snippet(rule.policy(), rule.rule());
      } else {
        out.append(" isolates the pod");
        out.append(i + 1 < rules.size() ? "\n" : ", and no rule allows it\n");
      }
    }
  }

  /** Returns what makes a rule that allows so wide, if it leaves something out. */
  private String why(DecidingRule rule, Direction direction) {
    Optional<Value> found = objects
        .apply(rule.policy())
        .flatMap(object ->
            Optional.ofNullable(rule.rule() == null ? null : rule.rule().in(object.tree())));
    if (found.isEmpty() || !(found.get() instanceof MappingValue written)) {
      return "allows it";
    }
    String peers = direction == Direction.INGRESS ? "from" : "to";
    if (isEmpty(written.get(peers))) {
      return "has no \"" + peers + "\": every peer is allowed";
    }
    boolean anyPort = isEmpty(written.get("ports")) && isEmpty(written.get("protocols"));
    return anyPort ? "has no \"ports\": every port is open" : "allows it";
  }

  private static boolean isEmpty(@Nullable Value value) {
    return value == null
        || value.isNull()
        || (value instanceof SequenceValue list && list.size() == 0);
  }

  private void nearest(NearMiss miss) {
    out.append("to allow it: ")
        .append(name(miss.policy(), miss.rule()))
        .append(" comes nearest, but ");
    out.append(miss.lacks().stream().map(Lack::toString).collect(Collectors.joining("; and ")));
    out.append('\n');
    snippet(miss.policy(), miss.lacks().get(0).path());
  }

  /** Returns {@code NetworkPolicy shop/db, rule 1 (k8s/db.yaml:14:7)}. */
  private String name(ObjectRef policy, @Nullable FieldPath rule) {
    String place = locate(policy, rule).map(Location::toString).orElse("");
    if (rule == null) {
      return policy + (place.isEmpty() ? "" : " (" + place + ")");
    }
    return policy + ", " + (place.isEmpty() ? rule : number(rule) + " (" + place + ")");
  }

  private static String number(FieldPath path) {
    List<FieldPath.Step> steps = path.steps();
    return "rule " + (steps.get(steps.size() - 1).itemIndex() + 1);
  }

  private Optional<Location> locate(ObjectRef policy, @Nullable FieldPath path) {
    return objects
        .apply(policy)
        .flatMap(object -> object.locate(path == null ? FieldPath.ROOT : path));
  }

  private void snippet(ObjectRef policy, FieldPath path) {
    locate(policy, path)
        .ifPresent(place -> Snippet.of(place)
            .lines()
            .forEach(line -> out.append("      ").append(line).append('\n')));
  }
}
