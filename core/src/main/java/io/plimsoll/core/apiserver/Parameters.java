package io.plimsoll.core.apiserver;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameters of a request as options. Mirrors the conversions of {@code k8s.io/apimachinery/pkg/runtime/conversion.go}. */
record Parameters(ApiRequest request) {

  /** Returns whether a parameter is there and neither {@code 0} nor {@code false}; null if it is not there. */
  @Nullable
  Boolean bool(String name) {
    List<String> values = request.parameterValues(name);
    return values.isEmpty()
        ? null
        : Boolean.valueOf(!values.get(0).equals("0") && !GoText.equalFold(values.get(0), "false"));
  }

  /** Returns a parameter as a number; null if it is not there. */
  @Nullable
  Long int64(String name) throws Refusal {
    List<String> values = request.parameterValues(name);
    return values.isEmpty() ? null : Long.valueOf(number(values.get(0)));
  }

  private static long number(String text) throws Refusal {
    return GoText.parseInt64(text)
        .orElseThrow(
            () -> Refusal.of(Status.badRequest("strconv.ParseInt: parsing " + GoText.quote(text)
                + ": " + (isNumber(text) ? "value out of range" : "invalid syntax"))));
  }

  private static boolean isNumber(String text) {
    String digits = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
    return !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
