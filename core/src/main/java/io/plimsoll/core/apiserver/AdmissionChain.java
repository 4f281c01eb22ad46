package io.plimsoll.core.apiserver;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.AdmissionAttributes;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.AdmissionPlugin;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.authz.Authorizer;
import io.plimsoll.core.backend.BackendCall;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.request.Status;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The admission plug-ins of a server in their order. Mirrors {@code chainAdmissionHandler} and {@code reinvoker} of {@code
 * k8s.io/apiserver/pkg/admission}.
 */
final class AdmissionChain {

  private final Map<Operation, List<Member>> members = new EnumMap<>(Operation.class);
  private final Authorizer authorizer;

  AdmissionChain(List<AdmissionPlugin> plugins, Authorizer authorizer) {
    this.authorizer = authorizer;
    List<Member> all = plugins.stream().map(Member::of).toList();
    for (Operation operation : Operation.values()) {
      members.put(
          operation, all.stream().filter(one -> one.plugin().handles(operation)).toList());
    }
  }

  private List<Member> members(AdmissionAttributes attributes) {
    return members.getOrDefault(attributes.operation(), List.of());
  }

  /**
   * A plug-in of the chain.
   *
   * @param name its name
   * @param plugin the plug-in
   * @param unchanged what the trace says if it leaves an object as it is
   * @param admitted what the trace says if it has nothing against a request
   */
  private record Member(
      String name, AdmissionPlugin plugin, TraceStep unchanged, TraceStep admitted) {

    static Member of(AdmissionPlugin plugin) {
      return new Member(
          plugin.name(),
          plugin,
          step(Stage.MUTATING_ADMISSION, plugin, TraceStep.UNCHANGED),
          step(Stage.VALIDATING_ADMISSION, plugin, TraceStep.ADMITTED));
    }

    Admission admit(AdmissionCall call) {
      return plugin.admit(call);
    }

    Admission validate(AdmissionCall call) {
      return plugin.validate(call);
    }

    /** Returns the answer of a plug-in that throws an exception or answers nothing; upstream's server would panic. */
    Admission failed(String error) {
      return Admission.refused(
          Status.internalError("admission plugin " + GoText.quote(name) + " failed: " + error));
    }

    private static TraceStep step(Stage stage, AdmissionPlugin plugin, String outcome) {
      return new TraceStep(stage, plugin.name(), outcome, "");
    }
  }

  /** Runs the mutating pass, a second time if a plug-in asks for it, and returns the object as it is then. */
  AdmissionAttributes admit(Exchange exchange, AdmissionAttributes attributes) throws Refusal {
    Pass first = new Pass(exchange, attributes, Map.of(), false);
    AdmissionAttributes once = first.run();
    return first.again ? new Pass(exchange, once, first.memories, true).run() : once;
  }

  /** Runs the validating pass. */
  void validate(Exchange exchange, AdmissionAttributes attributes) throws Refusal {
    Optional<Status> refusal = judge(exchange, attributes);
    if (refusal.isPresent()) {
      throw Refusal.of(refusal.get());
    }
  }

  /** Runs the validating pass, and returns the refusal if there is one. */
  Optional<Status> judge(Exchange exchange, AdmissionAttributes attributes) {
    Calls calls = new Calls(exchange, attributes, false);
    for (Member member : members(attributes)) {
      AdmissionCall call = calls.of(member.name(), Optional.empty());
      Admission answer = BackendCall.ask(member, call, Member::validate, Member::failed);
      if (isNothing(answer)) {
        continue;
      }
      note(exchange, Stage.VALIDATING_ADMISSION, member.name(), answer);
      passed(exchange, member.admitted(), answer);
      if (answer.refusal().isPresent()) {
        return answer.refusal();
      }
    }
    return Optional.empty();
  }

  /** One mutating pass. */
  private final class Pass {

    private final Exchange exchange;
    private final Map<String, Object> before;
    private final Map<String, Object> memories = new HashMap<>();
    private final Calls calls;
    private AdmissionAttributes attributes;
    private boolean again;

    Pass(
        Exchange exchange,
        AdmissionAttributes attributes,
        Map<String, Object> before,
        boolean second) {
      this.exchange = exchange;
      this.attributes = attributes;
      this.before = before;
      this.calls = new Calls(exchange, attributes, second);
    }

    AdmissionAttributes run() throws Refusal {
      for (Member member : members(attributes)) {
        run(member);
      }
      return attributes;
    }

    private void run(Member member) throws Refusal {
      String plugin = member.name();
      Optional<Object> kept =
          before.isEmpty() ? Optional.empty() : Optional.ofNullable(before.get(plugin));
      Admission answer =
          BackendCall.ask(member, calls.of(plugin, kept), Member::admit, Member::failed);
      if (isNothing(answer)) {
        return;
      }
      note(exchange, Stage.MUTATING_ADMISSION, plugin, answer);
      if (answer.refusal().isPresent()) {
        throw Refusal.of(answer.refusal().get());
      }
      if (answer.object().isPresent()) {
        change(plugin, answer, answer.object().get());
      } else {
        passed(exchange, member.unchanged(), answer);
      }
      if (answer.passMemory().isPresent()) {
        memories.put(plugin, answer.passMemory().get());
      }
      again |= answer.again();
    }

    private void change(String plugin, Admission answer, MappingValue object) {
      exchange.trace(new TraceStep(
          Stage.MUTATING_ADMISSION,
          plugin,
          "changed",
          answer.reason(),
          attributes.object().map(before -> new TraceStep.Change(before, object))));
      attributes = attributes.withObject(object);
      calls.areAbout(attributes);
    }
  }

  /** What the plug-ins are given in one pass. All that nothing is kept for get the same, until something changes. */
  private final class Calls {

    private final Exchange exchange;
    private final boolean second;
    private AdmissionAttributes attributes;
    private ServerState state;
    private AdmissionCall plain;

    Calls(Exchange exchange, AdmissionAttributes attributes, boolean second) {
      this.exchange = exchange;
      this.second = second;
      this.attributes = attributes;
      this.state = exchange.state();
      this.plain = with(Optional.empty(), Optional.empty());
    }

    void areAbout(AdmissionAttributes changed) {
      attributes = changed;
      plain = with(Optional.empty(), Optional.empty());
    }

    AdmissionCall of(String plugin, Optional<Object> passMemory) {
      if (state != exchange.state()) {
        state = exchange.state();
        plain = with(Optional.empty(), Optional.empty());
      }
      Optional<Object> memory = state.memoryOf(plugin);
      return memory.isEmpty() && passMemory.isEmpty() ? plain : with(memory, passMemory);
    }

    private AdmissionCall with(Optional<Object> memory, Optional<Object> passMemory) {
      ServerState current = state;
      return new AdmissionCall(
          attributes,
          current.cluster(),
          current.now(),
          authorizer,
          memory,
          passMemory,
          second,
          () -> Generated.suffix(current));
    }
  }

  /** Returns whether an answer is that of a plug-in without this pass, as half of all are. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isNothing(Admission answer) {
    return answer == Admission.ABSTAINED;
  }

  /** Notes that a plug-in let a request pass, if it has a part in the pass, with what it has to say. */
  private static void passed(Exchange exchange, TraceStep step, Admission answer) {
    if (answer.abstained() || answer.isRefusal()) {
      return;
    }
    if (answer.reason().isEmpty()) {
      exchange.trace(step);
    } else {
      exchange.trace(step.stage(), step.component(), step.outcome(), answer.reason());
    }
  }

  /** Notes what a plug-in says besides the object. */
  private static void note(Exchange exchange, Stage stage, String plugin, Admission answer) {
    for (String warning : answer.warnings()) {
      exchange.warn(warning);
    }
    for (Map.Entry<String, String> note : answer.auditAnnotations().entrySet()) {
      exchange.annotate(note.getKey(), note.getValue());
    }
    if (answer.cluster().isPresent()) {
      exchange.become(exchange.state().written(answer.cluster().get()));
    }
    if (answer.memory().isPresent()) {
      exchange.become(exchange.state().remembering(plugin, answer.memory().get()));
    }
    if (answer.refusal().isPresent()) {
      exchange.trace(stage, plugin, "refused", answer.refusal().get().message());
    }
    for (String warning : answer.warnings()) {
      exchange.trace(stage, plugin, "warned", warning);
    }
  }
}
