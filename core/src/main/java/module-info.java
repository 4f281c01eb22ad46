/** The shared language: manifests to located trees, records, clusters, findings, reports. */
module io.plimsoll.core {
  requires com.fasterxml.jackson.core;
  requires static transitive org.jspecify;
  requires org.yaml.snakeyaml;

  exports io.plimsoll.core.admission;
  exports io.plimsoll.core.admission.plugin;
  exports io.plimsoll.core.admission.webhook;
  exports io.plimsoll.core.apiserver;
  exports io.plimsoll.core.authn;
  exports io.plimsoll.core.authz;
  exports io.plimsoll.core.cluster;
  exports io.plimsoll.core.decode;
  exports io.plimsoll.core.finding;
  exports io.plimsoll.core.impersonation;
  exports io.plimsoll.core.load;
  exports io.plimsoll.core.manifest;
  exports io.plimsoll.core.model;
  exports io.plimsoll.core.patch;
  exports io.plimsoll.core.pod;
  exports io.plimsoll.core.registry;
  exports io.plimsoll.core.report;
  exports io.plimsoll.core.request;
  exports io.plimsoll.core.schema;
  exports io.plimsoll.core.secrets;
  exports io.plimsoll.core.validation;
}
