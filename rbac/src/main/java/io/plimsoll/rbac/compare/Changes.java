package io.plimsoll.rbac.compare;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.rbac.PolicyRule;
import io.plimsoll.rbac.PolicyRules;
import io.plimsoll.rbac.Subject;
import io.plimsoll.rbac.compare.Cause.Difference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What bindings of one cluster allow a subject and the other cluster does not. */
final class Changes {

  private static final Comparator<AccessChange> ORDER = Comparator.comparing(
          AccessChange::namespace, GoText::compare)
      .thenComparing(change -> change.rule().nonResourceURLs().isEmpty() ? 0 : 1)
      .thenComparing(change -> RuleText.of(withoutVerbs(change.rule()), ""), GoText::compare)
      .thenComparing(change -> RuleText.of(change.rule(), ""), GoText::compare);

  private final Subject subject;
  private final Holdings has;
  private final Holdings lacks;

  /** The subject and its groups, any of which may be allowed the same by the other cluster. */
  private final List<Subject> identities;

  Changes(Subject subject, Holdings has, Holdings lacks) {
    this.subject = subject;
    this.has = has;
    this.lacks = lacks;
    this.identities = new ArrayList<>(List.of(subject));
    identities.addAll(subject.impliedGroups());
  }

  /** A piece, and where it is allowed. */
  private record Place(String scope, Piece piece) {}

  /** What is told as one change: the verbs on one resource or URL that the same bindings grant. */
  private record Topic(String scope, PolicyRule rule, List<Holding> causes) {}

  List<AccessChange> list() {
    Map<Place, List<Holding>> uncovered = uncovered();
    if (uncovered.isEmpty()) {
      return List.of();
    }
    Map<Topic, Set<Piece>> topics = new LinkedHashMap<>();
    uncovered.forEach((place, causes) -> topics
        .computeIfAbsent(
            new Topic(place.scope(), topic(place.piece()), causes), t -> new LinkedHashSet<>())
        .add(place.piece()));
    Map<Place, Topic> topicOf = new HashMap<>();
    topics.forEach((topic, pieces) ->
        pieces.forEach(piece -> topicOf.put(new Place(topic.scope(), piece), topic)));
    Map<Topic, Map<String, Set<Piece>>> kept = kept(topicOf);

    List<AccessChange> changes = new ArrayList<>();
    topics.forEach((topic, pieces) -> changes.add(new AccessChange(
        topic.scope(),
        rule(topic, pieces),
        keptRules(kept.getOrDefault(topic, Map.of())),
        topic.causes().stream().map(this::cause).toList())));
    changes.sort(ORDER);
    return changes;
  }

  /** Returns what the other cluster does not allow, with the bindings that do here. */
  private Map<Place, List<Holding>> uncovered() {
    Map<Place, List<Holding>> uncovered = new LinkedHashMap<>();
    for (Holding holding : has.of(subject)) {
      if (!holding.grants()
          || identities.stream().anyMatch(one -> lacks.grantSame(one, holding.key()))) {
        continue;
      }
      String scope = holding.scope();
      for (Piece piece : new LinkedHashSet<>(has.pieces(holding))) {
        if (identities.stream().noneMatch(one -> lacks.pieces(one).covers(scope, piece))
            && !has.pieces(subject).coversMore(scope, piece)) {
          uncovered
              .computeIfAbsent(new Place(scope, piece), place -> new ArrayList<>())
              .add(holding);
        }
      }
    }
    return uncovered;
  }

  private static PolicyRule topic(Piece piece) {
    return piece instanceof Piece.Atom ? withoutVerbs(piece.toRule()) : piece.toRule();
  }

  private static PolicyRule withoutVerbs(PolicyRule rule) {
    return rule.withVerbs(List.of());
  }

  private static PolicyRule rule(Topic topic, Set<Piece> pieces) {
    if (!topic.rule().verbs().isEmpty()) {
      return topic.rule();
    }
    Set<String> verbs = new TreeSet<>(GoText::compare);
    pieces.forEach(piece -> verbs.addAll(piece.toRule().verbs()));
    return topic.rule().withVerbs(List.copyOf(verbs));
  }

  /** Returns the pieces of the other cluster that are parts of a change, by the scope they are allowed in. */
  private Map<Topic, Map<String, Set<Piece>>> kept(Map<Place, Topic> topicOf) {
    PieceSet changed = new PieceSet();
    Map<Piece, Set<String>> scopes = new HashMap<>();
    for (Place place : topicOf.keySet()) {
      changed.add(place.piece());
      scopes.computeIfAbsent(place.piece(), piece -> new TreeSet<>()).add(place.scope());
    }
    Map<Topic, Map<String, Set<Piece>>> kept = new HashMap<>();
    for (Subject identity : identities) {
      for (Holding holding : lacks.of(identity)) {
        for (Piece piece : lacks.pieces(holding)) {
          for (Piece broader : changed.covering(piece)) {
            for (String scope : overlapping(scopes.getOrDefault(broader, Set.of()), holding)) {
              kept.computeIfAbsent(topicOf.get(new Place(scope, broader)), t -> new TreeMap<>())
                  .computeIfAbsent(holding.scope(), s -> new LinkedHashSet<>())
                  .add(piece);
            }
          }
        }
      }
    }
    return kept;
  }

  /** Returns the scopes of changes that what is allowed in the binding's scope is a part of. */
  private static Set<String> overlapping(Set<String> scopes, Holding holding) {
    if (holding.scope().isEmpty()) {
      return scopes;
    }
    Set<String> result = new LinkedHashSet<>(List.of("", holding.scope()));
    result.retainAll(scopes);
    return result;
  }

  private static List<AccessChange.Kept> keptRules(Map<String, Set<Piece>> byScope) {
    List<AccessChange.Kept> kept = new ArrayList<>();
    byScope.forEach((scope, pieces) -> {
      List<PolicyRule> rules = pieces.stream().map(Piece::toRule).toList();
      PolicyRules.forDisplay(rules).forEach(rule -> kept.add(new AccessChange.Kept(scope, rule)));
    });
    return kept;
  }

  private Cause cause(Holding holding) {
    return new Cause(holding.binding(), holding.roleOrThrow(), difference(holding));
  }

  private Difference difference(Holding holding) {
    for (Holding other : lacks.of(subject)) {
      if (other.name().equals(holding.name())) {
        boolean sameRole =
            other.binding().roleRef().kind().equals(holding.binding().roleRef().kind())
                && other
                    .binding()
                    .roleRef()
                    .name()
                    .equals(holding.binding().roleRef().name());
        if (!sameRole) {
          return Difference.OTHER_ROLE;
        }
        return other.grants() ? Difference.OTHER_RULES : Difference.NO_ROLE;
      }
    }
    return lacks.hasBinding(holding.name()) ? Difference.NO_SUBJECT : Difference.NO_BINDING;
  }
}
