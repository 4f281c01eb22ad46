package io.plimsoll.core.registry.system;

/**
 * What a version of the API calls the fields of an event; errors have the names of the first version, but for the controller.
 *
 * @param apiVersion the version
 * @param involvedObject what the event is about
 * @param message what happened
 * @param reportingController who reports it
 * @param source who reported it once
 * @param firstTimestamp when it happened first
 * @param lastTimestamp when it happened last
 * @param count how often it happened
 * @param strict whether all rules hold
 */
record EventFields(
    String apiVersion,
    String involvedObject,
    String message,
    String reportingController,
    String source,
    String firstTimestamp,
    String lastTimestamp,
    String count,
    boolean strict) {

  static final EventFields CORE = new EventFields(
      "v1",
      "involvedObject",
      "message",
      "reportingComponent",
      "source",
      "firstTimestamp",
      "lastTimestamp",
      "count",
      false);

  static final EventFields EVENTS = new EventFields(
      "events.k8s.io/v1",
      "regarding",
      "note",
      "reportingController",
      "deprecatedSource",
      "deprecatedFirstTimestamp",
      "deprecatedLastTimestamp",
      "deprecatedCount",
      true);
}
