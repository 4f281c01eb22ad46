/** Network policies: who may connect to whom? */
module io.plimsoll.netpol {
  requires transitive io.plimsoll.core;
  requires static transitive org.jspecify;

  exports io.plimsoll.netpol;
  exports io.plimsoll.netpol.api;
  exports io.plimsoll.netpol.border;
  exports io.plimsoll.netpol.compare;
  exports io.plimsoll.netpol.connection;
  exports io.plimsoll.netpol.entry;
  exports io.plimsoll.netpol.exposure;
  exports io.plimsoll.netpol.lint;
  exports io.plimsoll.netpol.picture;
  exports io.plimsoll.netpol.synthesis;
  exports io.plimsoll.netpol.tree;
}
