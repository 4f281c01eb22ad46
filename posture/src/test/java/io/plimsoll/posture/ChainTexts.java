package io.plimsoll.posture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the recordings leave out or call by another name, and what need not be compared: the patterns are all here. */
final class ChainTexts {

  private static final ObjectMapper SORTED = JsonMapper.builder()
      .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
      .build();

  private static final List<String> UNCOMPARED_METADATA =
      List.of("uid", "resourceVersion", "creationTimestamp", "managedFields", "selfLink");

  private static final List<String> USUAL_IN_REVIEWS =
      List.of("uid", "options", "requestSubResource");

  /** What Go prints of a value or an object, what Go's JSON decoder says, and the difference of two objects. */
  private static final Pattern GO =
      Pattern.compile("&[a-zA-Z0-9.]+\\{|map\\[|json: |json parse error: |@@ |\\u00a0|\"\\{\\\\");

  private static final Pattern LIST = Pattern.compile("\\[([^\\[\\]]*)]");
  private static final Pattern TIME =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:]{8}(\\.[0-9]+)?(Z| \\+0000 UTC)");

  private static final String ALLOWED_BY = "RBAC: allowed by ";

  private ChainTexts() {}

  /** Returns whether a message is about an expression in CEL. */
  static boolean isAboutExpressions(String message) {
    return message.contains("compilation failed")
        || message.contains("must evaluate to")
        || message.contains("claims.email_verified must be used in");
  }

  static String comparable(String text) {
    String normal = text.replaceAll("SN=[0-9]+", "SN=<n>")
        .replaceAll("X509SHA256=[0-9a-f]{64}", "X509SHA256=<sha256 of the certificate>")
        .replaceAll("JTI=[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "JTI=<jti>")
        .replaceAll("kube-api-access-[a-z0-9]{5}", "kube-api-access-XXXXX")
        .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "<uid>");
    normal = TIME.matcher(normal).replaceAll("TIME");
    normal = normal.replaceAll("in scheme \"[^\"]*\"", "in scheme");
    Matcher go = GO.matcher(normal);
    return go.find() ? normal.substring(0, go.start()).stripTrailing() : normal;
  }

  static List<String> comparable(List<String> texts) {
    return texts.stream().map(ChainTexts::comparable).toList();
  }

  /** Returns whether a message is one of several, where the parts of a list in brackets may come in any order. */
  static boolean sameAsOne(List<String> expected, String actual) {
    String got = comparable(actual);
    return expected.stream()
        .map(ChainTexts::comparable)
        .anyMatch(wanted -> wanted.equals(got) || unordered(wanted).equals(unordered(got)));
  }

  private static String unordered(String text) {
    return LIST.matcher(text).replaceAll(found -> {
      List<String> parts = new ArrayList<>(List.of(found.group(1).split(", ", -1)));
      parts.sort(null);
      return Matcher.quoteReplacement("[" + String.join(", ", parts) + "]");
    });
  }

  /** Returns a status without its message, which is compared by itself; causes come in any order. */
  static String status(JsonNode status) {
    if (!(status instanceof ObjectNode)) {
      return "no status";
    }
    ObjectNode copy = status.deepCopy();
    copy.remove(List.of("metadata", "message"));
    if (copy.path("details") instanceof ObjectNode details) {
      details.remove("uid");
      if (details.path("causes") instanceof ArrayNode causes) {
        List<String> all = new ArrayList<>();
        causes.forEach(cause ->
            all.add(cause.path("reason").asText() + " " + cause.path("field").asText() + " "
                + comparable(unordered(cause.path("message").asText()))));
        all.sort(null);
        details.put("causes", all.toString());
      }
    }
    return "status " + sorted(copy);
  }

  static String object(JsonNode object) {
    JsonNode copy = object.deepCopy();
    normalize(copy);
    if (copy.path("kind").asText().equals("Service")
        && copy.path("spec") instanceof ObjectNode spec) {
      hideAddress(spec);
    }
    if (object.path("kind").asText().equals("SelfSubjectRulesReview")) {
      sortItems(copy.path("status").path("resourceRules"));
      sortItems(copy.path("status").path("nonResourceRules"));
    }
    return sorted(copy);
  }

  private static void hideAddress(ObjectNode spec) {
    if (spec.path("clusterIP").asText().matches("[0-9.]+")) {
      spec.put("clusterIP", "CLUSTER-IP");
      spec.putArray("clusterIPs").add("CLUSTER-IP");
    }
  }

  /** Rules of a review come in any order. */
  private static void sortItems(JsonNode list) {
    if (list instanceof ArrayNode array) {
      List<JsonNode> items = new ArrayList<>();
      array.forEach(items::add);
      items.sort(Comparator.comparing(ChainTexts::sorted));
      array.removeAll().addAll(items);
    }
  }

  private static void normalize(JsonNode node) {
    if (node instanceof ObjectNode object) {
      if (object.path("metadata") instanceof ObjectNode metadata) {
        metadata.remove(UNCOMPARED_METADATA);
      }
      if (object.path("token").isTextual() && object.has("expirationTimestamp")) {
        object.put("token", "<token>");
      }
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        if (field.getValue() instanceof TextNode text) {
          field.setValue(TextNode.valueOf(timeless(text.asText())));
        } else {
          normalize(field.getValue());
        }
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.get(i) instanceof TextNode text) {
          array.set(i, TextNode.valueOf(timeless(text.asText())));
        } else {
          normalize(array.get(i));
        }
      }
    }
  }

  private static String timeless(String text) {
    return TIME.matcher(text).matches()
        ? "TIME"
        : text.replaceAll("X509SHA256=[0-9a-f]{64}", "X509SHA256=<sha256 of the certificate>")
            .replaceAll("JTI=[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "JTI=<jti>")
            .replaceAll("kube-api-access-[a-z0-9]{5}", "kube-api-access-XXXXX")
            .replaceAll("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", "<uid>");
  }

  /** Describes a review that a webhook got as the recordings do: without what every review has. */
  static void describe(JsonNode review, ObjectNode call) {
    for (Map.Entry<String, JsonNode> field : review.properties()) {
      boolean usual = USUAL_IN_REVIEWS.contains(field.getKey())
          || field.getValue().isNull()
          || (field.getKey().equals("requestKind") && field.getValue().equals(review.get("kind")))
          || (field.getKey().equals("requestResource")
              && field.getValue().equals(review.get("resource")))
          || (field.getKey().equals("dryRun") && !field.getValue().asBoolean());
      if (!usual) {
        JsonNode value = field.getValue().deepCopy();
        normalize(value);
        call.set(field.getKey(), value);
      }
    }
  }

  /** Returns what a token says, with how long it is good in the place of its times. */
  static String claims(String json) {
    try {
      ObjectNode claims = (ObjectNode) SORTED.readTree(json);
      claims.put(
          "lifetimeSeconds", claims.path("exp").asLong() - claims.path("iat").asLong());
      claims.put("jti", "<jti>");
      claims.remove(List.of("exp", "iat", "nbf"));
      return sorted(claims);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String annotations(JsonNode annotations) {
    Map<String, String> all = new TreeMap<>();
    annotations.properties().forEach(one -> all.put(one.getKey(), one.getValue().asText()));
    return annotations(all);
  }

  static String annotations(Map<String, String> annotations) {
    Map<String, String> all = new TreeMap<>();
    annotations.forEach((key, value) -> all.put(key, anyBinding(comparable(value))));
    return all.toString();
  }

  /** Which of several bindings that allow a request is named is not specified. */
  private static String anyBinding(String reason) {
    return reason.startsWith(ALLOWED_BY) ? ALLOWED_BY : reason;
  }

  static String sorted(JsonNode node) {
    try {
      return SORTED.writeValueAsString(SORTED.treeToValue(node, Object.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
