package io.plimsoll.netpol;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.netpol.ConnectivityOptions.BackendPorts;
import io.plimsoll.netpol.ConnectivityOptions.Granularity;
import io.plimsoll.netpol.ConnectivityOptions.SelfPairs;
import io.plimsoll.netpol.ConnectivityOptions.TargetPorts;
import io.plimsoll.netpol.connection.ConnectionSet;
import io.plimsoll.netpol.connection.Endpoint;
import io.plimsoll.netpol.connection.Protocol;
import io.plimsoll.netpol.engine.Engine;
import io.plimsoll.netpol.engine.Inventory;
import io.plimsoll.netpol.network.Directory;
import io.plimsoll.netpol.network.Workings;
import io.plimsoll.netpol.way.Entrances;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Who may connect to whom in a cluster, by the policies of all kinds.
 *
 * <p>It is built once and then read-only: building takes time in proportion to pods, policies and the pairs that they allow; a
 * question then takes well under a microsecond. Where an endpoint stands for several pods or addresses, the answer is what some
 * pod or address of one may do with some of the other.
 */
public final class Connectivity {

  private final Cluster cluster;
  private final ConnectivityOptions options;
  private final Workings workings;
  private final Questions questions;
  private final Explainer explainer;
  private final boolean v6;

  private Connectivity(Cluster cluster, ConnectivityOptions options) {
    Inventory inventory = InventoryReader.read(cluster, options);
    Engine engine = new Engine(inventory, options.reading());
    this.cluster = cluster;
    this.options = options;
    this.workings = new Workings(
        engine,
        new Directory(engine, options.granularity() == Granularity.POD),
        new Entrances(
            inventory,
            options.backendPorts() == BackendPorts.SERVICE_OR_TARGET,
            options.targetPorts() == TargetPorts.DECLARED));
    this.questions = new Questions(workings);
    this.explainer = new Explainer(workings, options);
    this.v6 = inventory.speaksV6();
  }

  /** Returns who may connect to whom in a cluster, as the APIs' documentation reads. */
  public static Connectivity of(Cluster cluster) {
    return of(cluster, ConnectivityOptions.DEFAULT);
  }

  /** Returns who may connect to whom in a cluster. */
  public static Connectivity of(Cluster cluster, ConnectivityOptions options) {
    return new Connectivity(cluster, options);
  }

  /**
   * Returns what is wrong with the policies, each with its place: what the API server would refuse, also in policies that select
   * nothing; policies in namespaces that do not exist. What is refused allows nothing, and everything else counts. What is legal
   * but most likely not meant is for {@link io.plimsoll.netpol.lint.NetworkPolicyLint} to say.
   */
  public List<Problem> problems() {
    return new PolicyProblems(cluster, workings.engine()).find();
  }

  /**
   * Returns the endpoint that a text names: {@code namespace/name} of a pod or workload, {@code namespace/name[Kind]}, an
   * address, a CIDR, or {@code first-last}.
   *
   * @throws IllegalArgumentException if it names none, or several
   */
  public Endpoint endpoint(String text) {
    return workings.directory().find(text);
  }

  /** Returns the pods or workloads of lists, in order. */
  public List<Endpoint> endpoints() {
    return workings.directory().listed();
  }

  /**
   * Returns all connections that one endpoint may make to another.
   *
   * @throws IllegalArgumentException if there is no such pod or workload
   */
  public ConnectionSet between(Endpoint source, Endpoint destination) {
    return questions.between(source, destination);
  }

  /**
   * Returns all connections between the endpoints that two texts name, as {@link #endpoint} reads them.
   *
   * @throws IllegalArgumentException if one of them names none, or several
   */
  public ConnectionSet between(String source, String destination) {
    return between(endpoint(source), endpoint(destination));
  }

  /**
   * Returns whether one endpoint may make a connection to another.
   *
   * @throws IllegalArgumentException if there is no such pod or workload
   */
  public boolean allows(Endpoint source, Endpoint destination, Protocol protocol, int port) {
    return questions.allows(source, destination, protocol, port);
  }

  /**
   * Returns whether a connection is allowed between the endpoints that two texts name, as {@link #endpoint} reads them.
   *
   * @throws IllegalArgumentException if one of them names none, or several
   */
  public boolean allows(String source, String destination, Protocol protocol, int port) {
    return allows(endpoint(source), endpoint(destination), protocol, port);
  }

  /**
   * Returns whether a connection is allowed, and the policies and rules that decide. Of endpoints that stand for several pods,
   * the first two decide between which the connection is allowed; if there are none, the first two of all.
   *
   * @throws IllegalArgumentException if there is no such pod or workload
   */
  public Decision decide(Connection connection) {
    return explainer.decide(Asked.of(connection)).parts().get(0).decision();
  }

  /**
   * Returns which rules decide of some connections from one endpoint to another: what {@link #explain(Endpoint, Endpoint,
   * ConnectionSet)} does, but for what nearly allows them.
   *
   * @throws IllegalArgumentException if there is no such pod or workload
   */
  public Explanation decide(Endpoint source, Endpoint destination, ConnectionSet connections) {
    return explainer.decide(Asked.of(source, destination, connections));
  }

  /**
   * Returns whether a connection is allowed and why, and what nearly allows it. It has one part.
   *
   * @throws IllegalArgumentException if there is no such pod or workload
   */
  public Explanation explain(Connection connection) {
    return explainer.explain(Asked.of(connection));
  }

  /**
   * Returns for all connections from one endpoint to another whether they are allowed and why, and what nearly allows them.
   *
   * @throws IllegalArgumentException if there is no such pod or workload
   */
  public Explanation explain(Endpoint source, Endpoint destination) {
    return explain(source, destination, ConnectionSet.ALL);
  }

  /**
   * Returns for some connections from one endpoint to another whether they are allowed and why, and what nearly allows them.
   *
   * @throws IllegalArgumentException if there is no such pod or workload
   */
  public Explanation explain(Endpoint source, Endpoint destination, ConnectionSet connections) {
    return explainer.explain(Asked.of(source, destination, connections));
  }

  /**
   * Returns why a connection is allowed or not between the endpoints that two texts name, as {@link #endpoint} reads them.
   *
   * @throws IllegalArgumentException if one of them names none, or several
   */
  public Explanation explain(String source, String destination, Protocol protocol, int port) {
    return explain(Connection.of(endpoint(source), endpoint(destination), protocol, port));
  }

  /** Returns all connections of the cluster as lines, made as they are read. */
  public Stream<ConnectionLine> lines() {
    return lines(LineFilter.ALL);
  }

  /** Returns some connections of the cluster as lines, made as they are read. */
  public Stream<ConnectionLine> lines(LineFilter filter) {
    return stream(new Lines(workings, filter, options.selfPairs() == SelfPairs.LIST, v6));
  }

  /**
   * Returns all connections of the cluster as lines, made as they are read, whatever the options leave out: with those among the
   * pods of one workload, and with addresses of IPv6 also where no pod has one.
   */
  public Stream<ConnectionLine> allLines() {
    return stream(new Lines(workings, LineFilter.ALL, true, true));
  }

  /**
   * Returns all connections of the cluster as groups, made as they are read: much fewer than the lines, where many endpoints are
   * alike. An endpoint in both lists of a group connects among its own pods. Ingress controllers are in no group.
   */
  public Stream<ConnectionGroup> groups() {
    return stream(new Groups(workings, v6));
  }

  /** Returns the cluster. */
  public Cluster cluster() {
    return cluster;
  }

  /** Returns how what the APIs leave open was read. */
  public ConnectivityOptions options() {
    return options;
  }

  /**
   * Returns what the answers are made of, for the other packages of this module.
   *
   * @hidden
   */
  @SuppressWarnings({"exports", "InvalidBlockTag"})
  public Workings workings() {
    return workings;
  }

  private static <T> Stream<T> stream(Iterator<T> iterator) {
    int kind = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE;
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator, kind), false);
  }
}
