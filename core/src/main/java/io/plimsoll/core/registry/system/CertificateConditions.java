package io.plimsoll.core.registry.system;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.StatusRules;
import io.plimsoll.core.registry.system.CertificateSigningRequestStrategy.Scope;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The answer to a request for a certificate: who approved or denied it, and the certificate. Mirrors {@code validateConditions} and
 * {@code validateCertificateSigningRequestUpdate} of {@code pkg/apis/certificates/validation}.
 */
final class CertificateConditions {

  private static final String STATUS = "status";
  private static final String CONDITIONS = "conditions";
  private static final String CERTIFICATE = "certificate";
  private static final String APPROVED = "Approved";
  private static final String DENIED = "Denied";
  private static final List<String> DECISIONS = List.of(APPROVED, DENIED);
  private static final List<String> LASTING = List.of(APPROVED, DENIED, "Failed");
  private static final List<String> TRUTHS = List.of("False", "True", "Unknown");
  private static final FieldPath PATH = FieldPath.of(STATUS, CONDITIONS);

  private CertificateConditions() {}

  /** Returns a request whose decisions are those of the old one, where there are as many: {@code preserveConditionInstances}. */
  static MappingValue withOldDecisions(MappingValue request, MappingValue old) {
    List<Value> conditions = new ArrayList<>(conditions(request));
    for (String decision : DECISIONS) {
      List<Integer> places = places(conditions, decision);
      List<Value> before = ofType(conditions(old), decision);
      for (int i = 0; i < places.size() && places.size() == before.size(); i++) {
        conditions.set(places.get(i), before.get(i));
      }
    }
    return conditions.isEmpty() ? request : withConditions(request, conditions);
  }

  /** Returns a request whose status is that of the old one but for the conditions. */
  static MappingValue only(MappingValue request, MappingValue old) {
    return withConditions(StatusRules.keep(request, old), conditions(request));
  }

  private static MappingValue withConditions(MappingValue request, List<Value> conditions) {
    MappingValue status = Fields.of(request.get(STATUS)).tree();
    return request.with(
        STATUS,
        conditions.isEmpty()
            ? status.without(CONDITIONS)
            : status.with(CONDITIONS, SequenceValue.of(conditions)));
  }

  private static List<Value> conditions(MappingValue request) {
    return Fields.of(request.get(STATUS)).value(CONDITIONS) instanceof SequenceValue list
        ? list.items()
        : List.of();
  }

  private static List<Integer> places(List<Value> conditions, String type) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < conditions.size(); i++) {
      if (Fields.of(conditions.get(i)).text("type").equals(type)) {
        places.add(i);
      }
    }
    return places;
  }

  private static List<Value> ofType(List<Value> conditions, String type) {
    return places(conditions, type).stream().map(conditions::get).toList();
  }

  private static int count(Part request, String type) {
    return places(conditions(request.tree()), type).size();
  }

  private static boolean isDecidedTwice(Part request) {
    return DECISIONS.stream().allMatch(decision -> count(request, decision) > 0);
  }

  /** Adds what is wrong with conditions and certificate, but for what is wrong with the old ones, too. */
  static void check(Part request, Part old) {
    List<Part> before = old.object(STATUS).list(CONDITIONS);
    List<String> types =
        before.stream().map(condition -> condition.text("type")).toList();
    boolean anyType = types.contains("");
    boolean sameTypes = new HashSet<>(types).size() < types.size();
    boolean bothDecisions = isDecidedTwice(old);
    Set<String> seen = new HashSet<>();
    for (Part condition : request.object(STATUS).list(CONDITIONS)) {
      String type = condition.text("type");
      if (type.isEmpty() && !anyType) {
        condition.required("type", "");
      }
      checkTruth(condition, LASTING.contains(type));
      String other = type.equals(APPROVED) ? DENIED : type.equals(DENIED) ? APPROVED : "none";
      if (!bothDecisions && seen.contains(other)) {
        condition.error(
            FieldError.invalid(PATH, type, "Approved and Denied conditions are mutually exclusive")
                .asCovered());
      }
      if (!seen.add(type) && !sameTypes) {
        condition.error(FieldError.duplicate(condition.at("type"), type));
      }
    }
    checkCertificate(request.object(STATUS), old.object(STATUS));
  }

  private static void checkTruth(Part condition, boolean trueOnly) {
    List<String> supported = trueOnly ? List.of("True") : TRUTHS;
    if (condition.text(STATUS).isEmpty()) {
      condition.required(STATUS, "");
    } else if (!supported.contains(condition.text(STATUS))) {
      condition.notSupported(STATUS, supported);
    }
  }

  private static void checkCertificate(Part status, Part before) {
    String certificate = status.text(CERTIFICATE);
    String old = before.text(CERTIFICATE);
    if (!certificate.equals(old) && CertificateText.error(old).isEmpty()) {
      CertificateText.error(certificate)
          .ifPresent(error -> status.error(
              FieldError.invalid(status.at(CERTIFICATE), "<certificate data>", error)));
    }
  }

  /** Adds what may not change by way of a part of the request. */
  static void checkUpdate(Part request, Part old, Scope scope) {
    for (String type : LASTING) {
      if (count(request, type) < count(old, type)) {
        request.error(FieldError.forbidden(
            PATH, "updates may not remove a condition of type " + GoText.quote(type)));
      }
    }
    for (String type : DECISIONS) {
      if (scope != Scope.APPROVAL && count(request, type) > count(old, type)) {
        request.error(FieldError.forbidden(
            PATH, "updates may not add a condition of type " + GoText.quote(type)));
      }
    }
    Part status = request.object(STATUS);
    String before = old.object(STATUS).text(CERTIFICATE);
    if (status.text(CERTIFICATE).equals(before)) {
      return;
    }
    if (scope != Scope.STATUS) {
      status.forbidden(CERTIFICATE, "updates may not set certificate content");
    } else if (!before.isEmpty()) {
      status.forbidden(CERTIFICATE, "updates may not modify existing certificate content");
    }
  }

  /** Returns what the declared rules find. */
  static List<FieldError> declared(Part request, Part old) {
    boolean unchanged = old.tree().size() > 0
        && DECISIONS.stream()
            .allMatch(decision -> (count(request, decision) > 0) == (count(old, decision) > 0));
    if (unchanged || !isDecidedTwice(request)) {
      return List.of();
    }
    List<String> members = DECISIONS.stream()
        .map(decision -> "conditions[{\"type\": \"" + decision + "\"}]")
        .toList();
    return List.of(FieldError.invalid(
        PATH,
        "{" + String.join(", ", members) + "}",
        "must specify at most one of: "
            + members.stream()
                .map(member -> "`" + member + "`")
                .collect(Collectors.joining(", "))));
  }
}
