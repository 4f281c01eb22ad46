package io.plimsoll.rbac.risk;

/** Techniques that belong together: what an actor can gain by requests of one kind. */
interface Family {

  /**
   * Finds the edges of an actor in one place. Asked once for everything that is allowed everywhere, then for each namespace
   * where more is.
   *
   * @param node the actor's place in the graph
   */
  void find(Node node, Place place, Edges out);
}
