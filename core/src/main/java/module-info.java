/** The shared language: manifests to located trees, records, clusters, findings, reports. */
module io.plimsoll.core {
  requires com.fasterxml.jackson.core;
  requires static org.jspecify;
  requires org.yaml.snakeyaml;
}
