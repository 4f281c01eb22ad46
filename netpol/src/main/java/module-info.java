/** Network policies: who may connect to whom? */
module io.plimsoll.netpol {
  requires transitive io.plimsoll.core;
  requires static transitive org.jspecify;

  exports io.plimsoll.netpol;
  exports io.plimsoll.netpol.api;
  exports io.plimsoll.netpol.connection;
}
