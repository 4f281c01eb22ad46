package io.plimsoll.core.cluster;

import io.plimsoll.core.load.ManifestException;
import io.plimsoll.core.load.Manifests;
import io.plimsoll.core.load.ReadOptions;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.model.Namespace;
import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.core.pod.Workload;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An immutable snapshot of objects, indexed by kind, namespace, name and label.
 *
 * <p>An object is known by group, kind, namespace and name; the version of its API does not matter. Lists are in the order the
 * objects came. An object of a namespaced kind without a namespace is in {@code default}, and the namespace of a cluster-scoped
 * one is dropped, as an API server does both.
 */
public final class Cluster {

  private static final String NAMESPACE_NAME_LABEL = "kubernetes.io/metadata.name";

  private static final Cluster EMPTY = new Cluster(Map.of(), 0, List.of());

  private final Map<GroupKind, Table> tables;
  private final long nextSequence;
  private final List<Problem> problems;

  private Cluster(Map<GroupKind, Table> tables, long nextSequence, List<Problem> problems) {
    this.tables = tables;
    this.nextSequence = nextSequence;
    this.problems = problems;
  }

  /** What a table holds. */
  private record GroupKind(String group, String kind) {
    static GroupKind of(ObjectRef ref) {
      return new GroupKind(ref.group(), ref.kind());
    }

    static GroupKind of(Kind<?> kind) {
      return new GroupKind(kind.group(), kind.kind());
    }
  }

  /** Returns a cluster without objects. */
  public static Cluster empty() {
    return EMPTY;
  }

  /** Returns a cluster of these objects. Of two objects of one name the later counts; {@link #problems} names both. */
  public static Cluster of(Iterable<KubeObject> objects) {
    Map<GroupKind, Map<String, Bucket.Builder>> builders = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>();
    long sequence = 0;
    for (KubeObject object : objects) {
      KubeObject placed = Placement.of(object);
      KubeObject before = builders
          .computeIfAbsent(GroupKind.of(placed.ref()), kind -> new LinkedHashMap<>())
          .computeIfAbsent(placed.ref().namespace(), namespace -> new Bucket.Builder())
          .add(placed, sequence++);
      if (before != null) {
        problems.add(duplicate(before, placed));
      }
    }
    Map<GroupKind, Table> tables = new LinkedHashMap<>();
    builders.forEach((kind, byNamespace) -> {
      Map<String, Bucket> buckets = new LinkedHashMap<>();
      byNamespace.forEach((namespace, bucket) -> buckets.put(namespace, bucket.build()));
      tables.put(kind, new Table(buckets));
    });
    return new Cluster(tables, sequence, List.copyOf(problems));
  }

  /** Returns a cluster of these objects. */
  public static Cluster of(KubeObject... objects) {
    return of(List.of(objects));
  }

  /**
   * Reads a file or a directory of manifests strictly, subdirectories included.
   *
   * @throws ManifestException if anything is wrong with them, naming everything that is
   */
  public static Cluster load(Path path) {
    return load(path, ReadOptions.DEFAULT);
  }

  /**
   * Reads a file or a directory of manifests.
   *
   * @throws ManifestException if there is any error, naming every problem
   */
  public static Cluster load(Path path, ReadOptions options) {
    Manifests manifests = Manifests.read(path, options);
    Cluster cluster = of(manifests.objects());
    List<Problem> all = new ArrayList<>(manifests.problems());
    all.addAll(cluster.problems());
    ManifestException.throwIfAnyError(all);
    return cluster;
  }

  private static Problem duplicate(KubeObject before, KubeObject after) {
    String place =
        before.tree().location() == null ? "" : " at " + before.tree().location();
    Problem problem = Problem.error(
            "duplicate-object",
            after.tree().location(),
            "an object of this name is already defined" + place + "; the last one counts")
        .in(after.ref());
    return before.tree().location() == null
        ? problem
        : problem.relatedTo(before.tree().location());
  }

  /** Returns what is wrong with the objects together: objects of the same name. */
  public List<Problem> problems() {
    return problems;
  }

  /** Returns all objects. */
  public List<KubeObject> objects() {
    List<Bucket.Entry> all = new ArrayList<>();
    tables.values().forEach(table -> all.addAll(table.entries()));
    all.sort(Comparator.comparingLong(Bucket.Entry::sequence));
    return all.stream().map(Bucket.Entry::object).toList();
  }

  /** Returns the objects of a kind. */
  public List<KubeObject> objects(Kind<?> kind) {
    return table(kind).objects(null);
  }

  /** Returns the objects of a kind as records. */
  public <T extends ApiObject> List<T> all(Kind<T> kind) {
    return table(kind).records(kind, null);
  }

  /** Returns the objects of a kind in a namespace as records. */
  public <T extends ApiObject> List<T> all(Kind<T> kind, String namespace) {
    return table(kind).records(kind, namespace);
  }

  /** Returns the objects of a kind in a namespace whose labels match. */
  public List<KubeObject> select(Kind<?> kind, String namespace, LabelSelector selector) {
    return table(kind).labels(namespace).select(selector);
  }

  /**
   * Returns an object.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public <T extends ApiObject> T get(Kind<T> kind, String namespace, String name) {
    return find(kind, namespace, name)
        .orElseThrow(() -> new IllegalArgumentException(
            "the cluster has no \"" + kind.ref(namespace, name) + "\""));
  }

  /**
   * Returns a cluster-scoped object.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public <T extends ApiObject> T get(Kind<T> kind, String name) {
    return get(kind, "", name);
  }

  /** Returns an object, if there is one of this name; the namespace of a cluster-scoped kind is empty. */
  public <T extends ApiObject> Optional<T> find(Kind<T> kind, String namespace, String name) {
    return Optional.ofNullable(table(kind).get(namespace, name)).map(object -> object.as(kind));
  }

  /** Returns the object that a reference names, whatever the version of its API. */
  public Optional<KubeObject> find(ObjectRef ref) {
    Table table = tables.getOrDefault(GroupKind.of(ref), Table.EMPTY);
    return Optional.ofNullable(table.get(ref.namespace(), ref.name()));
  }

  /** Returns the pods and everything that makes pods, by namespace, kind and name. */
  public List<Workload> workloads() {
    List<Workload> workloads = new ArrayList<>();
    tables
        .values()
        .forEach(table -> table
            .entries()
            .forEach(entry -> Workload.of(entry.object()).ifPresent(workloads::add)));
    workloads.sort(Comparator.comparing(Workload::ref));
    return List.copyOf(workloads);
  }

  /**
   * Returns the workload of a name as people write it: {@code namespace/name}, with its kind before it where several share the
   * name ({@code Deployment shop/web}). Without a namespace it is in {@code default}.
   *
   * @throws IllegalArgumentException if there is none, or more than one
   */
  public Workload workload(String name) {
    return WorkloadName.parse(name).in(workloads());
  }

  /** Returns the names of all namespaces that are defined or that an object is in, and {@code default}, in order. */
  public List<Namespace> namespaces() {
    Map<String, Namespace> all = new TreeMap<>();
    tables
        .values()
        .forEach(table -> table.namespaces().forEach(name -> all.put(name, implied(name))));
    all.put("default", implied("default"));
    all.remove("");
    for (Namespace defined : all(Namespace.KIND)) {
      all.put(defined.metadata().nameOrEmpty(), named(defined));
    }
    return List.copyOf(all.values());
  }

  /** Returns a namespace with its {@code kubernetes.io/metadata.name} label: as it is defined, or else an implied one. */
  public Namespace namespace(String name) {
    return find(Namespace.KIND, "", name).map(Cluster::named).orElseGet(() -> implied(name));
  }

  private static Namespace implied(String name) {
    return named(new Namespace(ObjectMeta.builder().name(name).build(), null));
  }

  private static Namespace named(Namespace namespace) {
    String name = namespace.metadata().nameOrEmpty();
    Map<String, String> labels = namespace.metadata().labels();
    if (name.equals(labels.get(NAMESPACE_NAME_LABEL))) {
      return namespace;
    }
    Map<String, String> more = new LinkedHashMap<>(labels);
    more.put(NAMESPACE_NAME_LABEL, name);
    return new Namespace(namespace.metadata().toBuilder().labels(more).build(), namespace.phase());
  }

  /** Returns the cluster with an object in place of the one of its name, or added to the others. */
  public Cluster with(KubeObject object) {
    KubeObject placed = Placement.of(object);
    GroupKind kind = GroupKind.of(placed.ref());
    Map<GroupKind, Table> copy = new LinkedHashMap<>(tables);
    copy.put(kind, tables.getOrDefault(kind, Table.EMPTY).with(placed, nextSequence));
    return new Cluster(copy, nextSequence + 1, problems);
  }

  /** Returns the cluster with further objects, as {@link #with(KubeObject)} does one after the other. */
  public Cluster with(Iterable<KubeObject> objects) {
    Cluster cluster = this;
    for (KubeObject object : objects) {
      cluster = cluster.with(object);
    }
    return cluster;
  }

  /** Returns the cluster without an object; the same cluster if it has none of this name. */
  public Cluster without(ObjectRef ref) {
    if (find(ref).isEmpty()) {
      return this;
    }
    GroupKind kind = GroupKind.of(ref);
    Map<GroupKind, Table> copy = new LinkedHashMap<>(tables);
    Table rest = tables.getOrDefault(kind, Table.EMPTY).without(ref.namespace(), ref.name());
    if (rest.isEmpty()) {
      copy.remove(kind);
    } else {
      copy.put(kind, rest);
    }
    return new Cluster(copy, nextSequence, problems);
  }

  private Table table(Kind<?> kind) {
    return tables.getOrDefault(GroupKind.of(kind), Table.EMPTY);
  }

  /** Two clusters are equal when they hold equal objects, in whatever order. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Cluster that && byRef().equals(that.byRef());
  }

  @Override
  public int hashCode() {
    return byRef().hashCode();
  }

  private Map<ObjectRef, KubeObject> byRef() {
    Map<ObjectRef, KubeObject> all = new LinkedHashMap<>();
    objects().forEach(object -> all.put(object.ref(), object));
    return all;
  }

  /** Returns how many objects there are. */
  @Override
  public String toString() {
    return "cluster of " + objects().size() + " objects";
  }
}
