package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.model.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/**
 * How amounts are held against limits, in upstream's words. Mirrors the constraints of {@code plugin/pkg/admission/limitranger}.
 */
final class LimitConstraints {

  private static final long MAX_MILLIS = Long.MAX_VALUE / 1000;

  private final LimitRange.Item limit;
  private final Map<String, Quantity> requests;
  private final Map<String, Quantity> limits;
  private final List<String> complaints;

  private LimitConstraints(
      LimitRange.Item limit,
      Map<String, Quantity> requests,
      Map<String, Quantity> limits,
      List<String> complaints) {
    this.limit = limit;
    this.requests = requests;
    this.limits = limits;
    this.complaints = complaints;
  }

  /** Adds what a container or a pod has against the limit. */
  static void check(
      LimitRange.Item limit,
      Map<String, Quantity> requests,
      Map<String, Quantity> limits,
      List<String> complaints) {
    LimitConstraints constraints = new LimitConstraints(limit, requests, limits, complaints);
    for (Map.Entry<String, Quantity> min : limit.min().entrySet()) {
      constraints.checkMin(min.getKey(), min.getValue());
    }
    for (Map.Entry<String, Quantity> max : limit.max().entrySet()) {
      constraints.checkMax(max.getKey(), max.getValue());
    }
    limit.maxLimitRequestRatio().forEach(constraints::checkRatio);
  }

  /** Adds what a claim, which has requests only, has against the limit. */
  static void check(
      LimitRange.Item limit, Map<String, Quantity> requests, List<String> complaints) {
    LimitConstraints constraints = new LimitConstraints(limit, requests, Map.of(), complaints);
    limit.min().forEach(constraints::checkMin);
    limit.max().forEach(constraints::checkMaxRequest);
  }

  private void checkMin(String resource, Quantity enforced) {
    Quantity request = requests.get(resource);
    Quantity most = limits.get(resource);
    if (request != null
        && request.compareTo(enforced) >= 0
        && (most == null || most.compareTo(enforced) >= 0)) {
      // What is not less as it stands is not less in rounded units.
      return;
    }
    Amounts amounts = amounts(resource, enforced);
    if (!requests.containsKey(resource)) {
      complain("minimum", resource, enforced, ".  No request is specified");
    } else if (amounts.request() < amounts.enforced()) {
      complain("minimum", resource, enforced, ", but request is " + requests.get(resource));
    } else if (limits.containsKey(resource) && amounts.limit() < amounts.enforced()) {
      complain("minimum", resource, enforced, ", but limit is " + limits.get(resource));
    }
  }

  private void checkMax(String resource, Quantity enforced) {
    Quantity request = requests.get(resource);
    Quantity most = limits.get(resource);
    if (most != null
        && most.compareTo(enforced) <= 0
        && (request == null || request.compareTo(enforced) <= 0)) {
      return;
    }
    Amounts amounts = amounts(resource, enforced);
    if (!limits.containsKey(resource)) {
      complain("maximum", resource, enforced, ".  No limit is specified");
    } else if (amounts.limit() > amounts.enforced()) {
      complain("maximum", resource, enforced, ", but limit is " + limits.get(resource));
    } else if (requests.containsKey(resource) && amounts.request() > amounts.enforced()) {
      complain("maximum", resource, enforced, ", but request is " + requests.get(resource));
    }
  }

  private void checkMaxRequest(String resource, Quantity enforced) {
    Amounts amounts = amounts(resource, enforced);
    if (!requests.containsKey(resource)) {
      complain("maximum", resource, enforced, ".  No request is specified");
    } else if (amounts.request() > amounts.enforced()) {
      complain("maximum", resource, enforced, ", but request is " + requests.get(resource));
    }
  }

  private void complain(String bound, String resource, Quantity enforced, String why) {
    complaints.add(bound + " " + resource + " usage per " + limit.type() + " is " + enforced + why);
  }

  private void checkRatio(String resource, Quantity enforced) {
    Amounts amounts = amounts(resource, enforced);
    String start =
        resource + " max limit to request ratio per " + limit.type() + " is " + enforced + ", but ";
    if (amounts.request() == 0) {
      complaints.add(start + "no request is specified or request is 0");
      return;
    }
    if (amounts.limit() == 0) {
      complaints.add(start + "no limit is specified or limit is 0");
      return;
    }
    double ratio = (double) amounts.limit() / (double) amounts.request();
    boolean inMillis = whole(enforced) <= MAX_MILLIS;
    double most = inMillis ? millis(enforced) : whole(enforced);
    if ((inMillis ? ratio * 1000 : ratio) > most) {
      complaints.add(start + "provided ratio is " + sixDecimals(ratio));
    }
  }

  /** Prints a number as {@code %f} does. */
  private static String sixDecimals(double number) {
    return new BigDecimal(number).setScale(6, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** Amounts in the same unit: whole ones, or thousandths if all are small enough for that. */
  private record Amounts(long request, long limit, long enforced) {}

  private Amounts amounts(String resource, Quantity enforced) {
    Quantity request = requests.getOrDefault(resource, Quantity.ZERO);
    Quantity most = limits.getOrDefault(resource, Quantity.ZERO);
    boolean inMillis =
        whole(request) <= MAX_MILLIS && whole(most) <= MAX_MILLIS && whole(enforced) <= MAX_MILLIS;
    return inMillis
        ? new Amounts(millis(request), millis(most), millis(enforced))
        : new Amounts(whole(request), whole(most), whole(enforced));
  }

  private static long whole(Quantity amount) {
    return amount.value().orElse(furthest(amount));
  }

  private static long millis(Quantity amount) {
    return amount.milliValue().orElse(furthest(amount));
  }

  private static long furthest(Quantity amount) {
    return amount.sign() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }
}
