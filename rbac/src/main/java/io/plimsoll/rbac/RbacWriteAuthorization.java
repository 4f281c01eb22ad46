package io.plimsoll.rbac;

import io.plimsoll.core.authz.Authorization;
import io.plimsoll.core.authz.AuthorizationFilter;
import io.plimsoll.core.authz.WriteAuthorization;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Kind;
import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.core.request.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Nobody may grant by roles and bindings what they do not hold: the rule of an API server for writes of these four kinds. Mirrors
 * {@code policybased/storage.go} of {@code pkg/registry/rbac/role} and its three neighbours.
 *
 * <p>The verbs {@code escalate} and {@code bind}, which lift the rule, are asked of whoever authorizes requests.
 */
public final class RbacWriteAuthorization implements WriteAuthorization {

  private final Kind<? extends ApiObject> kind;
  private final String resource;

  private RbacWriteAuthorization(Kind<? extends ApiObject> kind, String resource) {
    this.kind = kind;
    this.resource = resource;
  }

  /** Returns the rule for each of the kinds that grant something. */
  public static List<WriteAuthorization> all() {
    return List.of(
        new RbacWriteAuthorization(Role.KIND, "roles"),
        new RbacWriteAuthorization(ClusterRole.KIND, "clusterroles"),
        new RbacWriteAuthorization(RoleBinding.KIND, "rolebindings"),
        new RbacWriteAuthorization(ClusterRoleBinding.KIND, "clusterrolebindings"));
  }

  @Override
  public String apiVersion() {
    return kind.apiVersion();
  }

  @Override
  public String kind() {
    return kind.kind();
  }

  @Override
  public Optional<Status> refusal(Write write) {
    Supplier<Rbac> rbac = () -> write.cluster().index(RbacAuthorizer.INDEX);
    List<Authorization> unsupported = new ArrayList<>();
    EscalationGuard guard = new EscalationGuard(rbac, write.user(), attributes -> {
      Authorization answer =
          write.authorizer().authorize(write.cluster(), write.user(), attributes);
      if (answer.isUnsupported()) {
        unsupported.add(answer);
      }
      return answer.isAllowed();
    });
    ApiObject object = read(write.object(), write);
    MappingValue before = write.old();
    @Nullable ApiObject old = before == null ? null : read(before, write);
    WriteCheck check = check(guard, object, old, write.attributes().name());
    if (!unsupported.isEmpty()) {
      return Optional.of(AuthorizationFilter.unsupported(unsupported.get(0)));
    }
    return check.isAllowed() ? Optional.empty() : Optional.of(status(check, object));
  }

  /** The namespace of the request counts; the object may not have it yet. */
  private ApiObject read(MappingValue tree, Write write) {
    ApiObject object = kind.decoder().apply(Fields.of(tree));
    String namespace = write.attributes().namespace();
    if (namespace.isEmpty()) {
      return object;
    }
    ObjectMeta metadata = object.metadata().toBuilder().namespace(namespace).build();
    return object instanceof RuleSet role
        ? role.withMetadata(metadata)
        : ((Binding) object).withMetadata(metadata);
  }

  private static WriteCheck check(
      EscalationGuard guard, ApiObject object, @Nullable ApiObject old, String requested) {
    return object instanceof RuleSet role
        ? guard.check(role, (RuleSet) old, requested)
        : guard.check((Binding) object, (Binding) old);
  }

  private Status status(WriteCheck check, ApiObject object) {
    if (check.basis() == WriteCheck.Basis.NO_ROLE) {
      return noRole(check, (Binding) object);
    }
    return new Status(
        403,
        "Forbidden",
        check.message(),
        Optional.of(Status.Details.of(RbacApi.GROUP, resource, object.metadata().nameOrEmpty())));
  }

  private Status noRole(WriteCheck check, Binding binding) {
    RoleRef reference = binding.roleRef();
    return switch (reference.kind()) {
      case RbacApi.CLUSTER_ROLE -> Status.notFound(RbacApi.GROUP, resource, reference.name());
      case RbacApi.ROLE ->
        binding.scope().isEmpty()
            ? Status.badRequest("Namespace parameter required.")
            : Status.notFound(RbacApi.GROUP, resource, reference.name());
      default -> Status.plain(500, "", check.message());
    };
  }
}
