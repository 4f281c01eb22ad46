package io.plimsoll.rbac;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import io.plimsoll.core.validation.Strategy;
import java.util.List;
import java.util.function.Function;

/**
 * What an API server does with roles and bindings before it stores them. Mirrors {@code pkg/registry/rbac/…/strategy.go} and
 * {@code pkg/apis/rbac/v1/defaults.go}.
 */
abstract sealed class RbacStrategy extends KindStrategy {

  /** Names only need fit into a URL, and so do prefixes of names. */
  private static final NameRule NAMES = (name, prefix) -> Names.pathSegmentErrors(name);

  private static final ScalarValue GROUP = ScalarValue.of(RbacApi.GROUP);

  private RbacStrategy(String kind, boolean namespaced) {
    super(RbacApi.VERSION, kind, namespaced, NAMES);
  }

  /** Returns the strategies of the four kinds. */
  static List<Strategy> all() {
    return List.of(
        new OfRoles(RbacApi.ROLE, true, Role::from),
        new OfRoles(RbacApi.CLUSTER_ROLE, false, ClusterRole::from),
        new OfBindings(RbacApi.ROLE_BINDING, true, RoleBinding::from),
        new OfBindings(RbacApi.CLUSTER_ROLE_BINDING, false, ClusterRoleBinding::from));
  }

  @Override
  public final boolean allowsCreateOnUpdate() {
    return true;
  }

  /** Roles, in a namespace or not. */
  private static final class OfRoles extends RbacStrategy {

    private final Function<Fields, ? extends RuleSet> decoder;

    OfRoles(String kind, boolean namespaced, Function<Fields, ? extends RuleSet> decoder) {
      super(kind, namespaced);
      this.decoder = decoder;
    }

    private RuleSet role(MappingValue object) {
      return decoder.apply(Fields.of(object));
    }

    @Override
    public List<FieldError> validate(MappingValue object) {
      Part part = part(object);
      checkMetadata(part);
      part.errors().addAll(RbacRules.errors(role(object), null));
      return part.errors();
    }

    @Override
    public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
      Part part = part(object);
      checkMetadata(part);
      part.errors().addAll(RbacRules.errors(role(object), role(old)));
      checkMetadataUpdate(part, old);
      return part.errors();
    }

    @Override
    public List<FieldError> validateDeclaratively(MappingValue object) {
      return RbacRules.declared(role(object), null);
    }

    @Override
    public List<FieldError> validateUpdateDeclaratively(MappingValue object, MappingValue old) {
      return RbacRules.declared(role(object), role(old));
    }
  }

  /** Bindings, in a namespace or not. */
  private static final class OfBindings extends RbacStrategy {

    private final Function<Fields, ? extends Binding> decoder;

    OfBindings(String kind, boolean namespaced, Function<Fields, ? extends Binding> decoder) {
      super(kind, namespaced);
      this.decoder = decoder;
    }

    private Binding binding(MappingValue object) {
      return decoder.apply(Fields.of(object));
    }

    @Override
    public MappingValue withDefaults(MappingValue object) {
      return Draft.edit(
          object,
          draft -> draft
              .editOrCreate("roleRef", reference -> reference.setDefaultText("apiGroup", GROUP))
              .editEach("subjects", subject -> {
                String kind = subject.text("kind");
                if (kind.equals(Subject.USER) || kind.equals(Subject.GROUP)) {
                  subject.setDefaultText("apiGroup", GROUP);
                }
              }));
    }

    @Override
    public List<FieldError> validate(MappingValue object) {
      Part part = part(object);
      checkMetadata(part);
      part.errors().addAll(RbacRules.errors(binding(object)));
      return part.errors();
    }

    @Override
    public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
      Part part = part(object);
      checkMetadata(part);
      part.errors().addAll(RbacRules.errors(binding(object)));
      checkMetadataUpdate(part, old);
      part.errors().addAll(RbacRules.changes(binding(object), binding(old)));
      return part.errors();
    }

    @Override
    public List<FieldError> validateDeclaratively(MappingValue object) {
      return RbacRules.declared(binding(object), null);
    }

    @Override
    public List<FieldError> validateUpdateDeclaratively(MappingValue object, MappingValue old) {
      return RbacRules.declared(binding(object), binding(old));
    }
  }
}
