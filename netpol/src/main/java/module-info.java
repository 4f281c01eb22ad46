/** Network policies: who may connect to whom? */
module io.plimsoll.netpol {
  requires transitive io.plimsoll.core;
  requires static transitive org.jspecify;
}
