package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.LabelSelector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How evenly pods must be spread over a topology. Mirrors {@code core/v1 TopologySpreadConstraint}. */
public record TopologySpreadConstraint(
    @Nullable Integer maxSkew,
    String topologyKey,
    String whenUnsatisfiable,
    @Nullable LabelSelector labelSelector,
    List<String> matchLabelKeys,
    @Nullable Integer minDomains,
    @Nullable String nodeAffinityPolicy,
    @Nullable String nodeTaintsPolicy) {

  public TopologySpreadConstraint {
    matchLabelKeys = List.copyOf(matchLabelKeys);
  }

  /** Reads the record from a tree. */
  public static TopologySpreadConstraint from(Fields fields) {
    return new TopologySpreadConstraint(
        fields.int32("maxSkew"),
        fields.text("topologyKey"),
        fields.text("whenUnsatisfiable"),
        fields.object("labelSelector", LabelSelector::from),
        fields.strings("matchLabelKeys"),
        fields.int32("minDomains"),
        fields.string("nodeAffinityPolicy"),
        fields.string("nodeTaintsPolicy"));
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder(String topologyKey, String whenUnsatisfiable) {
    return new Builder(topologyKey, whenUnsatisfiable);
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder(topologyKey, whenUnsatisfiable)
        .maxSkew(maxSkew)
        .labelSelector(labelSelector)
        .matchLabelKeys(matchLabelKeys)
        .minDomains(minDomains)
        .nodeAffinityPolicy(nodeAffinityPolicy)
        .nodeTaintsPolicy(nodeTaintsPolicy);
  }

  /** Makes a {@link TopologySpreadConstraint}; what is not set is absent. */
  public static final class Builder {
    private final String topologyKey;
    private final String whenUnsatisfiable;
    private @Nullable Integer maxSkew;
    private @Nullable LabelSelector labelSelector;
    private List<String> matchLabelKeys = List.of();
    private @Nullable Integer minDomains;
    private @Nullable String nodeAffinityPolicy;
    private @Nullable String nodeTaintsPolicy;

    private Builder(String topologyKey, String whenUnsatisfiable) {
      this.topologyKey = topologyKey;
      this.whenUnsatisfiable = whenUnsatisfiable;
    }

    /** Sets {@code maxSkew}. */
    public Builder maxSkew(@Nullable Integer maxSkew) {
      this.maxSkew = maxSkew;
      return this;
    }

    /** Sets {@code labelSelector}. */
    public Builder labelSelector(@Nullable LabelSelector labelSelector) {
      this.labelSelector = labelSelector;
      return this;
    }

    /** Sets {@code matchLabelKeys}. */
    public Builder matchLabelKeys(List<String> matchLabelKeys) {
      this.matchLabelKeys = matchLabelKeys;
      return this;
    }

    /** Sets {@code matchLabelKeys}. */
    public Builder matchLabelKeys(String... matchLabelKeys) {
      return matchLabelKeys(List.of(matchLabelKeys));
    }

    /** Sets {@code minDomains}. */
    public Builder minDomains(@Nullable Integer minDomains) {
      this.minDomains = minDomains;
      return this;
    }

    /** Sets {@code nodeAffinityPolicy}. */
    public Builder nodeAffinityPolicy(@Nullable String nodeAffinityPolicy) {
      this.nodeAffinityPolicy = nodeAffinityPolicy;
      return this;
    }

    /** Sets {@code nodeTaintsPolicy}. */
    public Builder nodeTaintsPolicy(@Nullable String nodeTaintsPolicy) {
      this.nodeTaintsPolicy = nodeTaintsPolicy;
      return this;
    }

    /** Returns the record. */
    public TopologySpreadConstraint build() {
      return new TopologySpreadConstraint(
          maxSkew,
          topologyKey,
          whenUnsatisfiable,
          labelSelector,
          matchLabelKeys,
          minDomains,
          nodeAffinityPolicy,
          nodeTaintsPolicy);
    }
  }
}
