package io.latchless.benchmarks.browser;

/**
 * The way in which a page is viewed.
 *
 * @param width the width of the window, in CSS pixels
 * @param dark whether the reader asks for dark colours
 * @param paper whether the page is laid out as for print
 * @param scripts whether scripts run
 */
record View(int width, boolean dark, boolean paper, boolean scripts) {
  /** A desktop's window in light colours. */
  static final View WIDE = ofWidth(1280);

  static View ofWidth(int width) {
    return new View(width, false, false, true);
  }

  View inDark() {
    return new View(width, true, paper, scripts);
  }

  View onPaper() {
    return new View(width, dark, true, scripts);
  }

  View withoutScripts() {
    return new View(width, dark, paper, false);
  }
}
