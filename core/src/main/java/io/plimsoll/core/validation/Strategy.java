package io.plimsoll.core.validation;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ObjectRef;
import java.util.List;
import java.util.Optional;

/**
 * What an API server does with the objects of one kind before it stores them: defaults, preparation, validation, warnings.
 * Mirrors {@code rest.RESTCreateStrategy} and {@code rest.RESTUpdateStrategy} of {@code k8s.io/apiserver/pkg/registry/rest},
 * with the defaults that decoding sets.
 *
 * <p>All are pure functions on whole objects in the strategy's {@link #apiVersion}. What they are given was decoded before:
 * unknown fields are gone, and values have the types of the API. {@link Writes} calls them in upstream's order and adds the
 * rules that hold for the metadata of all objects.
 */
public interface Strategy {

  /** Returns the version of the API that the objects are in, such as {@code apps/v1}. */
  String apiVersion();

  /** Returns the kind, such as {@code Deployment}. */
  String kind();

  /** Returns the group of the API, empty for the core group. */
  default String group() {
    return ObjectRef.groupOf(apiVersion());
  }

  /** Returns whether the objects are in namespaces. */
  default boolean namespaced() {
    return true;
  }

  /** Returns the object with what it does not say filled in, as decoding does: {@code SetDefaults_…}. */
  default MappingValue withDefaults(MappingValue object) {
    return object;
  }

  /**
   * Returns the object as it is stored when it is new: without what only others may set, such as its status. Its name, UID and
   * creation timestamp are set already; the latter is the time to take where a time is needed.
   */
  default MappingValue prepareForCreate(MappingValue object) {
    return object;
  }

  /** Returns what {@link #prepareForCreate} remarks of an object, which the client hears even if the object is refused. */
  default List<String> warningsOfPreparation(MappingValue object) {
    return List.of();
  }

  /** Returns the object as it takes the place of an old one. */
  default MappingValue prepareForUpdate(MappingValue object, MappingValue old) {
    return object;
  }

  /** Returns what is wrong with a new object, in upstream's order; with nothing else wrong, its metadata are looked at next. */
  List<FieldError> validate(MappingValue object);

  /** Returns what is wrong with an object that is to take the place of an old one, in upstream's order. */
  List<FieldError> validateUpdate(MappingValue object, MappingValue old);

  /**
   * Returns what the rules that are declared with the API and enforced find in a new object: {@code ValidateDeclaratively}.
   * They come last, and other errors that are covered by one of them are dropped.
   */
  default List<FieldError> validateDeclaratively(MappingValue object) {
    return List.of();
  }

  /** Returns what the declared rules find in an object that is to take the place of an old one. */
  default List<FieldError> validateUpdateDeclaratively(MappingValue object, MappingValue old) {
    return List.of();
  }

  /** Returns what the server remarks when it creates the object. */
  default List<String> warningsOnCreate(MappingValue object) {
    return List.of();
  }

  /** Returns what the server remarks when the object takes the place of an old one. */
  default List<String> warningsOnUpdate(MappingValue object, MappingValue old) {
    return List.of();
  }

  /** Returns an object that was found valid in the form in which it is stored: {@code Canonicalize}. */
  default MappingValue canonicalize(MappingValue object) {
    return object;
  }

  /** Returns how a subresource of the objects is updated, such as {@code resize}; empty if that is not known. */
  default Optional<Strategy> subresource(String name) {
    return Optional.empty();
  }

  /** Returns the rules for what a status says that takes the place of an old one; empty if they are not known. */
  default Optional<StatusValidation> statusValidation() {
    return Optional.empty();
  }

  /** Returns what a server validates of the objects and the strategy does not, in a few words; empty if there is nothing. */
  default Optional<String> unvalidated() {
    return Optional.empty();
  }

  /** Returns whether a {@code PUT} of an object that is not there creates it. */
  default boolean allowsCreateOnUpdate() {
    return false;
  }

  /** Returns whether an object may be updated without saying which version it was made from. */
  default boolean allowsUnconditionalUpdate() {
    return true;
  }
}
