package io.plimsoll.core.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An IP address as somebody wrote it: which it is, and how far its spelling is from the usual one.
 *
 * <p>It reads what {@code ParseIPSloppy} of {@code k8s.io/utils/net} reads, superfluous zeros included, and tells apart what
 * Go's {@code netip.ParseAddr} refuses.
 *
 * @param high the upper 64 bits; 0 for IPv4
 * @param low the lower 64 bits; of IPv4 the lower 32 are used
 * @param v4 whether it is an address of IPv4, be it one that is mapped to IPv6 ({@code ::ffff:192.0.2.1})
 * @param colon whether it is spelled as an address of IPv6
 * @param padded whether a number in it has more zeros at its start than it may have
 */
public record IpText(long high, long low, boolean v4, boolean colon, boolean padded) {

  private static final int GROUPS = 8;

  /** Reads an address; empty if the text is none however leniently it is read. */
  public static Optional<IpText> parse(String text) {
    return Optional.ofNullable(text.indexOf(':') >= 0 ? parseV6(text) : parseV4(text));
  }

  private static @Nullable IpText parseV4(String text) {
    long number = 0;
    boolean padded = false;
    int at = 0;
    for (int i = 0; i < 4; i++) {
      int start = at;
      int octet = 0;
      while (at < text.length() && isDigit(text.charAt(at)) && octet <= 0xFF) {
        octet = octet * 10 + text.charAt(at++) - '0';
      }
      if (at == start || octet > 0xFF) {
        return null;
      }
      padded |= at - start > 1 && text.charAt(start) == '0';
      number = number << 8 | octet;
      if (i < 3 && (at >= text.length() || text.charAt(at++) != '.')) {
        return null;
      }
    }
    return at == text.length() ? new IpText(0, number, true, false, padded) : null;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static @Nullable IpText parseV6(String text) {
    int[] groups = new int[GROUPS];
    boolean padded = false;
    int count = 0;
    int gap = -1;
    int at = 0;
    if (text.startsWith("::")) {
      gap = 0;
      at = 2;
    }
    while (at < text.length()) {
      if (count == GROUPS) {
        return null;
      }
      int end = text.indexOf(':', at);
      String group = text.substring(at, end < 0 ? text.length() : end);
      if (group.indexOf('.') >= 0) {
        IpText inner = parseV4(group);
        if (end >= 0 || inner == null || count > GROUPS - 2) {
          return null;
        }
        padded |= inner.padded;
        groups[count++] = (int) (inner.low >>> 16);
        groups[count++] = (int) (inner.low & 0xFFFF);
        break;
      }
      int value = parseGroup(group);
      if (value < 0) {
        return null;
      }
      padded |= group.length() > 4;
      groups[count++] = value;
      if (end < 0) {
        break;
      }
      at = end + 1;
      if (at < text.length() && text.charAt(at) == ':') {
        if (gap >= 0) {
          return null;
        }
        gap = count;
        at++;
      } else if (at == text.length()) {
        return null;
      }
    }
    boolean whole = gap < 0 ? count == GROUPS : count < GROUPS;
    return whole ? of(spread(groups, count, gap), padded) : null;
  }

  private static int parseGroup(String group) {
    int value = 0;
    for (int i = 0; i < group.length(); i++) {
      char c = group.charAt(i);
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      value = value << 4 | digit;
      if (digit < 0 || value > 0xFFFF) {
        return -1;
      }
    }
    return group.isEmpty() ? -1 : value;
  }

  private static int[] spread(int[] groups, int count, int gap) {
    if (gap < 0) {
      return groups;
    }
    int[] spread = new int[GROUPS];
    System.arraycopy(groups, 0, spread, 0, gap);
    System.arraycopy(groups, gap, spread, GROUPS - (count - gap), count - gap);
    return spread;
  }

  private static IpText of(int[] groups, boolean padded) {
    long high = 0;
    long low = 0;
    for (int i = 0; i < 4; i++) {
      high = high << 16 | groups[i];
      low = low << 16 | groups[i + 4];
    }
    boolean mapped = high == 0 && low >>> 32 == 0xFFFF;
    return mapped
        ? new IpText(0, low & 0xFFFFFFFFL, true, true, padded)
        : new IpText(high, low, false, true, padded);
  }

  /** Returns whether it is an address of IPv4 that is spelled as one of IPv6. */
  public boolean isMapped() {
    return v4 && colon;
  }

  /** Returns the address with all bits after the first ones cleared; a mapped one counts from the start of the whole. */
  public IpText masked(int bits) {
    if (v4 && !colon) {
      return new IpText(0, low & mask(32 - Math.min(bits, 32)), true, false, false);
    }
    if (v4 && bits >= 96) {
      return new IpText(0, low & mask(128 - bits), true, true, false);
    }
    long wholeLow = v4 ? 0xFFFF00000000L | low : low;
    long maskedHigh = bits >= 64 ? high : high & mask(64 - bits);
    long maskedLow = bits >= 64 ? wholeLow & mask(128 - bits) : 0;
    return new IpText(maskedHigh, maskedLow, false, true, false);
  }

  /** Returns ones with so many zeros at the end. */
  private static long mask(int zeros) {
    return zeros >= Long.SIZE ? 0 : -1L << zeros;
  }

  /** Returns whether it is the same address, however it is spelled. */
  public boolean isSame(IpText other) {
    return v4 == other.v4 && high == other.high && low == other.low;
  }

  /** Returns the address in its usual form: four numbers for IPv4, RFC 5952 for IPv6. */
  public String canonical() {
    StringBuilder text = new StringBuilder(40);
    if (v4) {
      for (int shift = 24; shift >= 0; shift -= 8) {
        text.append(low >>> shift & 0xFF).append(shift == 0 ? "" : ".");
      }
      return text.toString();
    }
    int[] groups = new int[GROUPS];
    for (int i = 0; i < GROUPS; i++) {
      long half = i < 4 ? high : low;
      groups[i] = (int) (half >>> (48 - 16 * (i & 3)) & 0xFFFF);
    }
    int longest = 0;
    int gap = -1;
    for (int i = 0; i < GROUPS; i++) {
      int run = 0;
      while (i + run < GROUPS && groups[i + run] == 0) {
        run++;
      }
      if (run > longest && run > 1) {
        longest = run;
        gap = i;
      }
    }
    for (int i = 0; i < GROUPS; i++) {
      if (i == gap) {
        text.append("::");
        i += longest - 1;
      } else {
        boolean first = i == 0 || (gap >= 0 && i == gap + longest);
        text.append(first ? "" : ":").append(Integer.toHexString(groups[i]));
      }
    }
    return text.toString();
  }
}
