package io.plimsoll.psa;

import io.plimsoll.core.model.Namespace;
import io.plimsoll.core.pod.Pod;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A cluster with the same pods in every namespace, and a clock. */
final class Listing implements AdmissionView {

  private final List<Pod> pods;
  private final BooleanSupplier timeUp;

  Listing(List<Pod> pods) {
    this(pods, () -> false);
  }

  Listing(List<Pod> pods, BooleanSupplier timeUp) {
    this.pods = pods;
    this.timeUp = timeUp;
  }

  @Override
  public Optional<Namespace> namespace(String name) {
    return Optional.empty();
  }

  @Override
  public Optional<List<Pod>> pods(String namespace) {
    return Optional.of(pods);
  }

  @Override
  public boolean isTimeUp() {
    return timeUp.getAsBoolean();
  }
}
