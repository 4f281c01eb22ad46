package io.plimsoll.core.registry.policy;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.model.LabelSyntax;
import io.plimsoll.core.model.Quantity;
import io.plimsoll.core.registry.MapOrder;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.ResourceNames;
import io.plimsoll.core.validation.FieldError;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What an item of a LimitRange must be like. Mirrors the loop of {@code ValidateLimitRange} of {@code pkg/apis/core/validation}. */
final class LimitRangeItemRules {

  private static final Set<String> TYPES = Set.of("Pod", "Container", "PersistentVolumeClaim");

  /** Amounts from here on have no thousandths in upstream's arithmetic: {@code resource.MaxMilliValue}. */
  /** What is rounded up to less than {@code MaxMilliValue}. */
  private static final BigDecimal MOST_IN_MILLIS = BigDecimal.valueOf(Long.MAX_VALUE / 1000 - 1);

  private final Part item;
  private final String type;
  private final Map<String, Quantity> max;
  private final Map<String, Quantity> min;
  private final Map<String, Quantity> defaults;
  private final Map<String, Quantity> requests;
  private final Map<String, Quantity> ratios;
  private final Set<String> keys = new TreeSet<>(GoText::compare);

  LimitRangeItemRules(Part item) {
    this.item = item;
    this.type = item.text("type");
    this.max = item.quantities("max");
    this.min = item.quantities("min");
    boolean pod = type.equals("Pod");
    this.defaults = pod ? Map.of() : item.quantities("default");
    this.requests = pod ? Map.of() : item.quantities("defaultRequest");
    this.ratios = item.quantities("maxLimitRequestRatio");
  }

  void check(boolean duplicate) {
    checkType();
    if (duplicate) {
      item.duplicate("type");
    }
    names("max", max);
    names("min", min);
    if (type.equals("Pod")) {
      for (String field : List.of("default", "defaultRequest")) {
        if (!item.quantities(field).isEmpty()) {
          item.forbidden(field, "may not be specified when `type` is 'Pod'");
        }
      }
    } else {
      names("default", defaults);
      names("defaultRequest", requests);
    }
    if (type.equals("PersistentVolumeClaim")
        && !min.containsKey("storage")
        && !max.containsKey("storage")) {
      item.error(FieldError.required(
          item.path().field("limits"),
          "either minimum or maximum storage value is required, but neither was provided"));
    }
    names("maxLimitRequestRatio", ratios);
    keys.forEach(this::checkAmounts);
  }

  private void checkType() {
    List<String> malformed = LabelSyntax.keyErrors(type);
    malformed.forEach(detail -> item.invalid("type", detail));
    if (malformed.isEmpty() && type.indexOf('/') < 0 && !TYPES.contains(type)) {
      item.invalid("type", "must be a standard limit type or fully qualified");
    }
  }

  private void names(String field, Map<String, Quantity> amounts) {
    boolean container = type.equals("Pod") || type.equals("Container");
    for (Map.Entry<String, Quantity> entry : MapOrder.byKey(amounts)) {
      String name = entry.getKey();
      FieldPath path = item.at(field).key(name);
      item.errors()
          .addAll(
              container
                  ? ResourceNames.containerErrors(path, name)
                  : ResourceNames.errors(path, name));
      keys.add(name);
    }
  }

  private void checkAmounts(String key) {
    Quantity least = min.get(key);
    Quantity most = max.get(key);
    Quantity limit = defaults.get(key);
    Quantity request = requests.get(key);
    Quantity ratio = ratios.get(key);
    if (isGreater(least, most)) {
      invalid("min", key, least, "min value " + least + " is greater than max value " + most);
    }
    if (isGreater(least, request)) {
      invalid(
          "defaultRequest",
          key,
          request,
          "min value " + least + " is greater than default request value " + request);
    }
    if (isGreater(request, most)) {
      invalid(
          "defaultRequest",
          key,
          request,
          "default request value " + request + " is greater than max value " + most);
    }
    if (isGreater(request, limit)) {
      invalid(
          "defaultRequest",
          key,
          request,
          "default request value " + request + " is greater than default limit value " + limit);
    }
    if (isGreater(least, limit)) {
      invalid(
          "default", key, least, "min value " + least + " is greater than default value " + limit);
    }
    if (isGreater(limit, most)) {
      invalid(
          "default", key, most, "default value " + limit + " is greater than max value " + most);
    }
    if (ratio != null) {
      checkRatio(key, ratio, least, most);
    }
    if (!ResourceNames.isOvercommitAllowed(key)
        && limit != null
        && request != null
        && !limit.equals(request)) {
      invalid(
          "defaultRequest",
          key,
          request,
          "default value " + limit + " must equal to defaultRequest value " + request + " in "
              + key);
    }
  }

  private static boolean isGreater(@Nullable Quantity a, @Nullable Quantity b) {
    return a != null && b != null && a.compareTo(b) > 0;
  }

  private void invalid(String field, String key, @Nullable Quantity value, String detail) {
    item.error(FieldError.invalid(item.at(field).key(key), String.valueOf(value), detail));
  }

  private void checkRatio(
      String key, Quantity ratio, @Nullable Quantity least, @Nullable Quantity most) {
    if (ratio.toBigDecimal().compareTo(BigDecimal.ONE) < 0) {
      invalid("maxLimitRequestRatio", key, ratio, "ratio " + ratio + " is less than 1");
    }
    if (least == null || most == null) {
      return;
    }
    // Like upstream, in thousandths if all three have them, else in whole numbers.
    boolean millis = isSmall(ratio) && isSmall(least) && isSmall(most);
    int scale = millis ? 3 : 0;
    double value = rounded(ratio, scale) / (millis ? 1000 : 1);
    double limit = rounded(most, scale) / rounded(least, scale);
    if (value > limit) {
      invalid(
          "maxLimitRequestRatio",
          key,
          ratio,
          "ratio " + ratio + " is greater than max/min = " + sixPlaces(limit));
    }
  }

  private static boolean isSmall(Quantity amount) {
    return amount.toBigDecimal().compareTo(MOST_IN_MILLIS) <= 0;
  }

  private static double rounded(Quantity amount, int scale) {
    OptionalLong exact = scale == 0 ? amount.value() : amount.milliValue();
    return exact.isPresent()
        ? (double) exact.getAsLong()
        : amount.toBigDecimal().doubleValue() * Math.pow(10, scale);
  }

  /** Returns a number as {@code %f} prints it. */
  private static String sixPlaces(double number) {
    if (Double.isNaN(number)) {
      return "NaN";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "+Inf" : "-Inf";
    }
    return new BigDecimal(number, MathContext.UNLIMITED)
        .setScale(6, RoundingMode.HALF_EVEN)
        .toPlainString();
  }
}
