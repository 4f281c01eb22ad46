/** A sample consumer of the library. */
module io.plimsoll.examples {
  requires io.plimsoll.core;
  requires io.plimsoll.netpol;
  requires io.plimsoll.posture;
  requires io.plimsoll.psa;
  requires io.plimsoll.rbac;
  requires static org.jspecify;
}
