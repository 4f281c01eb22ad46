package io.plimsoll.posture.tenant;

import io.plimsoll.core.model.Maps;
import io.plimsoll.core.model.Quantity;
import java.util.List;
import java.util.Map;

/**
 * A ResourceQuota: what it limits, as it is written.
 *
 * @param place the object
 * @param hard the most there may be, by resource: {@code requests.cpu}, {@code pods}, {@code count/jobs.batch}
 * @param scopes the scopes it is for, those of its selector included; empty for everything
 */
public record QuotaFacts(Placed place, Map<String, Quantity> hard, List<String> scopes) {

  public QuotaFacts {
    hard = Maps.copy(hard);
    scopes = List.copyOf(scopes);
  }
}
