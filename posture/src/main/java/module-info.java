/** Questions that need several domains, and assertions on their answers. */
module io.plimsoll.posture {
  requires transitive io.plimsoll.core;
  requires transitive io.plimsoll.netpol;
  requires transitive io.plimsoll.psa;
  requires transitive io.plimsoll.rbac;
  requires static transitive org.jspecify;

  exports io.plimsoll.posture;
  exports io.plimsoll.posture.tenant;
}
