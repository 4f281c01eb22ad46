package io.plimsoll.core.admission.support;

import io.plimsoll.core.admission.AdmissionPlugin;
import io.plimsoll.core.admission.Operation;
import java.util.EnumSet;
import java.util.Set;

/**
 * A plug-in with a name that has to do with some operations only. Mirrors {@code admission.Handler} of {@code k8s.io/apiserver}.
 */
public abstract class Handler implements AdmissionPlugin {

  private final String name;
  private final Set<Operation> operations;

  protected Handler(String name, Operation first, Operation... rest) {
    this.name = name;
    this.operations = EnumSet.of(first, rest);
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final boolean handles(Operation operation) {
    return operations.contains(operation);
  }
}
