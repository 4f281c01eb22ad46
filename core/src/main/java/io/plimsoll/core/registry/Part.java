package io.plimsoll.core.registry;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.LabelSelector;
import io.plimsoll.core.model.Quantity;
import io.plimsoll.core.schema.Field;
import io.plimsoll.core.schema.FieldType;
import io.plimsoll.core.schema.InternalForm;
import io.plimsoll.core.schema.ObjectType;
import io.plimsoll.core.schema.WireForm;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An object within an object, read by the names of its fields, with its place and the errors of the whole.
 *
 * <p>A field that is absent reads as its zero value, as in Go. The tree was decoded before: values have the types of the API.
 */
public final class Part {

  // Of the class of those that have parts, so that loops meet one class.
  private static final List<Part> NONE = Arrays.asList();

  private final MappingValue tree;

  /** What the part is in; {@code null} for what says itself of which type it is and where it stands. */
  private final @Nullable Part parent;

  /** The field of the parent that the part is in. */
  private final String ownField;

  /** Which item of the field the part is, or -1 if it is all of it. */
  private final int index;

  /** What the part stands in the place of; {@code null} if it stands in its own. */
  private final @Nullable Part stand;

  /** Of what has no parent; the others find it out when something is wrong, as most parts are fine. */
  private final @Nullable Root root;

  /** What no parent tells, and the errors of the whole. */
  private record Root(
      ObjectType type, FieldPath path, List<FieldError> errors, Capabilities capabilities) {}

  private Part(MappingValue tree, Part parent, String field, int index, @Nullable Part stand) {
    this.tree = tree;
    this.parent = parent;
    this.ownField = field;
    this.index = index;
    this.stand = stand;
    this.root = null;
  }

  private Part(MappingValue tree, Root root) {
    this.tree = tree;
    this.parent = null;
    this.ownField = "";
    this.index = -1;
    this.stand = null;
    this.root = root;
  }

  /** Returns a whole object, of which no error is known yet. */
  public static Part of(MappingValue object, ObjectType type) {
    return of(object, type, Capabilities.ALL);
  }

  /** Returns a whole object in a cluster that allows so much, of which no error is known yet. */
  public static Part of(MappingValue object, ObjectType type, Capabilities capabilities) {
    return new Part(object, new Root(type, FieldPath.ROOT, new ArrayList<>(), capabilities));
  }

  /** Returns the part as if it stood elsewhere; its errors go to the same whole. */
  public Part under(FieldPath place) {
    return new Part(tree, new Root(type(), place, errors(), capabilities()));
  }

  /** Returns the part as if it stood where another does; its errors go to the same whole. */
  public Part under(Part place) {
    return parent == null ? under(place.path()) : new Part(tree, parent, ownField, index, place);
  }

  /** Returns another object of the part's type in its place; its errors go to the same whole. */
  public Part replacedBy(MappingValue object) {
    return new Part(object, new Root(type(), path(), errors(), capabilities()));
  }

  /** Returns where the part stands. */
  public FieldPath path() {
    if (root != null) {
      return root.path();
    }
    if (stand != null) {
      return stand.path();
    }
    FieldPath place = Objects.requireNonNull(parent).at(ownField);
    return index < 0 ? place : place.index(index);
  }

  private ObjectType type() {
    if (root != null) {
      return root.type();
    }
    FieldType declared = Objects.requireNonNull(parent).typeOf(ownField);
    return objectType(declared instanceof FieldType.ListOf list ? list.items() : declared);
  }

  /** Returns where a field of the part stands. */
  public FieldPath at(String field) {
    return path().field(field);
  }

  /** Returns the part's tree. */
  public MappingValue tree() {
    return tree;
  }

  /** Returns the errors of the whole object so far, in the order in which they were found; a rule may add its own. */
  public List<FieldError> errors() {
    return root == null ? Objects.requireNonNull(parent).errors() : root.errors();
  }

  /** Returns what the cluster allows. */
  public Capabilities capabilities() {
    return root == null ? Objects.requireNonNull(parent).capabilities() : root.capabilities();
  }

  /** Returns whether a field is there, be it empty. */
  public boolean has(String field) {
    return value(field) != null;
  }

  /** Returns a field's value, or {@code null} if it is not there. */
  public @Nullable Value value(String field) {
    Value value = tree.get(field);
    return value == null || value.isNull() ? null : value;
  }

  /** Returns a string, empty if it is not there. */
  public String text(String field) {
    return tree.get(field) instanceof ScalarValue scalar && scalar.isString() ? scalar.text() : "";
  }

  /** Returns a whole number, 0 if it is not there. */
  public long number(String field) {
    return fields().int64(field, 0);
  }

  /** Returns whether a field is there and true. */
  public boolean flag(String field) {
    return tree.get(field) instanceof ScalarValue scalar
        && scalar.isBoolean()
        && scalar.text().equals("true");
  }

  /** Returns the strings of a list. */
  public List<String> strings(String field) {
    return fields().strings(field);
  }

  /** Returns a map of strings. */
  public Map<String, String> stringMap(String field) {
    return fields().stringMap(field);
  }

  /** Returns a map of quantities. */
  public Map<String, Quantity> quantities(String field) {
    return fields().quantityMap(field);
  }

  /** Returns a quantity, 0 if it is not there. */
  public Quantity quantity(String field) {
    Optional<Quantity> quantity = tree.get(field) instanceof ScalarValue scalar
        ? Quantity.tryParse(scalar)
        : Optional.empty();
    return quantity.orElse(Quantity.ZERO);
  }

  /** Returns a selector; the empty one if it is not there. */
  public LabelSelector selector(String field) {
    return fields().object(field, LabelSelector::from, LabelSelector.EVERYTHING);
  }

  /** Returns an object; one without any field if it is not there. */
  public Part object(String field) {
    assert isDeclared(field) : notDeclared(field);
    return new Part(mapping(field), this, field, -1, null);
  }

  /** Returns an object, or {@code null} if it is not there. */
  public @Nullable Part find(String field) {
    Value value = value(field);
    assert value == null || isDeclared(field) : notDeclared(field);
    return value == null ? null : new Part(mapping(value), this, field, -1, null);
  }

  /** Returns the tree of an object; an empty one if it is not there. */
  public MappingValue mapping(String field) {
    return mapping(tree.get(field));
  }

  private static MappingValue mapping(@Nullable Value value) {
    return value instanceof MappingValue object ? object : MappingValue.empty();
  }

  /** Returns the objects of a list. */
  public List<Part> list(String field) {
    assert isDeclared(field) : notDeclared(field);
    if (!(tree.get(field) instanceof SequenceValue items) || items.size() == 0) {
      return NONE;
    }
    Part[] parts = new Part[items.size()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = new Part(mapping(items.get(i)), this, field, i, null);
    }
    return Arrays.asList(parts);
  }

  private Fields fields() {
    return Fields.of(tree);
  }

  private boolean isDeclared(String name) {
    return type().field(name).isPresent();
  }

  private String notDeclared(String name) {
    return "not a field of " + type() + ": \"" + name + "\"";
  }

  private FieldType typeOf(String name) {
    return type()
        .field(name)
        .map(Field::type)
        .orElseThrow(() -> new IllegalArgumentException(notDeclared(name)));
  }

  private static ObjectType objectType(FieldType type) {
    if (type instanceof ObjectType object) {
      return object;
    }
    throw new IllegalArgumentException("not the type of an object: \"" + type + "\"");
  }

  /** Returns the part as upstream prints it. */
  public String json() {
    return InternalForm.json(tree, type());
  }

  /** Returns some fields of the part as upstream prints what is a struct of its own within another. */
  public String json(List<String> names) {
    return InternalForm.embedded(tree, type(), names);
  }

  /** Returns a field as upstream prints what is no plain string or number. */
  public String json(String field) {
    return InternalForm.field(tree, type(), field);
  }

  /** Returns whether a field is the same in an old part: {@code apiequality.Semantic.DeepEqual}. */
  public boolean isSame(String field, MappingValue old) {
    return WireForm.isSame(value(field), Fields.of(old).value(field), typeOf(field));
  }

  /** Adds an error. */
  public void error(FieldError error) {
    errors().add(error);
  }

  /** Adds that a field must be there. */
  public void required(String field, String detail) {
    errors().add(FieldError.required(at(field), detail));
  }

  /** Adds that a field must not be there, or not be like this. */
  public void forbidden(String field, String detail) {
    errors().add(FieldError.forbidden(at(field), detail));
  }

  /** Adds that a plain string is malformed, once for each detail. */
  public void invalid(String field, List<String> details) {
    for (int i = 0; i < details.size(); i++) {
      errors().add(FieldError.invalid(at(field), text(field), details.get(i)));
    }
  }

  /** Adds that what is no plain string is malformed: a number, an object, a string of a type of its own. */
  public void invalid(String field, String detail) {
    errors().add(FieldError.invalidPrinted(at(field), json(field), detail));
  }

  /** Adds that a string of a type of its own is none of those that are known. */
  public void notSupported(String field, List<String> supported) {
    errors().add(FieldError.notSupportedPrinted(at(field), json(field), supported));
  }

  /** Adds that a value is there already. */
  public void duplicate(String field) {
    errors().add(new FieldError(FieldError.Type.DUPLICATE, at(field), json(field), ""));
  }

  /** Adds an error if a field is not what it was: {@code ValidateImmutableField}. */
  public void immutable(String field, MappingValue old) {
    if (!isSame(field, old)) {
      invalid(field, Messages.IMMUTABLE);
    }
  }

  /** Adds an error if a number is below zero. */
  public void nonNegative(String field) {
    long number = number(field);
    if (number < 0) {
      errors().add(FieldError.invalid(at(field), number, Messages.NEGATIVE));
    }
  }
}
