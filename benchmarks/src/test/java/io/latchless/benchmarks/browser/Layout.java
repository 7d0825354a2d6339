package io.latchless.benchmarks.browser;

/** Checks the positions of the parts of a page. */
final class Layout {
  private static final String PARTS =
      """
      const parts = [...document.body.querySelectorAll("*")].filter(part => part.checkVisibility());
      const name = part => {
        const words = part.textContent.trim().replace(/\\s+/g, " ").slice(0, 40);
        return `<${part.tagName.toLowerCase()} class="${part.getAttribute("class") ?? ""}">`
          + ` "${words}"`;
      };
      """;

  /** Parts inside a box that scrolls by itself do not count. */
  private static final PageScript BEYOND =
      new PageScript(
          PARTS
              + """
              const width = document.documentElement.clientWidth;
              const clipped = part => {
                for (let box = part.parentElement; box !== document.body; box = box.parentElement) {
                  if (getComputedStyle(box).overflowX !== "visible" && box.tagName !== "svg") {
                    return true;
                  }
                }
                return false;
              };
              const faults = parts.filter(part => {
                const box = part.getBoundingClientRect();
                return box.width > 0 && (box.right > width + 1 || box.left < -1) && !clipped(part);
              }).filter((part, i, beyond) => !beyond.includes(part.parentElement)).map(part => {
                const box = part.getBoundingClientRect();
                return `${name(part)} lies from ${box.left.toFixed(0)} to ${box.right.toFixed(0)}`
                  + ` in a window of ${width}`;
              });
              if (document.documentElement.scrollWidth > width) {
                faults.unshift(`the page is ${document.documentElement.scrollWidth} wide`
                  + ` in a window of ${width}`);
              }
              return faults;
              """);

  private static final PageScript STICKY =
      new PageScript(
          PARTS
              + """
              return parts
                .filter(part => ["sticky", "fixed"].includes(getComputedStyle(part).position))
                .map(name);
              """);

  private Layout() {}

  static PageScript wide() {
    return BEYOND;
  }

  static PageScript sticky() {
    return STICKY;
  }
}
