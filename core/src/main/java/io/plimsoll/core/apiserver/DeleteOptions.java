package io.plimsoll.core.apiserver;

import io.plimsoll.core.decode.Decoded;
import io.plimsoll.core.decode.DeleteOptionsDecoder;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.OmitEmpty;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How objects are to be deleted. Mirrors {@code metav1.DeleteOptions}.
 *
 * @param gracePeriodSeconds how long it may take
 * @param uid the uid that the object must have
 * @param resourceVersion the version that the object must have
 * @param orphanDependents whether what it owns stays; the older way to say it
 * @param propagationPolicy what happens to what it owns
 * @param dryRun what is only tried
 */
record DeleteOptions(
    @Nullable Long gracePeriodSeconds,
    @Nullable String uid,
    @Nullable String resourceVersion,
    @Nullable Boolean orphanDependents,
    @Nullable String propagationPolicy,
    List<String> dryRun) {

  private static final String ORPHAN = "Orphan";
  private static final List<String> POLICIES = List.of("Foreground", "Background", ORPHAN);

  /** What upstream says is supported; nobody can send the last. */
  private static final List<String> SUPPORTED = List.of("Foreground", "Background", ORPHAN, "nil");

  /** The resources of which what an object owns stays unless the options say otherwise, as it was when they were new. */
  private static final Set<String> ORPHANING = Set.of("jobs.batch", "replicationcontrollers");

  /** Returns the options in the body, or else in the parameters; refuses what is invalid. */
  static DeleteOptions of(ApiRequest request) throws Refusal {
    DeleteOptions options =
        request.body().isEmpty() ? ofParameters(request) : of(Fields.of(body(request)));
    options.check();
    return options;
  }

  /** Refuses options that are invalid. */
  void check() throws Refusal {
    List<FieldError> errors = errors();
    if (!errors.isEmpty()) {
      throw Refusal.of(Status.invalid("meta.k8s.io", "DeleteOptions", "", errors));
    }
  }

  /** Returns these options with what is done to an object of a resource where neither they nor its finalizers say it. */
  DeleteOptions orDefault(Scope scope, MappingValue object) {
    String resource =
        Status.qualified(scope.resource().group(), scope.resource().name());
    return saysOfDependents() || Dying.saysOfDependents(object) || !ORPHANING.contains(resource)
        ? this
        : new DeleteOptions(gracePeriodSeconds, uid, resourceVersion, null, ORPHAN, dryRun);
  }

  /** Returns whether the options say what becomes of what the object owns. */
  boolean saysOfDependents() {
    return orphanDependents != null || propagationPolicy != null;
  }

  /** Returns options as they are written, be they part of something else, such as an eviction. */
  static DeleteOptions of(Fields fields) {
    Fields preconditions = Fields.of(fields.value("preconditions"));
    return new DeleteOptions(
        fields.int64("gracePeriodSeconds"),
        preconditions.string("uid"),
        preconditions.string("resourceVersion"),
        fields.bool("orphanDependents"),
        fields.string("propagationPolicy"),
        fields.strings("dryRun"));
  }

  /** Returns these options where the request that they are part of may ask for a dry run, too. Mirrors {@code propagateDryRun}. */
  DeleteOptions tried(List<String> requested) throws Refusal {
    if (!dryRun.isEmpty() && !requested.isEmpty() && !dryRun.equals(requested)) {
      throw Refusal.of(Status.plain(
          500,
          "",
          "Non-matching dry-run options in request and content: [" + String.join(" ", requested)
              + "] and [" + String.join(" ", dryRun) + "]"));
    }
    return dryRun.isEmpty()
        ? new DeleteOptions(
            gracePeriodSeconds,
            uid,
            resourceVersion,
            orphanDependents,
            propagationPolicy,
            requested)
        : this;
  }

  /** Returns these options for an object of whatever version. */
  DeleteOptions ofAnyVersion() {
    return new DeleteOptions(
        gracePeriodSeconds, uid, null, orphanDependents, propagationPolicy, dryRun);
  }

  private static Value body(ApiRequest request) throws Refusal {
    Decoded decoded = DeleteOptionsDecoder.decode(
        request.header("Content-Type"), request.body().text());
    if (decoded instanceof Decoded.Refused refused) {
      throw Refusal.of(Status.plain(refused.code(), refused.reason(), refused.message()));
    }
    return ((Decoded.Accepted) decoded).object();
  }

  private static DeleteOptions ofParameters(ApiRequest request) throws Refusal {
    Parameters parameters = new Parameters(request);
    List<String> policies = request.parameterValues("propagationPolicy");
    return new DeleteOptions(
        parameters.int64("gracePeriodSeconds"),
        orNull(request.parameter("uid")),
        orNull(request.parameter("resourceVersion")),
        parameters.bool("orphanDependents"),
        policies.isEmpty() ? null : policies.get(0),
        List.copyOf(request.parameterValues("dryRun")));
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private List<FieldError> errors() {
    List<FieldError> errors = new ArrayList<>();
    FieldPath path = FieldPath.of("propagationPolicy");
    if (orphanDependents != null && propagationPolicy != null) {
      errors.add(FieldError.invalid(
          path, propagationPolicy, "orphanDependents and deletionPropagation cannot be both set"));
    }
    if (propagationPolicy != null && !POLICIES.contains(propagationPolicy)) {
      errors.add(FieldError.notSupported(path, propagationPolicy, SUPPORTED));
    }
    RequestOptions.checkDryRun(dryRun, errors);
    return errors;
  }

  boolean isDryRun() {
    return dryRun.contains("All");
  }

  /** Returns whether what the object owns is to be orphaned, if the options say so. */
  @Nullable
  Boolean orphans() {
    if (orphanDependents != null) {
      return orphanDependents;
    }
    return propagationPolicy == null ? null : propagationPolicy.equals(ORPHAN);
  }

  /** Returns whether what the object owns is to be deleted before it, if the options say so. */
  @Nullable
  Boolean deletesDependentsFirst() {
    if (orphanDependents != null) {
      return false;
    }
    return propagationPolicy == null ? null : propagationPolicy.equals("Foreground");
  }

  /** Returns the options as admission gets them. */
  MappingValue tree() {
    Map<String, Value> tree = new LinkedHashMap<>();
    tree.put("kind", ScalarValue.of("DeleteOptions"));
    tree.put("apiVersion", ScalarValue.of("meta.k8s.io/v1"));
    if (gracePeriodSeconds != null) {
      tree.put("gracePeriodSeconds", ScalarValue.of(gracePeriodSeconds));
    }
    if (orphanDependents != null) {
      tree.put("orphanDependents", ScalarValue.of(orphanDependents));
    }
    if (propagationPolicy != null) {
      tree.put("propagationPolicy", ScalarValue.of(propagationPolicy));
    }
    if (uid != null || resourceVersion != null) {
      tree.put("preconditions", preconditions());
    }
    OmitEmpty.put(tree, "dryRun", dryRun);
    return MappingValue.of(tree);
  }

  private MappingValue preconditions() {
    Map<String, Value> tree = new LinkedHashMap<>();
    if (uid != null) {
      tree.put("uid", ScalarValue.of(uid));
    }
    if (resourceVersion != null) {
      tree.put("resourceVersion", ScalarValue.of(resourceVersion));
    }
    return MappingValue.of(tree);
  }
}
