package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.AdmissionAttributes;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.admission.support.Handler;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.request.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets only so many events be written in a time. Mirrors {@code plugin/pkg/admission/eventratelimit}. */
final class EventRateLimit extends Handler {

  private static final int DEFAULT_CACHE_SIZE = 4096;

  private final List<Limit> limits;

  EventRateLimit(List<Limit> limits) {
    super("EventRateLimit", Operation.CREATE, Operation.UPDATE);
    this.limits = List.copyOf(limits);
  }

  /**
   * A limit for all events that have the same key. Mirrors {@code eventratelimit.admission.k8s.io/v1alpha1 Limit}.
   *
   * @param type what the key is: {@code Server}, {@code Namespace}, {@code User} or {@code SourceAndObject}
   * @param qps how many events a second
   * @param burst how many at once
   * @param cacheSize of how many keys the server keeps count; 0 means 4096
   */
  record Limit(String type, int qps, int burst, int cacheSize) {

    int keys() {
      return type.equals("Server") ? 1 : cacheSize == 0 ? DEFAULT_CACHE_SIZE : cacheSize;
    }

    String key(AdmissionCall call) {
      return switch (type) {
        case "Namespace" -> call.attributes().namespace();
        case "User" -> call.attributes().user().name();
        case "SourceAndObject" -> sourceAndObject(Fields.of(call.object()));
        default -> "";
      };
    }

    private static String sourceAndObject(Fields event) {
      Fields source = Trees.object(event, "source");
      Fields involved = Trees.object(event, "involvedObject");
      return String.join(
          "",
          source.text("component"),
          source.text("host"),
          involved.text("kind"),
          involved.text("namespace"),
          involved.text("name"),
          involved.text("uid"),
          involved.text("apiVersion"));
    }
  }

  /** What is left of each limit, by key; the key that was used last is the last. */
  private record Usage(List<Map<String, TokenBucket>> buckets) {}

  @Override
  public Admission validate(AdmissionCall call) {
    AdmissionAttributes attributes = call.attributes();
    boolean event = attributes.kind().equals("Event")
        && ObjectRef.groupOf(attributes.apiVersion()).isEmpty();
    if (!event || attributes.dryRun()) {
      return Admission.UNCHANGED;
    }
    Optional<Usage> before = call.memory().map(Usage.class::cast);
    List<Map<String, TokenBucket>> after = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    for (int i = 0; i < limits.size(); i++) {
      Limit limit = limits.get(i);
      int index = i;
      Map<String, TokenBucket> known =
          before.map(usage -> usage.buckets().get(index)).orElseGet(Map::of);
      after.add(taken(limit, known, call, complaints));
    }
    Admission remembered = Admission.UNCHANGED.withMemory(new Usage(List.copyOf(after)));
    return complaints.isEmpty()
        ? remembered
        : remembered.withRefusal(Status.plain(
            429, "TooManyRequests", "Too many requests: " + GoText.aggregate(complaints)));
  }

  private static Map<String, TokenBucket> taken(
      Limit limit, Map<String, TokenBucket> known, AdmissionCall call, List<String> complaints) {
    String key = limit.key(call);
    TokenBucket bucket = known.getOrDefault(key, new TokenBucket(limit.burst(), call.now()));
    Optional<TokenBucket> rest = bucket.take(call.now(), limit.qps(), limit.burst());
    if (rest.isEmpty()) {
      complaints.add("limit reached on type " + limit.type() + " for key " + key);
    }
    Map<String, TokenBucket> all = new LinkedHashMap<>(known);
    all.remove(key);
    if (all.size() >= limit.keys()) {
      all.remove(all.keySet().iterator().next());
    }
    all.put(key, rest.orElse(bucket));
    return Collections.unmodifiableMap(all);
  }
}
