/** Pod Security Standards and admission: may this pod run? */
module io.plimsoll.psa {
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.dataformat.toml;
  requires transitive io.plimsoll.core;
  requires static transitive org.jspecify;

  exports io.plimsoll.psa;
  exports io.plimsoll.psa.apparmor;
}
