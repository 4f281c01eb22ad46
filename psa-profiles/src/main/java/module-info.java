/** Pod Security Standards and admission: may this pod run? */
module io.plimsoll.psa {
  requires transitive io.plimsoll.core;
  requires static transitive org.jspecify;

  exports io.plimsoll.psa;
  exports io.plimsoll.psa.apparmor;
}
