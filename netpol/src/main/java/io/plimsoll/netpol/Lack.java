package io.plimsoll.netpol;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.netpol.SideDecision.DecidingRule;
import io.plimsoll.netpol.connection.ConnectionSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One reason why a rule does not allow some connections: what would have to be otherwise, in the rule or at the other end. */
public sealed interface Lack {

  /** Returns the field of the policy that says so, or its nearest ancestor that is known. */
  FieldPath path();

  /** Returns how far this keeps the rule from the connections: 1 for a detail, more for what is meant for something else. */
  default int distance() {
    return 1;
  }

  /** The rule is about other ports of the same protocol. */
  record Port(FieldPath path, ConnectionSet allowed) implements Lack {
    @Override
    public String toString() {
      return "its ports are " + allowed + " only";
    }
  }

  /** The rule is about another protocol. */
  record Transport(FieldPath path, ConnectionSet allowed) implements Lack {
    @Override
    public String toString() {
      return "its protocol is another one: " + allowed;
    }
  }

  /** The destination has no port by a name that the rule gives. */
  record PortName(FieldPath path, List<String> names) implements Lack {
    public PortName {
      names = List.copyOf(names);
    }

    @Override
    public String toString() {
      return "the destination has no port of that name and protocol: " + String.join(", ", names);
    }
  }

  /** What carries a label. */
  enum Bearer {
    /** The pod. */
    POD,
    /** Its namespace. */
    NAMESPACE
  }

  /**
   * The other end's pod, or its namespace, has not the labels.
   *
   * @param bearer what should have the label
   * @param wanted the condition, such as {@code app=api} or {@code app in (a, b)}
   * @param actual the value that is there, or {@code null} if the label is absent
   */
  record Label(
      FieldPath path,
      Bearer bearer,
      String wanted,
      @Nullable String actual) implements Lack {
    @Override
    public String toString() {
      String owner = bearer == Bearer.POD ? "pod" : "namespace";
      String has = actual == null ? "has no such label" : "has \"" + actual + "\"";
      return "it wants a " + owner + " with " + wanted + ", which " + has;
    }
  }

  /** The rule is about the pods of another namespace: a selector of pods alone means the policy's own. */
  record Namespace(FieldPath path, String wanted, String actual) implements Lack {
    @Override
    public int distance() {
      return 2;
    }

    @Override
    public String toString() {
      return "it means pods of namespace \"" + wanted + "\" only, not \"" + actual + "\"";
    }
  }

  /** The other end's address is in none of the rule's ranges, or in one of their holes. */
  record Address(FieldPath path) implements Lack {
    @Override
    public int distance() {
      return 2;
    }

    @Override
    public String toString() {
      return "the address is not in its ranges";
    }
  }

  /**
   * The rule is about another kind of peer.
   *
   * @param meant what it is about, such as {@code pods}
   * @param actual what the other end is, such as {@code an address}
   */
  record PeerKind(FieldPath path, String meant, String actual) implements Lack {
    @Override
    public int distance() {
      return 4;
    }

    @Override
    public String toString() {
      return "it means " + meant + ", and the other end is " + actual;
    }
  }

  /** The rule matches but comes too late: another one has decided before. */
  record Order(FieldPath path, DecidingRule before) implements Lack {
    @Override
    public int distance() {
      return 2;
    }

    @Override
    public String toString() {
      return "it comes after the rule that decides, " + before;
    }
  }

  /** The API server would refuse this part of the rule, so it matches nothing. */
  record Invalid(FieldPath path) implements Lack {
    @Override
    public int distance() {
      return 2;
    }

    @Override
    public String toString() {
      return "it is invalid and matches nothing";
    }
  }
}
