package io.plimsoll.rbac;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.model.ApiObject;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.model.ObjectMeta;
import io.plimsoll.core.validation.DeclaredErrors;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The API server's validation of roles and bindings: what it says of objects that it refuses, in its order, with the fields.
 *
 * <p>Objects are validated as they are stored: bindings {@linkplain Binding#withDefaults with defaults}. Of the metadata, only
 * names are looked at, for which these kinds have a rule of their own; the namespace is that of the request. The code of a
 * problem is that of its {@linkplain FieldError.Type type}, such as {@code field-required}. Mirrors {@code
 * pkg/apis/rbac/validation/validation.go} and, for fields that are required, {@code
 * pkg/apis/rbac/v1/zz_generated.validations.go}.
 */
public final class RbacValidation {

  private static final FieldPath METADATA = FieldPath.of("metadata");

  private RbacValidation() {}

  /** Returns what is wrong with a role that is to be created. */
  public static List<Problem> validate(RuleSet role) {
    return validate(null, role);
  }

  /** Returns what is wrong with a role that is to take the place of another. */
  public static List<Problem> validateUpdate(RuleSet old, RuleSet role) {
    return validate(old, role);
  }

  private static List<Problem> validate(@Nullable RuleSet old, RuleSet role) {
    List<FieldError> errors = nameErrors(role.metadata());
    errors.addAll(RbacRules.errors(role, old));
    return problems(role, DeclaredErrors.join(errors, RbacRules.declared(role, old)));
  }

  /** Returns what is wrong with a binding that is to be created. */
  public static List<Problem> validate(Binding binding) {
    List<FieldError> errors = nameErrors(binding.metadata());
    errors.addAll(RbacRules.errors(binding));
    return problems(binding, DeclaredErrors.join(errors, RbacRules.declared(binding, null)));
  }

  /** Returns what is wrong with a binding that is to take the place of another: the role it grants cannot change. */
  public static List<Problem> validateUpdate(Binding old, Binding binding) {
    List<FieldError> errors = nameErrors(binding.metadata());
    errors.addAll(RbacRules.errors(binding));
    errors.addAll(RbacRules.changes(binding, old));
    return problems(binding, DeclaredErrors.join(errors, RbacRules.declared(binding, old)));
  }

  private static List<FieldError> nameErrors(ObjectMeta metadata) {
    List<FieldError> errors = new ArrayList<>();
    add(errors, "generateName", metadata.generateNameOrEmpty());
    if (metadata.nameOrEmpty().isEmpty() && metadata.generateNameOrEmpty().isEmpty()) {
      errors.add(FieldError.required(METADATA.field("name"), "name or generateName is required"));
    }
    add(errors, "name", metadata.nameOrEmpty());
    return errors;
  }

  private static void add(List<FieldError> errors, String field, String name) {
    Names.pathSegmentErrors(name)
        .forEach(detail -> errors.add(FieldError.invalid(METADATA.field(field), name, detail)));
  }

  private static List<Problem> problems(ApiObject object, List<FieldError> errors) {
    return errors.stream().map(error -> error.problem(object.ref())).toList();
  }
}
