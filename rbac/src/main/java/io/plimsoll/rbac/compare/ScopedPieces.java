package io.plimsoll.rbac.compare;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What some bindings allow, by scope. */
final class ScopedPieces {

  private static final PieceSet NONE = new PieceSet();

  private final Map<String, PieceSet> byScope = new HashMap<>();

  ScopedPieces(Collection<Holding> holdings, RulePieces rules) {
    for (Holding holding : holdings) {
      if (holding.grants()) {
        PieceSet set = byScope.computeIfAbsent(holding.scope(), scope -> new PieceSet());
        rules.pieces(holding.rules(), holding.scope()).forEach(set::add);
      }
    }
  }

  PieceSet in(String scope) {
    return byScope.getOrDefault(scope, NONE);
  }

  /** Whether the piece is allowed in a scope, there or everywhere. */
  boolean covers(String scope, Piece piece) {
    return in("").covers(piece) || (!scope.isEmpty() && in(scope).covers(piece));
  }

  /** Whether something broader allows the piece, so that it need not be told besides. */
  boolean coversMore(String scope, Piece piece) {
    return piece instanceof Piece.Atom
        && (in(scope).coversByAnother(piece) || (!scope.isEmpty() && in("").covers(piece)));
  }
}
