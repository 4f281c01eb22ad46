package io.plimsoll.core.validation;

import io.plimsoll.core.manifest.MappingValue;
import java.util.List;

/**
 * What an API server does with the objects of one kind before it stores them: defaults, preparation, validation, warnings.
 * Mirrors {@code rest.RESTCreateStrategy} and {@code rest.RESTUpdateStrategy} of {@code k8s.io/apiserver/pkg/registry/rest},
 * with the defaults that decoding sets.
 *
 * <p>All are pure functions on whole objects in the strategy's {@link #apiVersion}. What they are given was decoded before:
 * unknown fields are gone, and values have the types of the API. Rules that hold for the metadata of all objects are not a
 * strategy's: those who store it see to them.
 */
public interface Strategy {

  /** Returns the version of the API that the objects are in, such as {@code apps/v1}. */
  String apiVersion();

  /** Returns the kind, such as {@code Deployment}. */
  String kind();

  /** Returns the object with what it does not say filled in, as decoding does: {@code SetDefaults_…}. */
  default MappingValue withDefaults(MappingValue object) {
    return object;
  }

  /** Returns the object as it is stored when it is new: without what only others may set, such as its status. */
  default MappingValue prepareForCreate(MappingValue object) {
    return object;
  }

  /** Returns the object as it takes the place of an old one. */
  default MappingValue prepareForUpdate(MappingValue object, MappingValue old) {
    return object;
  }

  /** Returns what is wrong with a new object, in upstream's order; with nothing else wrong, its metadata are looked at next. */
  List<FieldError> validate(MappingValue object);

  /** Returns what is wrong with an object that is to take the place of an old one, in upstream's order. */
  List<FieldError> validateUpdate(MappingValue object, MappingValue old);

  /** Returns what keeps a name from being one of this kind; a prefix is a name that a suffix will be added to. */
  List<String> nameErrors(String name, boolean prefix);

  /** Returns what the server remarks when it creates the object. */
  default List<String> warningsOnCreate(MappingValue object) {
    return List.of();
  }

  /** Returns what the server remarks when the object takes the place of an old one. */
  default List<String> warningsOnUpdate(MappingValue object, MappingValue old) {
    return List.of();
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
