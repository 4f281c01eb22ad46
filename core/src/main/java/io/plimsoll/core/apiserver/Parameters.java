package io.plimsoll.core.apiserver;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.Status;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parameters of a request as options. Mirrors the conversions of {@code k8s.io/apimachinery/pkg/runtime/conversion.go}. */
record Parameters(ApiRequest request) {

  /** Returns whether a parameter is there and neither {@code 0} nor {@code false}; null if it is not there. */
  @Nullable
  Boolean bool(String name) {
    return request.booleanParameter(name).orElse(null);
  }

  /** Returns a parameter as a number; null if it is not there. */
  @Nullable
  Long int64(String name) throws Refusal {
    List<String> values = request.parameterValues(name);
    return values.isEmpty() ? null : Long.valueOf(number(values.get(0)));
  }

  private static long number(String text) throws Refusal {
    Optional<String> error = GoText.parseInt64Error(text);
    if (error.isPresent()) {
      throw Refusal.of(Status.badRequest(error.get()));
    }
    return GoText.parseInt64(text).orElseThrow();
  }
}
