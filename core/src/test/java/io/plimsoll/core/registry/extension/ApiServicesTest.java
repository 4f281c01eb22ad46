package io.plimsoll.core.registry.extension;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.registry.Written;
import io.plimsoll.core.validation.Strategy;
import org.junit.jupiter.api.Test;

/** Who serves which group and version of the API. */
class ApiServicesTest {

  private static final Strategy SERVICES = new ApiServiceStrategy();

  private static String service(String name, String spec) {
    return "metadata: {name: " + name + "}\nspec: {" + spec + "}\n";
  }

  @Test
  void whatTheServerServesItselfIsThere() {
    String spec = "group: a.io, version: v1, groupPriorityMinimum: 1, versionPriority: 1";
    MappingValue stored = Written.stored(SERVICES, service("v1.a.io", spec));

    assertThat(Written.json(SERVICES, stored, "status"))
        .contains("\"type\":\"Available\"", "\"reason\":\"Local\"");
  }

  @Test
  void servicesListenWhereTheyDoUnlessSaid() {
    String spec = "group: a.io, version: v1, groupPriorityMinimum: 1, versionPriority: 1,"
        + " service: {namespace: shop, name: web}";
    MappingValue stored = Written.stored(SERVICES, service("v1.a.io", spec));

    assertThat(Written.json(SERVICES, stored, "spec")).contains("\"port\":443");
    assertThat(stored.get("status")).isNull();
  }

  @Test
  void errors() {
    assertThat(Written.errors(Written.create(
            SERVICES, service("x", "version: v2, versionPriority: 1001, caBundle: eA=="))))
        .containsExactly(
            "metadata.name: Invalid value: \"x\": must be `spec.version+\".\"+spec.group`: \"v2.\"",
            "spec.group: Required value: only v1 may have an empty group and it better be legacy kube",
            "spec.groupPriorityMinimum: Invalid value: 0: must be positive and less than 20000",
            "spec.versionPriority: Invalid value: 1001: must be positive and less than 1000",
            "spec.caBundle: Invalid value: \"1 bytes\": local APIServices may not have a caBundle");
    assertThat(Written.errors(Written.create(
            SERVICES,
            service(
                "v1.a.io",
                "group: a.io, version: v1, groupPriorityMinimum: 1, versionPriority: 1,"
                    + " insecureSkipTLSVerify: true, caBundle: eA==, service: {port: 0}"))))
        .containsExactly(
            "spec.service.namespace: Required value",
            "spec.service.name: Required value",
            "spec.service.port: Invalid value: 0: port is not valid: must be between 1 and 65535, inclusive",
            "spec.insecureSkipTLSVerify: Invalid value: true: may not be true if caBundle is present");
  }
}
