package io.plimsoll.core.apiserver;

import io.plimsoll.core.cluster.Cluster;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All that an API server remembers between two requests: the objects, the time, how many writes there were, and what plug-ins
 * count. A value: a request answers with the next one.
 */
public final class ServerState {

  /** The time of a state that nobody gave one: midnight UTC of 1 January 2026. */
  public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final Cluster cluster;
  private final Instant now;
  private final long revision;
  private final Map<String, Object> memories;

  private ServerState(Cluster cluster, Instant now, long revision, Map<String, Object> memories) {
    this.cluster = cluster;
    this.now = now;
    this.revision = revision;
    this.memories = memories;
  }

  /**
   * Returns the state of a server that has these objects as they are, at {@link #START}.
   *
   * <p>Nothing is filled in: objects that come from manifests have no {@code uid}, {@code resourceVersion} and {@code
   * creationTimestamp} then, none of the defaults of their kind and no status, so that reading them shows them so, updating some of
   * them is refused, and quotas do not count. {@link StoredObjects#of} gives objects what storing gives them; {@code
   * Posture.running} does that, and what controllers do.
   */
  public static ServerState of(Cluster cluster) {
    return new ServerState(cluster, START, 1, Map.of());
  }

  /** Returns this state at another time. */
  public ServerState at(Instant time) {
    return new ServerState(cluster, time, revision, memories);
  }

  /** Returns this state with other objects. */
  public ServerState with(Cluster other) {
    return new ServerState(other, now, revision, memories);
  }

  /** Returns the objects. */
  public Cluster cluster() {
    return cluster;
  }

  /** Returns the time. */
  public Instant now() {
    return now;
  }

  /** Returns how many writes there were, from 1 on; resource versions, uids and generated names are made from it. */
  public long revision() {
    return revision;
  }

  ServerState written(Cluster other) {
    return new ServerState(other, now, revision + 1, memories);
  }

  Optional<Object> memoryOf(String plugin) {
    return Optional.ofNullable(memories.get(plugin));
  }

  ServerState remembering(String plugin, Object memory) {
    Map<String, Object> all = new HashMap<>(memories);
    all.put(plugin, memory);
    return new ServerState(cluster, now, revision, Map.copyOf(all));
  }

  /** Returns the objects, the time and the number of writes. */
  @Override
  public String toString() {
    return cluster + " at " + now + ", revision " + revision;
  }
}
