package io.plimsoll.posture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.Impersonation;
import io.plimsoll.core.request.User;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A recorded {@code request}, without certificates and tokens. */
final class ChainRequest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern REPEATED =
      Pattern.compile("<(base64 of )?(.) repeated ([0-9]+) times>");

  private ChainRequest() {}

  static ApiRequest of(JsonNode request) {
    ApiRequest http =
        ApiRequest.of(request.path("method").asText(), request.path("path").asText());
    http = withQuery(http, request.path("query"));
    for (Map.Entry<String, JsonNode> header : request.path("headers").properties()) {
      Iterable<JsonNode> values =
          header.getValue().isArray() ? header.getValue() : List.of(header.getValue());
      for (JsonNode value : values) {
        http = http.withHeader(header.getKey(), value.asText());
      }
    }
    String type = request.path("contentType").asText("application/json");
    if (request.has("bodyText")) {
      http = http.withBody(type, expanded(request.get("bodyText").asText()));
    } else if (request.has("body")) {
      http = http.withBody(type, expanded(request.get("body").toString()));
    }
    if (request.has("impersonate")) {
      http = impersonating(http, request.get("impersonate"));
    }
    return request.has("user") ? http.as(user(request.get("user"))) : http;
  }

  private static ApiRequest withQuery(ApiRequest start, JsonNode query) {
    ApiRequest http = start;
    if (query.isTextual()) {
      for (String pair : query.asText().split("&", -1)) {
        String[] parts = pair.split("=", 2);
        http = http.withParameter(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
      }
      return http;
    }
    for (Map.Entry<String, JsonNode> parameter : query.properties()) {
      Iterable<JsonNode> values =
          parameter.getValue().isArray() ? parameter.getValue() : List.of(parameter.getValue());
      for (JsonNode value : values) {
        http = http.withParameter(parameter.getKey(), value.asText());
      }
    }
    return http;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** Returns a text with what is repeated written out, in Base64 where it says so. */
  static String expanded(String text) {
    return REPEATED.matcher(text).replaceAll(found -> {
      String repeated = found.group(2).repeat(Integer.parseInt(found.group(3)));
      return Matcher.quoteReplacement(
          found.group(1) == null
              ? repeated
              : Base64.getEncoder().encodeToString(repeated.getBytes(StandardCharsets.UTF_8)));
    });
  }

  /** A user need not be given: groups alone are a mistake that the server answers. */
  private static ApiRequest impersonating(ApiRequest http, JsonNode wanted) {
    Map<String, List<String>> extra = new LinkedHashMap<>();
    wanted
        .path("extra")
        .properties()
        .forEach(entry -> extra.put(entry.getKey(), texts(entry.getValue())));
    Impersonation impersonation = new Impersonation(
        wanted.path("user").asText(""),
        wanted.path("uid").asText(""),
        texts(wanted.path("groups")),
        extra);
    ApiRequest request = http;
    for (ApiRequest.Header header : impersonation.headers()) {
      if (!header.value().isEmpty() || wanted.has("user")) {
        request = request.withHeader(header.name(), header.value());
      }
    }
    return request;
  }

  /** Returns a user as requests and reviews have it. */
  static User user(JsonNode user) {
    Map<String, List<String>> extra = new LinkedHashMap<>();
    user.path("extra")
        .properties()
        .forEach(entry -> extra.put(entry.getKey(), texts(entry.getValue())));
    String name =
        user.has("name") ? user.get("name").asText() : user.path("username").asText();
    return new User(name, user.path("uid").asText(""), texts(user.path("groups")), extra);
  }

  static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  /** Returns a tree as the library has it. */
  static MappingValue tree(JsonNode tree) {
    return (MappingValue) Value.parseJson(Source.of("", tree.toString()));
  }

  /** Returns a tree of the library as JSON. */
  static JsonNode json(Value tree) {
    try {
      return JSON.readTree(tree.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
