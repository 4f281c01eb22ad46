package io.plimsoll.core.validation;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.schema.ApiResource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The strategies of several kinds, found by group and kind. */
public final class Strategies {

  private final Map<String, Strategy> strategies;
  private final Map<String, Strategy> versions;

  private Strategies(Map<String, Strategy> strategies, Map<String, Strategy> versions) {
    this.strategies = strategies;
    this.versions = versions;
  }

  /**
   * Returns a set of strategies. Of several versions of a kind, the first stands for those that have none of their own.
   *
   * @throws IllegalArgumentException if two are for the same version of a kind
   */
  public static Strategies of(Collection<? extends Strategy> strategies) {
    Map<String, Strategy> byKind = new HashMap<>();
    Map<String, Strategy> byVersion = new HashMap<>();
    for (Strategy strategy : strategies) {
      byKind.putIfAbsent(key(strategy.group(), strategy.kind()), strategy);
      if (byVersion.put(key(strategy.apiVersion(), strategy.kind()), strategy) != null) {
        throw new IllegalArgumentException(
            "two strategies for \"" + strategy.apiVersion() + " " + strategy.kind() + "\"");
      }
    }
    return new Strategies(byKind, byVersion);
  }

  /** A text, since the JVM takes long to set up the first comparison of a record. */
  private static String key(String group, String kind) {
    return group + "/" + kind;
  }

  /** Returns the strategy of a version of a kind. */
  public Optional<Strategy> ofVersion(String apiVersion, String kind) {
    return Optional.ofNullable(versions.get(key(apiVersion, kind)));
  }

  /** Returns the strategy of a kind, whatever the version of its API. */
  public Optional<Strategy> find(String group, String kind) {
    return Optional.ofNullable(strategies.get(key(group, kind)));
  }

  /** Returns the strategy of the objects of a resource; where there is none, one that has only the rules for all objects. */
  public Strategy of(ApiResource resource) {
    return ofVersion(resource.apiVersion(), resource.kind())
        .or(() -> find(resource.group(), resource.kind()))
        .orElseGet(() -> new Unknown(resource));
  }

  private record Unknown(ApiResource resource) implements Strategy {

    @Override
    public String apiVersion() {
      return resource.apiVersion();
    }

    @Override
    public String kind() {
      return resource.kind();
    }

    @Override
    public boolean namespaced() {
      return resource.namespaced();
    }

    @Override
    public List<FieldError> validate(MappingValue object) {
      return List.of();
    }

    @Override
    public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
      return List.of();
    }

    @Override
    public Optional<String> unvalidated() {
      return Optional.of(
          "the rules for " + kind()
              + " are not known: beyond its fields and metadata, nothing is set by default or validated");
    }

    @Override
    public boolean allowsCreateOnUpdate() {
      // Of the kinds without a strategy, there is one of which a PUT creates what is not there.
      return key(resource.group(), resource.kind()).equals("coordination.k8s.io/LeaseCandidate");
    }
  }
}
