package io.plimsoll.core.registry;

import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is wrong with one object, in the order in which it is found; what upstream's declarative rules say comes last.
 *
 * <p>Mirrors {@code ValidateDeclarativelyWithMigrationChecks} of {@code k8s.io/apiserver/pkg/registry/rest}: an error of such a
 * rule takes the place of the handwritten one, at the end and in the order of the fields in the API.
 */
public final class Errors {

  private final List<FieldError> found = new ArrayList<>();
  private final List<FieldError> declared = new ArrayList<>();

  /** Adds what a handwritten rule found. */
  public void add(FieldError error) {
    found.add(error);
  }

  /** Adds what handwritten rules found. */
  public void addAll(List<FieldError> errors) {
    found.addAll(errors);
  }

  /** Adds what a declarative rule found. */
  public void declare(FieldError error) {
    declared.add(error);
  }

  /** Puts what declarative rules found into an order. */
  public void orderDeclared(Comparator<FieldError> order) {
    declared.sort(order);
  }

  /** Returns whether nothing was found. */
  public boolean isEmpty() {
    return found.isEmpty() && declared.isEmpty();
  }

  /** Returns all of it. */
  public List<FieldError> all() {
    List<FieldError> all = new ArrayList<>(found);
    all.addAll(declared);
    return List.copyOf(all);
  }
}
