package io.plimsoll.netpol.connection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Addresses of one family from one to another, both included.
 *
 * @param first the first
 * @param last the last
 */
public record AddressRange(IpAddress first, IpAddress last) implements Comparable<AddressRange> {

  public AddressRange {
    if (first.family() != last.family() || first.compareTo(last) > 0) {
      throw new IllegalArgumentException(
          "not a range of addresses: \"" + first + "-" + last + "\"");
    }
  }

  /** Returns the range of one address. */
  public static AddressRange of(IpAddress address) {
    return new AddressRange(address, address);
  }

  /** Returns all addresses of a family. */
  public static AddressRange all(AddressFamily family) {
    return new AddressRange(IpAddress.bound(family, false), IpAddress.bound(family, true));
  }

  /**
   * Reads an address, a CIDR or {@code first-last}.
   *
   * @throws IllegalArgumentException if the text is none of them
   */
  public static AddressRange parse(String text) {
    return tryParse(text)
        .orElseThrow(
            () -> new IllegalArgumentException("not an address or range: \"" + text + "\""));
  }

  /** Reads a range as {@link #parse} does; empty if the text is none. */
  public static Optional<AddressRange> tryParse(String text) {
    if (text.indexOf('/') >= 0) {
      return Cidr.tryParse(text).map(Cidr::range);
    }
    int dash = text.indexOf('-');
    if (dash < 0) {
      return IpAddress.tryParse(text).map(AddressRange::of);
    }
    Optional<IpAddress> first = IpAddress.tryParse(text.substring(0, dash));
    Optional<IpAddress> last = IpAddress.tryParse(text.substring(dash + 1));
    boolean valid = first.isPresent()
        && last.isPresent()
        && first.get().family() == last.get().family()
        && first.get().compareTo(last.get()) <= 0;
    return valid ? Optional.of(new AddressRange(first.get(), last.get())) : Optional.empty();
  }

  /** Returns the family of the addresses. */
  public AddressFamily family() {
    return first.family();
  }

  /** Returns whether an address is in the range. */
  public boolean contains(IpAddress address) {
    return first.compareTo(address) <= 0 && address.compareTo(last) <= 0;
  }

  /** Returns whether all of the other range is in this one. */
  public boolean contains(AddressRange other) {
    return contains(other.first) && contains(other.last);
  }

  /**
   * Returns the addresses that are in both ranges.
   *
   * @throws IllegalArgumentException if there are none
   */
  public AddressRange intersect(AddressRange other) {
    return new AddressRange(
        first.compareTo(other.first) >= 0 ? first : other.first,
        last.compareTo(other.last) <= 0 ? last : other.last);
  }

  /** Returns what of the range is in none of the others, as ascending ranges with gaps between them. */
  public List<AddressRange> minus(Collection<AddressRange> others) {
    List<AddressRange> left = new ArrayList<>();
    Optional<IpAddress> start = Optional.of(first);
    for (AddressRange hole : others.stream().sorted().toList()) {
      boolean apart = start.isEmpty()
          || hole.family() != family()
          || hole.last.compareTo(start.get()) < 0
          || hole.first.compareTo(last) > 0;
      if (!apart) {
        if (hole.first.compareTo(start.get()) > 0) {
          left.add(new AddressRange(start.get(), hole.first.previous().orElseThrow()));
        }
        start = hole.last.next().filter(next -> next.compareTo(last) <= 0);
      }
    }
    start.ifPresent(rest -> left.add(new AddressRange(rest, last)));
    return List.copyOf(left);
  }

  /** Returns the fewest CIDRs that are the range together, ascending. */
  public List<Cidr> cidrs() {
    List<Cidr> cidrs = new ArrayList<>();
    Optional<IpAddress> start = Optional.of(first);
    while (start.isPresent()) {
      Cidr largest = startingAt(start.get());
      cidrs.add(largest);
      start = largest.range().last().next().filter(next -> next.compareTo(last) <= 0);
    }
    return List.copyOf(cidrs);
  }

  /** Returns the largest CIDR that starts at an address of the range and does not leave it. */
  private Cidr startingAt(IpAddress start) {
    int prefix = 0;
    Cidr cidr = new Cidr(start, prefix);
    while (!cidr.isCanonical() || cidr.range().last().compareTo(last) > 0) {
      cidr = new Cidr(start, ++prefix);
    }
    return cidr;
  }

  /** Returns the smallest CIDR that has all of the range. */
  public Cidr enclosing() {
    int prefix = family().bits();
    while (!new Cidr(first, prefix).range().contains(last)) {
      prefix--;
    }
    return new Cidr(first, prefix).canonical();
  }

  @Override
  public int compareTo(AddressRange other) {
    int order = first.compareTo(other.first);
    return order != 0 ? order : last.compareTo(other.last);
  }

  /** Returns {@code first-last}. */
  @Override
  public String toString() {
    return first + "-" + last;
  }
}
