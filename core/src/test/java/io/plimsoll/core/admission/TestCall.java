package io.plimsoll.core.admission;

import io.plimsoll.core.authz.Authorization;
import io.plimsoll.core.authz.Authorizer;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.Documents;
import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.core.request.User;
import io.plimsoll.core.schema.ApiResource;
import io.plimsoll.core.schema.ResourceCatalog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Makes the calls that plug-ins are tested with, from objects written as YAML. */
public final class TestCall {

  /** The time of all calls. */
  public static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

  private AdmissionAttributes attributes;
  private final List<KubeObject> objects = new ArrayList<>();
  private Optional<Cluster> cluster = Optional.empty();
  private Authorizer authorizer = (any, user, asked) -> Authorization.noOpinion("");
  private Optional<Object> memory = Optional.empty();
  private Optional<Object> passMemory = Optional.empty();
  private boolean again;
  private Instant now = NOW;

  private TestCall(
      Operation operation, Optional<MappingValue> object, Optional<MappingValue> oldObject) {
    Fields fields = Fields.of(object.or(() -> oldObject).orElseThrow());
    ObjectMeta metadata = fields.object("metadata", ObjectMeta::from, ObjectMeta.EMPTY);
    ObjectRef type = new ObjectRef(fields.text("apiVersion"), fields.text("kind"), "", "");
    ApiResource resource = ResourceCatalog.kubernetes()
        .byKind(type.group(), type.version(), type.kind())
        .orElseThrow();
    boolean isNamespace = type.kind().equals("Namespace");
    this.attributes = new AdmissionAttributes(
        operation,
        resource,
        "",
        fields.text("apiVersion"),
        fields.text("kind"),
        isNamespace ? metadata.nameOrEmpty() : metadata.namespaceOrEmpty(),
        metadata.nameOrEmpty(),
        object,
        oldObject,
        MappingValue.empty(),
        false,
        User.of("jane", "developers"));
  }

  /** Returns the call for a new object. */
  public static TestCall create(String object) {
    return new TestCall(Operation.CREATE, Optional.of(tree(object)), Optional.empty());
  }

  /** Returns the call for a change. */
  public static TestCall update(String oldObject, String object) {
    return new TestCall(Operation.UPDATE, Optional.of(tree(object)), Optional.of(tree(oldObject)));
  }

  /** Returns the call for an object that is to go. */
  public static TestCall delete(String oldObject) {
    return new TestCall(Operation.DELETE, Optional.empty(), Optional.of(tree(oldObject)));
  }

  /** Returns the tree of a YAML text. */
  public static MappingValue tree(String text) {
    return (MappingValue)
        Documents.read(Source.of("test.yaml", text), Limits.DEFAULT).roots().get(0);
  }

  /** Adds objects to the cluster. */
  public TestCall amid(String... texts) {
    for (String text : texts) {
      for (Value root :
          Documents.read(Source.of("cluster.yaml", text), Limits.DEFAULT).roots()) {
        objects.add(KubeObject.of((MappingValue) root));
      }
    }
    return this;
  }

  /** Puts the call in a cluster. */
  public TestCall in(Cluster other) {
    cluster = Optional.of(other);
    return this;
  }

  /** Makes the call one about a subresource. */
  public TestCall subresource(String name) {
    return subresource(name, attributes.apiVersion(), attributes.kind());
  }

  /** Makes the call one about a subresource that has objects of a kind of its own. */
  public TestCall subresource(String name, String apiVersion, String kind) {
    return about(attributes.resource(), name, apiVersion, kind);
  }

  /** Makes the call one about a part of an object of another kind. */
  public TestCall partOf(String apiVersion, String kind, String subresource) {
    ObjectRef type = new ObjectRef(apiVersion, kind, "", "");
    return about(
        ResourceCatalog.kubernetes().byKind(type.group(), type.version(), kind).orElseThrow(),
        subresource,
        attributes.apiVersion(),
        attributes.kind());
  }

  private TestCall about(ApiResource resource, String subresource, String apiVersion, String kind) {
    attributes = new AdmissionAttributes(
        attributes.operation(),
        resource,
        subresource,
        apiVersion,
        kind,
        attributes.namespace(),
        attributes.name(),
        attributes.object(),
        attributes.oldObject(),
        attributes.options(),
        attributes.dryRun(),
        attributes.user());
    return this;
  }

  /** Makes the call one of somebody. */
  public TestCall by(User user) {
    return set(attributes.operation(), attributes.dryRun(), user);
  }

  /** Makes the call one after which nothing is stored. */
  public TestCall dryRun() {
    return set(attributes.operation(), true, attributes.user());
  }

  /** Makes the call one of another operation. */
  public TestCall operation(Operation operation) {
    return set(operation, attributes.dryRun(), attributes.user());
  }

  private TestCall set(Operation operation, boolean dryRun, User user) {
    attributes = new AdmissionAttributes(
        operation,
        attributes.resource(),
        attributes.subresource(),
        attributes.apiVersion(),
        attributes.kind(),
        attributes.namespace(),
        attributes.name(),
        attributes.object(),
        attributes.oldObject(),
        attributes.options(),
        dryRun,
        user);
    return this;
  }

  /** Allows what something holds of, as the attributes print. */
  public TestCall allowing(Predicate<String> allowed) {
    authorizer = (any, user, asked) -> allowed.test(asked.toString())
        ? Authorization.allow("")
        : Authorization.noOpinion("no rule");
    return this;
  }

  /** Gives the plug-in what it remembers. */
  public TestCall remembering(Optional<Object> kept) {
    memory = kept;
    return this;
  }

  /** Makes the call one of the second pass, with what the plug-in remembers of the first. */
  public TestCall again(Optional<Object> kept) {
    again = true;
    passMemory = kept;
    return this;
  }

  /** Moves the call to another time. */
  public TestCall at(Instant time) {
    now = time;
    return this;
  }

  /** Returns the call. */
  public AdmissionCall call() {
    return new AdmissionCall(
        attributes,
        cluster.orElseGet(() -> Cluster.of(objects)),
        now,
        authorizer,
        memory,
        passMemory,
        again,
        () -> "x7x7x");
  }

  /** Returns the answer of the mutating pass, if the plug-in is asked at all. */
  public Admission admit(AdmissionPlugin plugin) {
    return plugin.handles(attributes.operation()) ? plugin.admit(call()) : Admission.UNCHANGED;
  }

  /** Returns the answer of the validating pass, if the plug-in is asked at all. */
  public Admission validate(AdmissionPlugin plugin) {
    return plugin.handles(attributes.operation()) ? plugin.validate(call()) : Admission.UNCHANGED;
  }

  /** Returns code and message of a refusal; of an answer that is none, the empty text. */
  public static String refusal(Admission answer) {
    return answer
        .refusal()
        .map(status -> status.code() + " " + status.message())
        .orElse("");
  }

  /** Returns what the refusal of a request says before the reason: for objects of the core group. */
  public static String forbidden(String resource, String name, String why) {
    return "403 " + resource + " \"" + name + "\" is forbidden: " + why;
  }
}
