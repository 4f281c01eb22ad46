/** Role-based access control: who may do what? */
module io.plimsoll.rbac {
  requires transitive io.plimsoll.core;
  requires static transitive org.jspecify;

  exports io.plimsoll.rbac;
  exports io.plimsoll.rbac.compare;
  exports io.plimsoll.rbac.kubectl;
  exports io.plimsoll.rbac.least;
  exports io.plimsoll.rbac.lint;
  exports io.plimsoll.rbac.manifest;
  exports io.plimsoll.rbac.picture;
  exports io.plimsoll.rbac.risk;
}
