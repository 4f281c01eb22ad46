package io.plimsoll.core.registry.service;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.registry.AddressRules;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.Messages;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.StatusRules;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * EndpointSlices. Mirrors {@code pkg/registry/discovery/endpointslice/strategy.go}, {@code SetDefaults_EndpointPort} and {@code
 * ValidateEndpointSlice} of {@code pkg/apis/discovery}, and what is declared with the API.
 */
final class EndpointSliceStrategy extends KindStrategy {

  private static final String TYPE = "addressType";
  private static final String TOPOLOGY = "deprecatedTopology";
  private static final String HOST_NAME = "kubernetes.io/hostname";
  private static final List<String> CONTENT = List.of(TYPE, "endpoints", "ports");
  private static final Set<String> CONTROLLERS =
      Set.of("endpointslice-controller.k8s.io", "endpointslicemirroring-controller.k8s.io");

  EndpointSliceStrategy() {
    super("discovery.k8s.io/v1", "EndpointSlice", true, NameRule.DNS_SUBDOMAIN);
  }

  @Override
  public MappingValue withDefaults(MappingValue object) {
    return Draft.edit(
        object,
        draft -> draft.editEach(
            "ports",
            port -> port.setDefault("name", ScalarValue.of(""))
                .setDefault("protocol", ScalarValue.of("TCP"))));
  }

  @Override
  public MappingValue prepareForCreate(MappingValue object) {
    return withoutTopology(StatusRules.firstGeneration(object), Set.of());
  }

  @Override
  public MappingValue prepareForUpdate(MappingValue object, MappingValue old) {
    boolean same = CONTENT.stream().allMatch(field -> same(field, object, old))
        && metadata(object).labels().equals(metadata(old).labels());
    MappingValue next = same ? object : StatusRules.nextGeneration(object, old);
    return same("endpoints", object, old) ? next : withoutTopology(next, nodesOfTopology(old));
  }

  private Set<String> nodesOfTopology(MappingValue old) {
    Set<String> nodes = new HashSet<>();
    for (Part endpoint : part(old).list("endpoints")) {
      String node = endpoint.stringMap(TOPOLOGY).getOrDefault(HOST_NAME, "");
      if (!node.isEmpty()) {
        nodes.add(node);
      }
    }
    return nodes;
  }

  /** The old way to say where endpoints are is dropped; the node it named before stays: {@code dropTopologyOnV1}. */
  private static MappingValue withoutTopology(MappingValue object, Set<String> nodes) {
    return Draft.edit(
        object,
        draft -> draft.editEach("endpoints", endpoint -> {
          String node = Fields.of(endpoint.get(TOPOLOGY)).text(HOST_NAME);
          if (nodes.contains(node) && Names.dnsSubdomainErrors(node).isEmpty()) {
            endpoint.setDefault("nodeName", ScalarValue.of(node));
          }
          endpoint.remove(TOPOLOGY);
        }));
  }

  @Override
  public List<FieldError> validate(MappingValue object) {
    Part part = check(object);
    new EndpointRules(part).check();
    return part.errors();
  }

  private Part check(MappingValue object) {
    Part part = part(object);
    checkMetadata(part);
    part.errors().addAll(typeErrors(part).stream().map(FieldError::asCovered).toList());
    EndpointRules.checkPorts(part);
    return part;
  }

  private static List<FieldError> typeErrors(Part part) {
    String type = part.text(TYPE);
    if (type.isEmpty()) {
      return List.of(FieldError.required(part.at(TYPE), ""));
    }
    return EndpointRules.TYPES.contains(type)
        ? List.of()
        : List.of(FieldError.notSupported(part.at(TYPE), type, EndpointRules.TYPES));
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    Part part = check(object);
    if (!part.isSame("endpoints", old)) {
      new EndpointRules(part).check();
    }
    if (!part.isSame(TYPE, old)) {
      part.error(
          FieldError.invalid(part.at(TYPE), part.text(TYPE), Messages.IMMUTABLE).asCovered());
    }
    return part.errors();
  }

  @Override
  public List<FieldError> validateDeclaratively(MappingValue object) {
    Part part = part(object);
    List<FieldError> errors = new ArrayList<>(typeErrors(part));
    errors.addAll(EndpointRules.declared(part));
    return errors;
  }

  @Override
  public List<FieldError> validateUpdateDeclaratively(MappingValue object, MappingValue old) {
    Part part = part(object);
    List<FieldError> errors = new ArrayList<>();
    if (!part.isSame(TYPE, old)) {
      if (part.text(TYPE).isEmpty()) {
        errors.addAll(typeErrors(part));
      }
      errors.add(FieldError.invalidPrinted(part.at(TYPE), "null", Messages.IMMUTABLE));
    }
    if (!part.isSame("endpoints", old)) {
      errors.addAll(EndpointRules.declared(part));
    }
    return errors;
  }

  @Override
  public List<String> warningsOnCreate(MappingValue object) {
    List<String> warnings = new ArrayList<>();
    if (part(object).text(TYPE).equals("FQDN")) {
      warnings.add("spec." + TYPE + ": FQDN endpoints are deprecated");
    }
    warnings.addAll(addressWarnings(object));
    return warnings;
  }

  @Override
  public List<String> warningsOnUpdate(MappingValue object, MappingValue old) {
    return addressWarnings(object);
  }

  private List<String> addressWarnings(MappingValue object) {
    List<String> warnings = new ArrayList<>();
    String manager =
        metadata(object).labels().getOrDefault("endpointslice.kubernetes.io/managed-by", "");
    if (CONTROLLERS.contains(manager)) {
      return warnings;
    }
    for (Part endpoint : part(object).list("endpoints")) {
      List<String> addresses = endpoint.strings("addresses");
      for (int i = 0; i < addresses.size(); i++) {
        FieldPath path = endpoint.at("addresses").index(i);
        warnings.addAll(AddressRules.addressWarnings(path, addresses.get(i)));
      }
    }
    return warnings;
  }
}
