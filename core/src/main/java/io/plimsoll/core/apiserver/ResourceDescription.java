package io.plimsoll.core.apiserver;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.OmitEmpty;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.schema.ApiResource;
import io.plimsoll.core.schema.CustomResource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A resource and its subresources as discovery lists them. Mirrors {@code k8s.io/apiserver/pkg/endpoints/installer.go} and {@code
 * discovery/storageversionhash.go}, and {@code customresource_discovery_controller.go} of {@code k8s.io/apiextensions-apiserver}.
 *
 * @param resource the resource
 * @param verbs what can be done with it, in the order in which it is said
 * @param categories the groups of resources that it is one of for {@code kubectl}
 * @param storageVersion the API version in which its objects are stored; empty if none are
 */
record ResourceDescription(
    ApiResource resource, List<String> verbs, List<String> categories, String storageVersion) {

  private static final int HASHED_BYTES = 8;

  private static final Set<String> ALL = Set.of(
      "pods",
      "replicationcontrollers",
      "services",
      "daemonsets.apps",
      "deployments.apps",
      "replicasets.apps",
      "statefulsets.apps",
      "horizontalpodautoscalers.autoscaling",
      "cronjobs.batch",
      "jobs.batch");

  private static final Set<String> API_EXTENSIONS = Set.of(
      "mutatingadmissionpolicies.admissionregistration.k8s.io",
      "mutatingadmissionpolicybindings.admissionregistration.k8s.io",
      "mutatingwebhookconfigurations.admissionregistration.k8s.io",
      "validatingadmissionpolicies.admissionregistration.k8s.io",
      "validatingadmissionpolicybindings.admissionregistration.k8s.io",
      "validatingwebhookconfigurations.admissionregistration.k8s.io",
      "customresourcedefinitions.apiextensions.k8s.io",
      "apiservices.apiregistration.k8s.io");

  /** Where it is not the version that is served, or not in all versions that are. */
  private static final Map<String, String> STORAGE_VERSIONS = Map.ofEntries(
      Map.entry("mutatingadmissionpolicies.admissionregistration.k8s.io", "v1"),
      Map.entry("mutatingadmissionpolicybindings.admissionregistration.k8s.io", "v1"),
      Map.entry("customresourcedefinitions.apiextensions.k8s.io", "v1beta1"),
      Map.entry("horizontalpodautoscalers.autoscaling", "v2"),
      Map.entry("clustertrustbundles.certificates.k8s.io", "v1beta1"),
      Map.entry("podcertificaterequests.certificates.k8s.io", "v1beta1"),
      Map.entry("leasecandidates.coordination.k8s.io", "v1beta1"),
      Map.entry("deviceclasses.resource.k8s.io", "v1"),
      Map.entry("devicetaintrules.resource.k8s.io", "v1beta2"),
      Map.entry("resourceclaims.resource.k8s.io", "v1"),
      Map.entry("resourceclaimtemplates.resource.k8s.io", "v1"),
      Map.entry("resourceslices.resource.k8s.io", "v1"),
      Map.entry("podgroups.scheduling.k8s.io", "v1beta1"),
      Map.entry("workloads.scheduling.k8s.io", "v1beta1"),
      Map.entry("storageversionmigrations.storagemigration.k8s.io", "v1beta1"));

  private static final List<String> CUSTOM_VERBS =
      List.of("delete", "deletecollection", "get", "list", "patch", "create", "update", "watch");

  private static final List<String> TERMINATING_VERBS =
      List.of("delete", "deletecollection", "get", "list", "watch");

  /** Subresources whose objects are of another kind, in another group. */
  private static final Map<String, String> FOREIGN = Map.of(
      "scale", "autoscaling/v1/Scale",
      "eviction", "policy/v1/Eviction",
      "token", "authentication.k8s.io/v1/TokenRequest");

  private static final Map<String, String> OPTIONS = Map.of(
      "proxy", "ProxyOptions",
      "exec", "ExecOptions",
      "attach", "AttachOptions",
      "portforward", "PortForwardOptions");

  /** Returns the description of a resource of Kubernetes itself. */
  static ResourceDescription of(ApiResource resource) {
    String name = Status.qualified(resource.group(), resource.name());
    return new ResourceDescription(
        resource, resource.verbs(), categories(name), storageVersion(name, resource));
  }

  /** Returns the description of a resource that a definition defines. */
  static ResourceDescription of(CustomResource custom) {
    String version = custom.storageVersion();
    return new ResourceDescription(
        custom.resource(),
        custom.terminating() ? TERMINATING_VERBS : CUSTOM_VERBS,
        custom.categories(),
        version.isEmpty() ? "" : custom.resource().group() + "/" + version);
  }

  private static List<String> categories(String name) {
    if (ALL.contains(name)) {
      return List.of("all");
    }
    return API_EXTENSIONS.contains(name) ? List.of("api-extensions") : List.of();
  }

  private static String storageVersion(String name, ApiResource resource) {
    if (!resource.verbs().contains("delete")) {
      return "";
    }
    if (name.equals("events.events.k8s.io")) {
      return "v1";
    }
    String version = STORAGE_VERSIONS.getOrDefault(name, resource.version());
    return resource.group().isEmpty() ? version : resource.group() + "/" + version;
  }

  /** Returns the entries of the resource and of each of its subresources. */
  List<Value> entries() {
    List<Value> entries = new ArrayList<>();
    Map<String, Value> entry = entry(resource.name(), resource.singular());
    entry.put("kind", ScalarValue.of(resource.kind()));
    entry.put("verbs", SequenceValue.ofStrings(verbs));
    OmitEmpty.put(entry, "shortNames", resource.shortNames());
    OmitEmpty.put(entry, "categories", categories);
    OmitEmpty.put(
        entry,
        "storageVersionHash",
        storageVersion.isEmpty() ? "" : hash(storageVersion, resource.kind()));
    entries.add(MappingValue.of(entry));
    resource.subresources().forEach(subresource -> entries.add(entry(subresource)));
    return entries;
  }

  private MappingValue entry(ApiResource.Subresource subresource) {
    Map<String, Value> entry = entry(resource.name() + "/" + subresource.name(), "");
    Optional<String> foreign = Optional.ofNullable(FOREIGN.get(subresource.name()));
    if (foreign.isPresent()) {
      List<String> parts = List.of(foreign.get().split("/", -1));
      entry.put("group", ScalarValue.of(parts.get(0)));
      entry.put("version", ScalarValue.of(parts.get(1)));
      entry.put("kind", ScalarValue.of(parts.get(2)));
    } else {
      entry.put("kind", ScalarValue.of(kind(subresource.name())));
    }
    entry.put("verbs", SequenceValue.ofStrings(subresource.verbs()));
    return MappingValue.of(entry);
  }

  private String kind(String subresource) {
    return subresource.equals("binding")
        ? "Binding"
        : resource.kind() + OPTIONS.getOrDefault(subresource, "");
  }

  private Map<String, Value> entry(String name, String singular) {
    Map<String, Value> entry = new LinkedHashMap<>();
    entry.put("name", ScalarValue.of(name));
    entry.put("singularName", ScalarValue.of(singular));
    entry.put("namespaced", ScalarValue.of(resource.namespaced()));
    return entry;
  }

  /** Mirrors {@code StorageVersionHash}. */
  private static String hash(String apiVersion, String kind) {
    String group = apiVersion.indexOf('/') < 0 ? "/" : "";
    byte[] text = (group + apiVersion + "/" + kind).getBytes(StandardCharsets.UTF_8);
    try {
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(text);
      return Base64.getEncoder().encodeToString(Arrays.copyOf(sum, HASHED_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
