package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Maps;
import io.plimsoll.core.model.Quantity;
import java.util.List;
import java.util.Map;

/** What a container requests, and its limits. Mirrors {@code core/v1 ResourceRequirements}. */
public record ResourceRequirements(
    List<ResourceClaim> claims, Map<String, Quantity> limits, Map<String, Quantity> requests) {

  public ResourceRequirements {
    claims = List.copyOf(claims);
    limits = Maps.copy(limits);
    requests = Maps.copy(requests);
  }

  /** Reads the record from a tree. */
  public static ResourceRequirements from(Fields fields) {
    return new ResourceRequirements(
        fields.list("claims", ResourceClaim::from),
        fields.quantityMap("limits"),
        fields.quantityMap("requests"));
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder().claims(claims).limits(limits).requests(requests);
  }

  /** Makes a {@link ResourceRequirements}; what is not set is absent. */
  public static final class Builder {
    private List<ResourceClaim> claims = List.of();
    private Map<String, Quantity> limits = Map.of();
    private Map<String, Quantity> requests = Map.of();

    private Builder() {}

    /** Sets {@code claims}. */
    public Builder claims(List<ResourceClaim> claims) {
      this.claims = claims;
      return this;
    }

    /** Sets {@code claims}. */
    public Builder claims(ResourceClaim... claims) {
      return claims(List.of(claims));
    }

    /** Sets {@code limits}. */
    public Builder limits(Map<String, Quantity> limits) {
      this.limits = limits;
      return this;
    }

    /** Sets {@code requests}. */
    public Builder requests(Map<String, Quantity> requests) {
      this.requests = requests;
      return this;
    }

    /** Returns the record. */
    public ResourceRequirements build() {
      return new ResourceRequirements(claims, limits, requests);
    }
  }
}
