package io.plimsoll.rbac.risk;

import io.plimsoll.core.request.Attributes;
import io.plimsoll.rbac.risk.Goal.Kind;
import java.util.List;
import java.util.Optional;

/** What the whole cluster leans on: admission, the API's own extension, names, addresses and leases. */
final class ClusterTechniques implements Family {

  private static final String ADMISSION = "admissionregistration.k8s.io";

  private static final Resource API_SERVICES = Resource.of("apiregistration.k8s.io", "apiservices");
  private static final Resource DEFINITIONS =
      Resource.of("apiextensions.k8s.io", "customresourcedefinitions");
  private static final Resource CONFIG_MAPS = Resource.core("configmaps");
  private static final Resource LEASES = Resource.of("coordination.k8s.io", "leases");
  private static final Resource SERVICE_STATUS = Resource.core("services").sub("status");
  private static final List<Resource> ENDPOINTS =
      List.of(Resource.core("endpoints"), Resource.of("discovery.k8s.io", "endpointslices"));

  private static final List<String> LEADERS =
      List.of("kube-controller-manager", "kube-scheduler", "cloud-controller-manager");

  private final Targets targets;
  private final Facts facts;

  ClusterTechniques(Targets targets, Facts facts) {
    this.targets = targets;
    this.facts = facts;
  }

  @Override
  public void find(Node node, Place place, Edges out) {
    traffic(place, out);
    if (!place.isEverywhere()) {
      return;
    }
    webhooks(place, "mutating", Technique.MUTATING_WEBHOOK, Kind.POD_MUTATION, out);
    policies(place, "mutating", Technique.MUTATING_POLICY, Kind.POD_MUTATION, out);
    webhooks(place, "validating", Technique.VALIDATING_WEBHOOK, Kind.ADMISSION_CONTROL, out);
    policies(place, "validating", Technique.VALIDATING_POLICY, Kind.ADMISSION_CONTROL, out);
    write(place, API_SERVICES)
        .ifPresent(
            requests -> out.add(Technique.API_SERVICE, targets.goal(Kind.API_EXTENSION), requests));
    out.addIfAll(
        Technique.CUSTOM_RESOURCE,
        targets.goal(Kind.API_EXTENSION),
        place.some(DEFINITIONS, Place.CHANGE));
    kubeSystem(place.in(Facts.KUBE_SYSTEM), out);
  }

  private static Optional<List<Attributes>> write(Place place, Resource resource) {
    return place.creation(resource).or(() -> Edges.all(place.some(resource, Place.CHANGE)));
  }

  private void webhooks(Place place, String type, Technique technique, Kind goal, Edges out) {
    write(place, Resource.of(ADMISSION, type + "webhookconfigurations"))
        .ifPresent(requests -> out.add(technique, targets.goal(goal), requests));
  }

  /** A new policy does nothing until it is bound. */
  private void policies(Place place, String type, Technique technique, Kind goal, Edges out) {
    Resource policies = Resource.of(ADMISSION, type + "admissionpolicies");
    Resource bindings = Resource.of(ADMISSION, type + "admissionpolicybindings");
    Edges.join(place.creation(policies), place.creation(bindings))
        .or(() -> Edges.all(place.some(policies, Place.CHANGE)))
        .ifPresent(requests -> out.add(technique, targets.goal(goal), requests));
  }

  private void traffic(Place place, Edges out) {
    Target traffic = targets.goal(new Goal(Kind.TRAFFIC, place.namespace()));
    ENDPOINTS.stream()
        .flatMap(resource -> write(place, resource).stream())
        .findFirst()
        .ifPresent(requests -> out.add(Technique.ENDPOINTS, traffic, requests));
    out.addIfAll(Technique.SERVICE_STATUS, traffic, place.some(SERVICE_STATUS, Place.CHANGE));
  }

  private void kubeSystem(Place place, Edges out) {
    if (facts.isOnEks()) {
      out.addIfAll(
          Technique.AWS_AUTH,
          targets.goal(Kind.CLUSTER_ADMIN),
          place.exactly("aws-auth", CONFIG_MAPS, Place.CHANGE));
    }
    out.addIfAll(
        Technique.CLUSTER_DNS,
        targets.goal(Kind.TRAFFIC),
        place.exactly("coredns", CONFIG_MAPS, Place.CHANGE));
    LEADERS.stream()
        .flatMap(name -> place.exactly(name, LEASES, Place.CHANGE).stream())
        .findFirst()
        .ifPresent(request -> out.add(Technique.LEASE, targets.goal(Kind.CONTROL_PLANE), request));
  }
}
