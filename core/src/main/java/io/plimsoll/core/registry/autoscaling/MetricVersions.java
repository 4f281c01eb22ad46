package io.plimsoll.core.registry.autoscaling;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Quantity;
import io.plimsoll.core.schema.ObjectType;
import io.plimsoll.core.schema.WireForm;
import io.plimsoll.core.validation.Draft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Metrics in their two versions: those that an autoscaler follows, or what it last saw of them. Mirrors {@code
 * Convert_v1_ObjectMetricSource_To_autoscaling_ObjectMetricSource} and its likes of {@code pkg/apis/autoscaling/v1/conversion.go}.
 *
 * @param amounts the field of the second version that has the amounts; those of the first version begin with its name
 * @param first the type of the first version
 */
record MetricVersions(String amounts, ObjectType first) {

  /** Metrics to follow. */
  static final MetricVersions SPECS = new MetricVersions("target", FirstVersion.METRIC_SPEC);

  /** Metrics as they were seen. */
  static final MetricVersions STATUSES = new MetricVersions("current", FirstVersion.METRIC_STATUS);

  private static final String OBJECT = "object";
  private static final String EXTERNAL = "external";
  private static final List<String> SOURCES =
      List.of(OBJECT, "pods", "resource", "containerResource", EXTERNAL);
  private static final String VALUE = "value";
  private static final String AVERAGE_VALUE = "averageValue";
  private static final String UTILIZATION = "averageUtilization";
  private static final List<String> AMOUNTS = List.of(VALUE, AVERAGE_VALUE, UTILIZATION);

  /** Returns a metric of the first version in the second. */
  MappingValue inSecond(MappingValue metric) {
    MappingValue complete = WireForm.encode(WireForm.decode(metric, first), first);
    return Draft.edit(complete, draft -> {
      for (String source : SOURCES) {
        if (draft.has(source)) {
          draft.set(source, inSecond(source, Fields.of(draft.get(source))));
        }
      }
    });
  }

  private MappingValue inSecond(String source, Fields old) {
    Draft made = Draft.of(MappingValue.empty());
    if (ofResource(source)) {
      put(made, "name", old.value("name"));
      put(made, "container", old.value("container"));
    } else {
      Draft metric = Draft.of(MappingValue.empty());
      put(metric, "name", old.value("metricName"));
      put(metric, "selector", old.value(selector(source)));
      made.set("metric", metric.build());
    }
    if (source.equals(OBJECT)) {
      put(made, "describedObject", old.value("target"));
    }
    Draft found = Draft.of(MappingValue.empty());
    for (String amount : AMOUNTS) {
      put(found, amount, old.value(inFirst(source, amount)));
    }
    MappingValue said = found.build();
    return made.set(amounts, equals(SPECS) ? withType(source, said) : said).build();
  }

  /** The first version does not say what type of amount is meant. */
  private static MappingValue withType(String source, MappingValue target) {
    boolean ofAverage = source.equals(OBJECT) && target.get(AVERAGE_VALUE) != null;
    String type = target.get(VALUE) == null || ofAverage ? "AverageValue" : "Value";
    MappingValue typed = MappingValue.empty()
        .with("type", ScalarValue.of(target.get(UTILIZATION) == null ? type : "Utilization"))
        .withAll(target);
    return ofAverage && isZero(target.get(VALUE)) ? typed.without(VALUE) : typed;
  }

  private static boolean isZero(@Nullable Value amount) {
    return amount instanceof ScalarValue scalar
        && Quantity.tryParse(scalar).filter(quantity -> quantity.sign() == 0).isPresent();
  }

  /** Returns a metric of the second version in the first, which has no room for every combination of amounts. */
  MappingValue inFirst(MappingValue metric) {
    return Draft.edit(metric, draft -> {
      for (String source : SOURCES) {
        if (draft.has(source)) {
          draft.set(source, inFirst(source, Fields.of(draft.get(source))));
        }
      }
    });
  }

  private MappingValue inFirst(String source, Fields old) {
    Draft made = Draft.of(MappingValue.empty());
    Fields metric = Fields.of(old.value("metric"));
    put(made, "name", old.value("name"));
    put(made, "container", old.value("container"));
    put(made, "metricName", metric.value("name"));
    put(made, selector(source), metric.value("selector"));
    put(made, "target", old.value("describedObject"));
    Fields found = Fields.of(old.value(amounts));
    for (String amount : AMOUNTS) {
      put(made, inFirst(source, amount), found.value(amount));
    }
    return made.build();
  }

  private static boolean ofResource(String source) {
    return source.endsWith("esource");
  }

  private static String selector(String source) {
    return source.equals(EXTERNAL) ? "metricSelector" : "selector";
  }

  private String inFirst(String source, String amount) {
    return source.equals(OBJECT) && amount.equals(AVERAGE_VALUE)
        ? amount
        : amounts + Character.toUpperCase(amount.charAt(0)) + amount.substring(1);
  }

  private static void put(Draft made, String field, @Nullable Value value) {
    if (value != null) {
      made.set(field, value);
    }
  }
}
