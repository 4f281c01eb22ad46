package io.plimsoll.core.apiserver;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.request.Status;

/** What is sent with a request, decoded. */
final class Bodies {

  /** Returns the object that is sent, with defaults. */
  MappingValue decode(Exchange exchange, Target target, String fieldValidation) throws Refusal {
    try {
      if (Value.parseJson(Source.of("body", exchange.request().body()))
          instanceof MappingValue map) {
        return target.strategy().withDefaults(map);
      }
    } catch (IllegalArgumentException invalid) {
      throw Refusal.of(Status.badRequest(String.valueOf(invalid.getMessage())));
    }
    throw Refusal.of(Status.badRequest("no object"));
  }

  MappingValue decodePatched(
      Exchange exchange, Target target, String type, Value patched, String fieldValidation) {
    return (MappingValue) patched;
  }

  MappingValue decodeApplied(Exchange exchange, Target target, String fieldValidation)
      throws Refusal {
    return decode(exchange, target, fieldValidation);
  }

  boolean isJson(String text) {
    try {
      Value.parseJson(Source.of("body", text));
      return true;
    } catch (IllegalArgumentException invalid) {
      return false;
    }
  }
}
