package io.plimsoll.core.apiserver;

import io.plimsoll.core.manifest.Body;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;

/**
 * What a client's {@code continue} parameter holds, read as Go's {@code encoding/json} reads it: names in any case, the last of several.
 * Mirrors {@code continueToken} of {@code k8s.io/apiserver/pkg/storage/continue.go}.
 *
 * @param version the version of the token, or empty
 * @param revision the revision the list began at, or 0
 * @param start the key to go on with, or empty
 * @param error what is wrong with the text; empty if nothing is
 */
record ContinueToken(String version, long revision, String start, String error) {

  private static final ContinueToken EMPTY = new ContinueToken("", 0, "", "");

  static ContinueToken read(String json) {
    Body body = Body.readJson(Source.of("continue", json));
    if (body.root().isEmpty()) {
      return EMPTY.withError(body.error());
    }
    Value root = body.root().get();
    if (!(root instanceof MappingValue members)) {
      return EMPTY.withError("json: cannot unmarshal " + root.typeName()
          + " into Go value of type storage.continueToken");
    }
    ContinueToken token = EMPTY;
    for (int i = 0; i < members.size() && token.error.isEmpty(); i++) {
      if (!members.value(i).isNull()) {
        token = token.with(members.key(i), members.value(i));
      }
    }
    return token;
  }

  private ContinueToken with(String name, Value value) {
    if (GoText.equalFold(name, "v")) {
      return isText(value)
          ? new ContinueToken(((ScalarValue) value).text(), revision, start, "")
          : mismatch("v", value, "string");
    }
    if (GoText.equalFold(name, "start")) {
      return isText(value)
          ? new ContinueToken(version, revision, ((ScalarValue) value).text(), "")
          : mismatch("start", value, "string");
    }
    if (GoText.equalFold(name, "rv")) {
      Long number = Fields.of(MappingValue.empty().with("rv", value)).int64("rv");
      return number == null
          ? mismatch("rv", value, "int64")
          : new ContinueToken(version, number, start, "");
    }
    return this;
  }

  private static boolean isText(Value value) {
    return value instanceof ScalarValue scalar && scalar.isString();
  }

  private ContinueToken mismatch(String field, Value value, String type) {
    boolean number = value instanceof ScalarValue scalar && scalar.isNumber();
    String found = number && type.equals("int64")
        ? "number " + ((ScalarValue) value).text()
        : value.typeName();
    return withError("json: cannot unmarshal " + found + " into Go struct field continueToken."
        + field + " of type " + type);
  }

  private ContinueToken withError(String why) {
    return new ContinueToken(version, revision, start, why);
  }
}
