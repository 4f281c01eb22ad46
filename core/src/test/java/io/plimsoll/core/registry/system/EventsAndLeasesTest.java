package io.plimsoll.core.registry.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.registry.Written;
import io.plimsoll.core.validation.Strategy;
import org.junit.jupiter.api.Test;

/** Events in both groups, and leases. */
class EventsAndLeasesTest {

  private static final Strategy OLD = new EventStrategy(EventFields.CORE);
  private static final Strategy NEW = new EventStrategy(EventFields.EVENTS);
  private static final Strategy LEASES = new LeaseStrategy();

  private static final String EVENT = """
      metadata: {name: e}
      regarding: {kind: Pod, name: web, namespace: shop}
      eventTime: 2026-01-01T00:00:00.000000Z
      reportingController: example.com/c
      reportingInstance: c-1
      action: Start
      reason: %s
      type: Normal
      %s
      """;

  private static final String LEASE = "metadata: {name: l}\nspec: {%s}\n";

  @Test
  void oldEventsAreInTheNamespaceOfTheirObject() {
    String event = "metadata: {name: e}\ninvolvedObject: {namespace: %s}\n";

    assertThat(Written.errors(Written.create(OLD, event.formatted("shop")))).isEmpty();
    assertThat(Written.errors(Written.create(OLD, event.formatted("other"))))
        .containsExactly(
            "involvedObject.namespace: Invalid value: \"other\": does not match event.namespace");
    assertThat(Written.errors(Written.create(OLD, event.formatted("''"))))
        .containsExactly(
            "involvedObject.namespace: Invalid value: \"\": does not match event.namespace");
  }

  @Test
  void eventsWithATimeSayWhoReportsThem() {
    String event = """
        metadata: {name: e}
        involvedObject: {namespace: shop}
        eventTime: 2026-01-01T00:00:00.000000Z
        """;

    assertThat(Written.errors(Written.create(OLD, event)))
        .startsWith("reportingComponent: Required value")
        .endsWith(
            "reportingInstance: Required value",
            "action: Required value",
            "reason: Required value");
  }

  @Test
  void newEventsAreStrict() {
    assertThat(Written.errors(Written.create(NEW, EVENT.formatted("Started", ""))))
        .isEmpty();
    assertThat(Written.errors(Written.create(
            NEW,
            EVENT.formatted("Started", """
            note: %s
            series: {count: 1}
            deprecatedCount: 1
            deprecatedSource: {host: h}
            deprecatedFirstTimestamp: 2026-01-01T00:00:00Z
            deprecatedLastTimestamp: 2026-01-01T00:00:00Z
            """.formatted("x".repeat(1025))).replace("Normal", "Odd"))))
        .containsExactly(
            "message: Invalid value: \"\": can have at most 1024 characters",
            "series.count: Invalid value: \"\": should be at least 2",
            "series.lastObservedTime: Required value",
            "type: Invalid value: \"\": has invalid value: Odd",
            "firstTimestamp: Invalid value: \"\": needs to be unset",
            "lastTimestamp: Invalid value: \"\": needs to be unset",
            "count: Invalid value: \"\": needs to be unset",
            "source: Invalid value: \"\": needs to be unset");
  }

  @Test
  void newEventsStayWhatTheyAre() {
    MappingValue old = Written.stored(NEW, EVENT.formatted("Started", ""));

    assertThat(Written.errors(Written.update(NEW, old, EVENT.formatted("Stopped", "note: x"))))
        .containsExactly(
            "reason: Invalid value: \"Stopped\": field is immutable",
            "message: Invalid value: \"x\": field is immutable");
    String sameMicrosecond = EVENT.formatted("Started", "").replace("00.000000Z", "00.0000001Z");
    assertThat(Written.errors(Written.update(NEW, old, sameMicrosecond))).isEmpty();
  }

  @Test
  void leases() {
    assertThat(Written.errors(Written.create(
            LEASES, LEASE.formatted("leaseDurationSeconds: 0, leaseTransitions: -1"))))
        .containsExactly(
            "spec.leaseDurationSeconds: Invalid value: 0: must be greater than 0",
            "spec.leaseTransitions: Invalid value: -1: must be greater than or equal to 0");
  }

  @Test
  void leadersThatAreCoordinatedAreDroppedUnlessTheyWereThere() {
    MappingValue stored =
        Written.stored(LEASES, LEASE.formatted("strategy: Any, preferredHolder: a"));
    assertThat(Written.json(LEASES, stored, "spec")).doesNotContain("strategy", "preferredHolder");

    MappingValue coordinated = stored.with(
        "spec", Written.object("{strategy: OldestEmulationVersion, preferredHolder: a}"));
    assertThat(Written.errors(Written.update(
            LEASES, coordinated, LEASE.formatted("strategy: Any, preferredHolder: a"))))
        .containsExactly("spec.strategy.strategy: Unsupported value: \"Any\": supported values:"
            + " \"OldestEmulationVersion\"");
    assertThat(Written.errors(
            Written.update(LEASES, coordinated, LEASE.formatted("preferredHolder: a"))))
        .containsExactly(
            "spec.preferredHolder: Forbidden: may only be specified if `strategy` is defined");
  }

  @Test
  void eventsAndLeasesAreMadeByPut() {
    assertThat(OLD.allowsCreateOnUpdate()).isTrue();
    assertThat(LEASES.allowsCreateOnUpdate()).isTrue();
    assertThat(LEASES.allowsUnconditionalUpdate()).isFalse();
  }
}
