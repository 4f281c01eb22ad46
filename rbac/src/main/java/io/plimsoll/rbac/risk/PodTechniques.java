package io.plimsoll.rbac.risk;

import io.plimsoll.core.request.Attributes;
import io.plimsoll.rbac.Subject;
import io.plimsoll.rbac.risk.Goal.Kind;
import java.util.List;
import java.util.Optional;

/** Pods: whoever makes one runs as any service account of the namespace, whoever gets into one as that of the pod. */
final class PodTechniques implements Family {

  static final Resource PODS = Resource.core("pods");

  /** What makes pods from a template. */
  private static final List<Resource> MAKERS = List.of(
      Resource.of("apps", "deployments"),
      Resource.of("apps", "daemonsets"),
      Resource.of("apps", "statefulsets"),
      Resource.of("apps", "replicasets"),
      Resource.core("replicationcontrollers"),
      Resource.of("batch", "jobs"),
      Resource.of("batch", "cronjobs"));

  /** A way into pods that there are. */
  private record Entry(Technique technique, Resource resource, List<String> allVerbs) {
    String[] verbs() {
      return allVerbs.toArray(String[]::new);
    }
  }

  private static final List<Entry> ENTRIES = List.of(
      new Entry(Technique.EXEC, PODS.sub("exec"), List.of("create")),
      new Entry(
          Technique.EPHEMERAL_CONTAINER, PODS.sub("ephemeralcontainers"), List.of(Place.CHANGE)),
      new Entry(Technique.PATCH_POD, PODS, List.of(Place.CHANGE)),
      new Entry(Technique.ATTACH, PODS.sub("attach"), List.of("create")));

  private static final Resource NAMESPACES = Resource.core("namespaces");
  private static final Resource VOLUMES = Resource.core("persistentvolumes");
  private static final Resource CLAIMS = Resource.core("persistentvolumeclaims");

  private final Targets targets;
  private final Facts facts;

  PodTechniques(Targets targets, Facts facts) {
    this.targets = targets;
    this.facts = facts;
  }

  /** A way to have a pod of one's own run. */
  private record Run(Technique technique, List<Attributes> requests) {}

  @Override
  public void find(Node node, Place place, Edges out) {
    Optional<Run> run = run(place);
    run.ifPresent(found -> {
      out.addLocal(found.technique(), targets.accounts(place.namespace(), false), found.requests());
      privileged(place, found, out);
      hostPath(place, found, out);
    });
    ENTRIES.forEach(entry -> enter(place, entry, out));
    place
        .some(PODS.sub("portforward"), "create")
        .ifPresent(request -> out.add(
            Technique.PORT_FORWARD,
            targets.goal(new Goal(Kind.POD_PORTS, place.namespace())),
            request));
  }

  /** Returns the first way; the others lead to the same. */
  private static Optional<Run> run(Place place) {
    Optional<List<Attributes>> pod = place.creation(PODS);
    if (pod.isPresent()) {
      return pod.map(requests -> new Run(Technique.CREATE_POD, requests));
    }
    return MAKERS.stream()
        .flatMap(maker -> place.creation(maker).stream())
        .findFirst()
        .map(requests -> new Run(Technique.CREATE_WORKLOAD, requests))
        .or(() -> MAKERS.stream()
            .flatMap(maker -> place.some(maker, Place.CHANGE).stream())
            .findFirst()
            .map(request -> new Run(Technique.UPDATE_WORKLOAD, List.of(request))));
  }

  private void enter(Place place, Entry entry, Edges out) {
    Optional<Attributes> any = place.any(entry.resource(), entry.verbs());
    any.ifPresent(
        request -> out.addLocal(entry.technique(), targets.running(place.namespace()), request));
    if (any.isEmpty()) {
      for (Attributes request : place.named(entry.resource(), entry.verbs())) {
        List<Subject> accounts = facts.runningAs(request.name(), place.namespace());
        out.addLocal(entry.technique(), targets.people(accounts, false), request);
      }
    }
  }

  /** A pod that is root on its node, where nothing keeps it out or what does can be taken away. */
  private void privileged(Place place, Run run, Edges out) {
    if (!place.isEverywhere()) {
      privilegedIn(place, run, out);
      return;
    }
    Optional<String> open = facts.namespaces().stream()
        .filter(namespace -> !facts.isGuarded(namespace))
        .findFirst();
    if (open.isPresent()) {
      Place home = place.in(open.get());
      privilegedIn(home, run(home).orElse(run), out);
    } else {
      facts.namespaces().forEach(namespace -> {
        Place home = place.in(namespace);
        privilegedIn(home, run(home).orElse(run), out);
      });
    }
  }

  private void privilegedIn(Place home, Run run, Edges out) {
    Target nodes = targets.goal(Kind.NODE_TAKEOVER);
    if (!facts.isGuarded(home.namespace())) {
      out.add(Technique.PRIVILEGED_POD, nodes, run.requests());
      return;
    }
    Edges.join(
            Edges.all(home.exactly(home.namespace(), NAMESPACES, Place.CHANGE)),
            Optional.of(run.requests()))
        .ifPresent(requests -> out.add(Technique.UNGUARD_NAMESPACE, nodes, requests));
  }

  private void hostPath(Place place, Run run, Edges out) {
    Optional<List<Attributes>> volume =
        Edges.join(place.in("").creation(VOLUMES), place.creation(CLAIMS));
    Edges.join(volume, Optional.of(run.requests()))
        .ifPresent(requests ->
            out.add(Technique.HOST_PATH_VOLUME, targets.goal(Kind.NODE_TAKEOVER), requests));
  }
}
