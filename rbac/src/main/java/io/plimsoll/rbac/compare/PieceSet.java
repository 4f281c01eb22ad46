package io.plimsoll.rbac.compare;

import io.plimsoll.rbac.PolicyRule;
import io.plimsoll.rbac.RuleCover;
import io.plimsoll.rbac.compare.Piece.Atom;
import io.plimsoll.rbac.compare.Piece.Whole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Pieces of rules, found by what they cover: for an atom there are few texts that can cover it, and each is looked up. So a
 * question does not depend on how many pieces there are, but for those that are whole rules.
 */
final class PieceSet {

  private static final String ALL = "*";

  private final Set<Atom> atoms = new LinkedHashSet<>();
  private final Map<PolicyRule, RuleCover> wholes = new LinkedHashMap<>();

  /** How long the URLs that end in {@code *} are before it. */
  private final TreeSet<Integer> prefixLengths = new TreeSet<>();

  void add(Piece piece) {
    if (piece instanceof Whole whole) {
      wholes.computeIfAbsent(whole.rule(), RuleCover::new);
    } else if (piece instanceof Atom atom && atoms.add(atom) && atom.isUrl()) {
      if (atom.target().endsWith(ALL)) {
        prefixLengths.add(atom.target().length() - 1);
      }
    }
  }

  /** Whether one of the pieces covers a piece. */
  boolean covers(Piece piece) {
    return !findCovering(piece, any -> true).isEmpty();
  }

  /** Whether a piece other than the very same covers a piece. */
  boolean coversByAnother(Piece piece) {
    return !findCovering(piece, other -> !other.equals(piece)).isEmpty();
  }

  /** Returns all pieces that cover a piece. */
  List<Piece> covering(Piece piece) {
    List<Piece> all = new ArrayList<>();
    findCovering(piece, found -> {
      all.add(found);
      return false;
    });
    return all;
  }

  /** Returns the first covering piece that is accepted, or none. */
  private List<Piece> findCovering(Piece piece, Predicate<Piece> accepted) {
    if (piece instanceof Atom atom) {
      Atom found = atom.isUrl() ? findUrl(atom, accepted) : findResource(atom, accepted);
      if (found != null) {
        return List.of(found);
      }
    }
    PolicyRule rule = piece.toRule();
    if (piece instanceof Whole) {
      for (Atom atom : broadest()) {
        if (atoms.contains(atom)
            && new RuleCover(atom.toRule()).covers(rule)
            && accepted.test(atom)) {
          return List.of(atom);
        }
      }
    }
    for (Map.Entry<PolicyRule, RuleCover> whole : wholes.entrySet()) {
      Whole found = new Whole(whole.getKey());
      if (whole.getValue().covers(rule) && accepted.test(found)) {
        return List.of(found);
      }
    }
    return List.of();
  }

  /** The atoms that can cover a rule of many: everything. */
  private static List<Atom> broadest() {
    return List.of(new Atom(ALL, ALL, ALL, null), new Atom(ALL, null, ALL, null));
  }

  private @Nullable Atom findResource(Atom atom, Predicate<Piece> accepted) {
    for (String verb : orAll(atom.verb())) {
      for (String group : orAll(String.valueOf(atom.group()))) {
        for (String resource : resources(atom.target())) {
          Atom unnamed = new Atom(verb, group, resource, null);
          if (atoms.contains(unnamed) && accepted.test(unnamed)) {
            return unnamed;
          }
          Atom named = new Atom(verb, group, resource, atom.name());
          if (atom.name() != null && atoms.contains(named) && accepted.test(named)) {
            return named;
          }
        }
      }
    }
    return null;
  }

  private @Nullable Atom findUrl(Atom atom, Predicate<Piece> accepted) {
    Set<String> urls = new LinkedHashSet<>(List.of(atom.target()));
    for (int length : prefixLengths.headSet(atom.target().length(), true)) {
      urls.add(atom.target().substring(0, length) + ALL);
    }
    for (String url : urls) {
      for (String verb : orAll(atom.verb())) {
        Atom found = new Atom(verb, null, url, null);
        if (atoms.contains(found) && accepted.test(found)) {
          return found;
        }
      }
    }
    return null;
  }

  private static List<String> orAll(String text) {
    return text.equals(ALL) ? List.of(ALL) : List.of(text, ALL);
  }

  private static Set<String> resources(String resource) {
    Set<String> all = new LinkedHashSet<>(List.of(resource));
    all.add(ALL);
    int slash = resource.indexOf('/');
    if (slash >= 0) {
      all.add(ALL + resource.substring(slash));
    }
    return all;
  }
}
