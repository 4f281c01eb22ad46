package io.plimsoll.core.registry.extension;

import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.List;

/** How many requests of a priority are served at once. Mirrors {@code ValidatePriorityLevelConfigurationSpec} of {@code pkg/apis/flowcontrol/validation}. */
final class PriorityLevelRules {

  private static final List<String> TYPES = List.of("Exempt", "Limited");
  private static final List<String> RESPONSES = List.of("Queue", "Reject");
  private static final String LIMITED = "limited";
  private static final String EXEMPT = "exempt";
  private static final String QUEUING = "queuing";
  private static final String SHARES = "nominalConcurrencyShares";
  private static final int MOST_QUEUES = 10_000_000;
  private static final int MOST_BITS = 60;
  private static final String POSITIVE = "must be positive";

  private final Part spec;

  PriorityLevelRules(Part spec) {
    this.spec = spec;
  }

  void check(String name) {
    String type = spec.text("type");
    if (name.equals(EXEMPT) != type.equals("Exempt")) {
      spec.invalid("type", "must be 'Exempt' if and only if `name` is 'exempt'");
    }
    switch (type) {
      case "Exempt" -> {
        covered(spec.has(LIMITED), LIMITED, "must be nil if the type is not Limited");
        if (spec.has(EXEMPT)) {
          checkShares(spec.object(EXEMPT));
        }
      }
      case "Limited" -> {
        covered(spec.has(EXEMPT), EXEMPT, "must be nil if the type is Limited");
        if (spec.has(LIMITED)) {
          checkLimited(spec.object(LIMITED));
        } else {
          spec.error(FieldError.required(spec.at(LIMITED), "must not be empty when type is Limited")
              .asCovered());
        }
      }
      default -> checkType(spec, TYPES);
    }
  }

  private void covered(boolean there, String field, String detail) {
    if (there) {
      spec.error(FieldError.forbidden(spec.at(field), detail).asCovered());
    }
  }

  private static void checkType(Part part, List<String> known) {
    if (part.text("type").isEmpty()) {
      part.error(FieldError.required(part.at("type"), "").asCovered());
    } else {
      part.notSupported("type", known);
    }
  }

  private static void checkShares(Part part) {
    if (part.number(SHARES) < 0) {
      part.invalid(SHARES, "must be a non-negative integer");
    }
    checkLendable(part);
  }

  private static void checkLendable(Part part) {
    long percent = part.number("lendablePercent");
    if (percent < 0 || percent > 100) {
      part.invalid("lendablePercent", "must be between 0 and 100, inclusive");
    }
  }

  private static void checkLimited(Part limited) {
    if (limited.number(SHARES) < 0) {
      limited.invalid(SHARES, "must be a non-negative integer");
    }
    Part response = limited.object("limitResponse");
    switch (response.text("type")) {
      case "Reject" -> {
        if (response.has(QUEUING)) {
          response.error(FieldError.forbidden(
                  response.at(QUEUING), "must be nil if limited.limitResponse.type is not Limited")
              .asCovered());
        }
      }
      case "Queue" -> {
        if (response.has(QUEUING)) {
          checkQueues(response.object(QUEUING));
        } else {
          response.error(FieldError.required(
                  response.at(QUEUING),
                  "must not be empty if limited.limitResponse.type is Limited")
              .asCovered());
        }
      }
      default -> checkType(response, RESPONSES);
    }
    checkLendable(limited);
    if (limited.number("borrowingLimitPercent") < 0) {
      limited.invalid("borrowingLimitPercent", "if specified, must be a non-negative integer");
    }
  }

  private static void checkQueues(Part queuing) {
    if (queuing.number("queueLengthLimit") <= 0) {
      queuing.invalid("queueLengthLimit", POSITIVE);
    }
    long queues = queuing.number("queues");
    if (queues <= 0) {
      queuing.invalid("queues", POSITIVE);
    } else if (queues > MOST_QUEUES) {
      queuing.invalid("queues", "must not be greater than " + MOST_QUEUES);
    }
    long hand = queuing.number("handSize");
    if (hand <= 0) {
      queuing.invalid("handSize", POSITIVE);
    } else if (hand > queues) {
      queuing.invalid("handSize", "should not be greater than queues (" + queues + ")");
    } else if (Math.ceil(Math.log((double) queues) / Math.log(2) * (double) hand) > MOST_BITS) {
      queuing.invalid(
          "handSize",
          "required entropy bits of deckSize " + queues + " and handSize " + hand
              + " should not be greater than " + MOST_BITS);
    }
  }

  /** Returns what the declared rules find. */
  List<FieldError> declared() {
    List<FieldError> errors = new ArrayList<>();
    Part response = spec.object(LIMITED).object("limitResponse");
    boolean limited = spec.text("type").equals("Limited");
    if (spec.has(EXEMPT) && limited) {
      errors.add(FieldError.forbidden(spec.at(EXEMPT), ""));
    }
    if (spec.has(LIMITED) && spec.text("type").equals("Exempt")) {
      errors.add(FieldError.forbidden(spec.at(LIMITED), ""));
    } else if (!spec.has(LIMITED) && limited) {
      errors.add(FieldError.required(spec.at(LIMITED), ""));
    }
    if (spec.text("type").isEmpty()) {
      errors.add(FieldError.required(spec.at("type"), ""));
    }
    if (spec.has(LIMITED)) {
      declared(errors, response);
    }
    return errors;
  }

  private static void declared(List<FieldError> errors, Part response) {
    String type = response.text("type");
    if (response.has(QUEUING) && type.equals("Reject")) {
      errors.add(FieldError.forbidden(response.at(QUEUING), ""));
    } else if (!response.has(QUEUING) && type.equals("Queue")) {
      errors.add(FieldError.required(response.at(QUEUING), ""));
    }
    if (type.isEmpty()) {
      errors.add(FieldError.required(response.at("type"), ""));
    }
  }
}
