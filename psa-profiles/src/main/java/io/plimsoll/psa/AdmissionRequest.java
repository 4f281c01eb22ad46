package io.plimsoll.psa;

import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.ApiObject;

/**
 * A request to change the cluster, as Pod Security admission sees it. Mirrors {@code api.Attributes}.
 *
 * @param operation what it does
 * @param user the name of the user
 * @param group the API group of resource and kind, empty for the core group
 * @param version the version of the API
 * @param resource the resource: {@code pods}
 * @param kind the kind: {@code Pod}
 * @param subresource the subresource, or empty
 * @param namespace the namespace; that of a request for a namespace is the namespace's own name
 * @param name the name of the object; empty if the API server is to make one up
 * @param object the object
 * @param oldObject what the object was before an update
 */
public record AdmissionRequest(
    Operation operation,
    String user,
    String group,
    String version,
    String resource,
    String kind,
    String subresource,
    String namespace,
    String name,
    RequestObject object,
    RequestObject oldObject) {

  /** Returns a builder of a request by nobody, for this resource of the core group, without an object. */
  public static Builder builder(Operation operation, String resource) {
    return new Builder(operation, resource);
  }

  /** Returns {@code pods} or {@code deployments.apps}. */
  String groupResource() {
    return qualified(resource);
  }

  /** Returns {@code Pod} or {@code Deployment.apps}. */
  String groupKind() {
    return qualified(kind);
  }

  private String qualified(String what) {
    return group.isEmpty() ? what : what + "." + group;
  }

  /** Makes an {@link AdmissionRequest}; what is not set is empty. */
  public static final class Builder {
    private final Operation operation;
    private final String resource;
    private String user = "";
    private String group = "";
    private String version = "v1";
    private String kind = "";
    private String subresource = "";
    private String namespace = "";
    private String name = "";
    private RequestObject object = RequestObject.absent();
    private RequestObject oldObject = RequestObject.absent();

    private Builder(Operation operation, String resource) {
      this.operation = operation;
      this.resource = resource;
    }

    /** Sets the name of the user. */
    public Builder user(String user) {
      this.user = user;
      return this;
    }

    /** Sets the API group of resource and kind. */
    public Builder group(String group) {
      this.group = group;
      return this;
    }

    /** Sets the version of the API; {@code v1} if it is not set. */
    public Builder version(String version) {
      this.version = version;
      return this;
    }

    /** Sets the kind. */
    public Builder kind(String kind) {
      this.kind = kind;
      return this;
    }

    /** Sets the subresource. */
    public Builder subresource(String subresource) {
      this.subresource = subresource;
      return this;
    }

    /** Sets the namespace. */
    public Builder namespace(String namespace) {
      this.namespace = namespace;
      return this;
    }

    /** Sets the name of the object. */
    public Builder name(String name) {
      this.name = name;
      return this;
    }

    /** Sets the object. */
    public Builder object(RequestObject object) {
      this.object = object;
      return this;
    }

    /** Sets the object. */
    public Builder object(Value tree) {
      return object(RequestObject.of(tree));
    }

    /** Sets the object. */
    public Builder object(ApiObject object) {
      return object(RequestObject.of(object));
    }

    /** Sets what the object was before. */
    public Builder oldObject(RequestObject oldObject) {
      this.oldObject = oldObject;
      return this;
    }

    /** Sets what the object was before. */
    public Builder oldObject(Value tree) {
      return oldObject(RequestObject.of(tree));
    }

    /** Sets what the object was before. */
    public Builder oldObject(ApiObject object) {
      return oldObject(RequestObject.of(object));
    }

    /** Returns the request. */
    public AdmissionRequest build() {
      return new AdmissionRequest(
          operation,
          user,
          group,
          version,
          resource,
          kind,
          subresource,
          namespace,
          name,
          object,
          oldObject);
    }
  }
}
