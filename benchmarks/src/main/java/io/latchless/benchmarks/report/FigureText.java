package io.latchless.benchmarks.report;

import io.latchless.benchmarks.results.Comparison;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Formats figures for readers: three significant digits, and a unit that keeps them short. */
public final class FigureText {
  private static final String NONE = "–";

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private FigureText() {}

  /** Formats an instant, for example "14 March 2026, 09:26 UTC". */
  static String minute(Instant moment) {
    return MINUTE.format(moment);
  }

  /**
   * Formats a ratio that is known to differ from 1, with enough digits that it does not look like
   * 1.
   */
  static String unequal(double ratio) {
    String text = ratio(ratio);
    for (int decimals = 3; decimals <= 4 && text.matches("1\\.0+"); decimals++) {
      text = fixed(ratio, decimals);
    }
    return text;
  }

  /** Formats a ratio. */
  public static String ratio(double ratio) {
    if (!Double.isFinite(ratio)) {
      return Double.isNaN(ratio) ? NONE : "∞";
    }
    if (ratio >= 1000) {
      return String.format(Locale.ROOT, "%,.0f", ratio);
    }
    if (ratio < 0.1) {
      return threeDigits(ratio);
    }
    if (ratio >= 10) {
      return ratio >= 100 ? fixed(ratio, 0) : fixed(ratio, 1);
    }
    return fixed(ratio, 2);
  }

  /** Formats the ratio of a comparison with its interval, for example "2.10 [1.95, 2.31]". */
  public static String ratio(Comparison comparison) {
    String ratio = ratio(comparison.ratio());
    Double low = comparison.low();
    Double high = comparison.high();
    return low == null || high == null
        ? ratio
        : "%s [%s, %s]".formatted(ratio, ratio(low), ratio(high));
  }

  /** Formats a number of operations per second. */
  public static String throughput(double operations) {
    return scaled(operations, 1000, "op/s", "k op/s", "M op/s", "G op/s");
  }

  /** Formats a time given in nanoseconds. */
  static String time(double nanoseconds) {
    return scaled(nanoseconds, 1000, "ns", "µs", "ms", "s");
  }

  /** Formats a size in memory. */
  static String bytes(double bytes) {
    return scaled(bytes, 1024, "B", "KiB", "MiB", "GiB", "TiB");
  }

  /** Formats a share from 0 to 1 as a percentage. */
  static String share(double share) {
    return threeDigits(100 * share) + " %";
  }

  /** Formats a duration given in seconds. */
  public static String duration(double seconds) {
    if (!Double.isFinite(seconds)) {
      return NONE;
    }
    if (seconds < 60) {
      return threeDigits(seconds) + " s";
    }
    long whole = Math.round(seconds);
    return whole < 3600
        ? whole / 60 + " min " + whole % 60 + " s"
        : whole / 3600 + " h " + whole % 3600 / 60 + " min";
  }

  /** Formats a count with its noun, for example "1 round" or "8 rounds". */
  public static String count(long count, String singular) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? singular : singular + "s");
  }

  private static String scaled(double figure, double step, String... units) {
    if (!Double.isFinite(figure)) {
      return NONE;
    }
    double rest = figure;
    int unit = 0;
    // 999.5 would round to 1000 of this unit, which is 1.00 of the next.
    while (rest >= step - 0.5 && unit < units.length - 1) {
      rest /= step;
      unit++;
    }
    return threeDigits(rest) + " " + units[unit];
  }

  private static String threeDigits(double figure) {
    double size = Math.abs(figure);
    if (size < 0.001 && size > 0) {
      return "< 0.001";
    }
    if (figure == Math.rint(figure) && size < 1e6) {
      return fixed(figure, 0);
    }
    if (size >= 100) {
      return String.format(Locale.ROOT, "%,.0f", figure);
    }
    if (size >= 10) {
      return fixed(figure, 1);
    }
    return size >= 0.1 ? fixed(figure, 2) : String.format(Locale.ROOT, "%.2g", figure);
  }

  private static String fixed(double figure, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", figure);
  }
}
