package io.plimsoll.netpol.connection;

import org.jspecify.annotations.Nullable;

/** IP addresses from and to text, as Go's {@code netip} reads and prints them. */
final class AddressText {

  private static final int GROUPS = 8;

  private AddressText() {}

  static @Nullable IpAddress parse(String text) {
    if (text.length() > 45) {
      return null;
    }
    if (text.indexOf(':') >= 0) {
      return parseV6(text);
    }
    long number = parseV4(text);
    return number < 0 ? null : IpAddress.v4(number);
  }

  /** Four decimal numbers without leading zeros; -1 if the text is none. */
  private static long parseV4(String text) {
    long number = 0;
    int at = 0;
    for (int i = 0; i < 4; i++) {
      int start = at;
      int octet = 0;
      while (at < text.length() && isDigit(text.charAt(at)) && at - start < 3) {
        octet = octet * 10 + text.charAt(at) - '0';
        at++;
      }
      boolean leadingZero = at - start > 1 && text.charAt(start) == '0';
      if (at == start || octet > 255 || leadingZero) {
        return -1;
      }
      number = number << 8 | octet;
      if (i < 3 && (at >= text.length() || text.charAt(at++) != '.')) {
        return -1;
      }
    }
    return at == text.length() ? number : -1;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static @Nullable IpAddress parseV6(String text) {
    int[] groups = new int[GROUPS];
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
        long number = parseV4(group);
        if (end >= 0 || number < 0 || count > GROUPS - 2) {
          return null;
        }
        groups[count++] = (int) (number >>> 16);
        groups[count++] = (int) (number & 0xFFFF);
        break;
      }
      int value = parseGroup(group);
      if (value < 0) {
        return null;
      }
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
    if (gap < 0 ? count != GROUPS : count >= GROUPS) {
      return null;
    }
    return address(spread(groups, count, gap));
  }

  private static int parseGroup(String group) {
    if (group.isEmpty() || group.length() > 4) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < group.length(); i++) {
      char c = group.charAt(i);
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
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

  private static IpAddress address(int[] groups) {
    long high = 0;
    long low = 0;
    for (int i = 0; i < 4; i++) {
      high = high << 16 | groups[i];
      low = low << 16 | groups[i + 4];
    }
    boolean mapped = high == 0 && low >>> 32 == 0xFFFF;
    return mapped ? IpAddress.v4(low & 0xFFFFFFFFL) : IpAddress.v6(high, low);
  }

  static String format(IpAddress address) {
    StringBuilder text = new StringBuilder(40);
    if (address.family() == AddressFamily.IPV4) {
      for (int shift = 24; shift >= 0; shift -= 8) {
        text.append(address.low() >>> shift & 0xFF).append(shift == 0 ? "" : ".");
      }
      return text.toString();
    }
    int[] groups = new int[GROUPS];
    for (int i = 0; i < GROUPS; i++) {
      long half = i < 4 ? address.high() : address.low();
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
