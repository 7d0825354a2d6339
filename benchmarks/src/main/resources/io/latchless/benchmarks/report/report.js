// Draws the charts with D3. Colours come from the style sheet by class, so that charts need no
// redrawing for a change of colour scheme or for print. Nothing is animated.
(() => {
  "use strict";

  const contests = JSON.parse(document.getElementById("contests").textContent);
  const MARKS = {
    BETTER: { word: "won", sign: "▲", symbol: d3.symbolTriangle, turn: 0 },
    WORSE: { word: "lost", sign: "▼", symbol: d3.symbolTriangle, turn: 180 },
    TIE: { word: "tie", sign: "=", symbol: d3.symbolCircle, turn: 0 },
    NOISY: { word: "too noisy", sign: "≈", symbol: d3.symbolCircle, turn: 0 },
    UNDECIDED: { word: "undecided", sign: "?", symbol: d3.symbolDiamond, turn: 0 },
  };
  const STYLES = {
    BETTER: "won",
    WORSE: "lost",
    TIE: "tie",
    NOISY: "noisy",
    UNDECIDED: "undecided",
  };
  const METRICS = {
    THROUGHPUT: "throughput",
    P50: "p50",
    P99: "p99",
    P999: "p99.9",
    P9999: "p99.99",
  };
  const PERCENTILES = [
    ["p50", "p50"],
    ["p90", "p90"],
    ["p99", "p99"],
    ["p999", "p99.9"],
    ["p9999", "p99.99"],
    ["max", "max"],
  ];
  const CURVES = [
    { dash: null, symbol: d3.symbolCircle },
    { dash: "6 3", symbol: d3.symbolSquare },
    { dash: "2 3", symbol: d3.symbolTriangle },
    { dash: "8 3 2 3", symbol: d3.symbolDiamond },
    { dash: "4 2", symbol: d3.symbolCross },
    { dash: "1 2", symbol: d3.symbolStar },
  ];
  // A ratio beyond these bounds is drawn at the edge; its exact figure is beside it.
  const FARTHEST = 1000;

  const threeDigits = (value) =>
    value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

  function scaled(value, units) {
    let unit = 0;
    while (value >= 999.5 && unit < units.length - 1) {
      value /= 1000;
      unit++;
    }
    return (Number.isInteger(value) ? value : threeDigits(value)) + " " + units[unit];
  }
  const throughput = (value) => scaled(value, ["op/s", "k op/s", "M op/s", "G op/s"]);
  const time = (value) => scaled(value, ["ns", "µs", "ms", "s"]);

  function ratio(comparison) {
    const value = Number(comparison.ratio);
    if (Number.isNaN(value)) return "–";
    if (value === Infinity) return "∞";
    if (value >= 1000) return d3.format(",.0f")(value);
    if (value < 0.001 && value > 0) return "< 0.001";
    if (value < 0.1) return d3.format(".2")(value);
    if (value >= 10) return threeDigits(value);
    let text = value.toFixed(2);
    for (let digits = 3; digits <= 4 && +text === 1 && !unsure(comparison); digits++) {
      text = value.toFixed(digits);
    }
    return text;
  }

  // NaN and infinity arrive as the strings "NaN" and "Infinity".
  const bounds = (comparison) =>
    [comparison.low, comparison.ratio, comparison.high]
      .filter((value) => value !== null)
      .map(Number)
      .filter((value) => !Number.isNaN(value))
      .map((value) => Math.min(FARTHEST, Math.max(1 / FARTHEST, value)));

  const TOO_NOISY = 2;
  const markOf = ({ verdict, low, high }) =>
    verdict === "TIE" && low !== null && high !== null && Number(high) / Number(low) > TOO_NOISY
      ? "NOISY"
      : verdict;
  const unsure = ({ verdict }) => verdict === "TIE" || verdict === "UNDECIDED";

  function ratioScale(comparisons, range) {
    const all = [1, ...comparisons.flatMap(bounds)];
    return d3
      .scaleLog()
      .base(2)
      .domain([Math.min(0.5, d3.min(all) * 0.95), Math.max(2, d3.max(all) * 1.05)])
      .range(range)
      .clamp(true);
  }

  // Powers of 2 if they fit, else of 4 or 16, so that 1 is always among them.
  function ratioTicks(scale) {
    const [low, high] = scale.domain().map(Math.log2);
    const room = Math.abs(scale.range()[1] - scale.range()[0]) / 42;
    const step = [1, 2, 4, 8].find((size) => (high - low) / size <= room) || 8;
    const from = Math.ceil(low / step);
    return d3.range(from, Math.floor(high / step) + 1).map((power) => 2 ** (power * step));
  }
  const ratioTick = (value) => (value < 1 ? "1/" + 1 / value : String(value));

  function canvas(plot, width, height) {
    return d3
      .select(plot)
      .append("svg")
      .attr("width", width)
      .attr("height", height)
      .attr("viewBox", [0, 0, width, height])
      .attr("aria-hidden", "true")
      .attr("focusable", "false");
  }

  const line = (parent, x1, y1, x2, y2, name) =>
    parent
      .append("line")
      .attr("x1", x1)
      .attr("y1", y1)
      .attr("x2", x2)
      .attr("y2", y2)
      .attr("class", name);

  const text = (parent, x, y, content, name) =>
    parent.append("text").attr("x", x).attr("y", y).attr("class", name).text(content);

  function directions(svg, scale, y, [worse, better] = ["worse", "better"]) {
    const x = scale(1);
    if (x > 60) text(svg, x - 8, y, "← " + worse).attr("text-anchor", "end");
    text(svg, x + 8, y, better + " →");
  }

  // Shortens a name that would overlap the figure on its right.
  function label(parent, x, y, content, name, width) {
    const node = text(parent, x, y, content, name).node();
    for (let length = content.length; length > 3 && node.getComputedTextLength() > width; ) {
      node.textContent = content.slice(0, --length) + "…";
    }
  }

  function axis(svg, scale, y, ticks, format, top) {
    const parts = svg.append("g").attr("class", "axis");
    ticks.forEach((tick) => {
      line(svg, scale(tick), top, scale(tick), y, "grid").lower();
      text(parts, scale(tick), y + 16, format(tick)).attr("text-anchor", "middle");
    });
  }

  function interval(parent, comparison, scale, y) {
    const name = markOf(comparison);
    const mark = MARKS[name];
    const group = parent.append("g").attr("class", STYLES[name]);
    const [low, middle, high] = bounds(comparison);
    if (high !== undefined) {
      // An end beyond the scale gets no cap, as the interval continues.
      const [from, to] = scale.domain();
      line(group, scale(low), y, scale(high), y, "whisker");
      if (low >= from) line(group, scale(low), y - 6, scale(low), y + 6, "whisker");
      if (high <= to) line(group, scale(high), y - 6, scale(high), y + 6, "whisker");
    }
    const x = high === undefined ? low : middle;
    if (x !== undefined) {
      group
        .append("path")
        .attr("class", "symbol")
        .attr("transform", `translate(${scale(x)},${y}) rotate(${mark.turn})`)
        .attr("d", d3.symbol(mark.symbol, 40)());
    }
    return group;
  }

  // Changes since another run are smaller than the ratios of a contest and have a scale of their
  // own. On it, undecided intervals may extend beyond the edges.
  const OUTCOMES = { FASTER: "BETTER", SLOWER: "WORSE", AS_BEFORE: "TIE", UNDECIDED: "UNDECIDED" };
  const CHANGE_TICKS = [1, 1.1, 0.9, 1.25, 0.8, 1.5, 0.7, 2, 0.5];
  const change = ({ dataset: { verdict, ratio, low = null, high = null } }) => ({
    verdict: OUTCOMES[verdict],
    ratio,
    low,
    high,
  });
  const decided = [...document.querySelectorAll("[data-chart=change]")]
    .map(change)
    .filter(({ verdict }) => verdict !== "UNDECIDED")
    .flatMap(bounds);

  function changeScale(range) {
    return d3
      .scaleLog()
      .base(2)
      .domain([d3.min([0.8, ...decided]) * 0.97, d3.max([1.25, ...decided]) * 1.03])
      .range(range)
      .clamp(true);
  }

  const large = (scale) => scale.domain()[0] < 0.4 || scale.domain()[1] > 2.5;

  function changeTicks(scale) {
    if (large(scale)) return ratioTicks(scale);
    const [low, high] = scale.domain();
    return CHANGE_TICKS.reduce((kept, tick) => {
      const apart = kept.every((other) => Math.abs(scale(other) - scale(tick)) >= 32);
      return apart && tick > low && tick < high ? [...kept, tick] : kept;
    }, []);
  }

  // The key of the lines: each subject has its own dashes and symbol besides its colour.
  function key(plot, entries) {
    const list = d3.select(plot).append("ul").attr("class", "key").attr("aria-hidden", "true");
    entries.forEach((entry) => {
      const item = list.append("li");
      const sample = item
        .append("svg")
        .attr("width", 34)
        .attr("height", 14)
        .append("g")
        .attr("class", entry.curve);
      sample.append("path").attr("d", "M0,7H34").attr("stroke-dasharray", entry.style.dash);
      symbol(sample, entry.style, 17, 7);
      item.append("span").text(entry.name);
    });
  }

  // Keeps the first place, and each later one that has enough distance to those already kept.
  const apart = (values, place, room) =>
    values.reduce(
      (kept, value) =>
        kept.every((other) => Math.abs(place(other) - place(value)) >= room)
          ? [...kept, value]
          : kept,
      []
    );

  const UPWARDS = {
    throughput,
    share: (value) => d3.format(".3~r")(value),
    rate: (value) => scaled(value, ["/s", "k/s", "M/s", "G/s"]),
  };

  const ROW = 46;
  const FOOT = 24;
  const HEADER = 26;
  const DOT_ROW = 19;
  const compared = ({ comparisons }) => comparisons.filter(({ metric }) => metric === "THROUGHPUT");
  const placesOf = (plot) =>
    plot.dataset.places.split(" ").map((place) => compared(contests[place]));
  const heights = {
    first: (contest, plot) =>
      20 + FOOT + d3.sum(placesOf(plot), (rows) => HEADER + rows.length * DOT_ROW),
    scale: () => 44,
    interval: () => 30,
    changes: () => 44,
    change: () => 30,
    throughput: (contest) => contest.subjects.length * ROW + FOOT,
    ratios: (contest) => 20 + contest.comparisons.length * ROW + FOOT,
    latency: () => 300,
    curve: () => 340,
  };

  const everything = contests.flatMap((contest) => contest.comparisons);

  const charts = {
    // The workloads one below the other, with a row for each opponent.
    first(plot, width) {
      const groups = placesOf(plot);
      const titles = plot.dataset.titles.split("|");
      const height = heights.first(undefined, plot);
      const bottom = height - FOOT;
      const names = Math.min(220, width * 0.4);
      const svg = canvas(plot, width, height);
      const scale = ratioScale(groups.flat(), [names + 12, width - 52]);
      directions(svg, scale, 12);
      line(svg, scale(1), 18, scale(1), bottom, "even");
      let y = 20;
      groups.forEach((rows, i) => {
        text(svg, 0, y + 17, titles[i], "name ours");
        y += HEADER;
        rows.forEach((comparison) => {
          const group = interval(svg, comparison, scale, y + 8);
          label(svg, 10, y + 12, comparison.opponent, "name", names - 10);
          text(
            group,
            width,
            y + 12,
            `${ratio(comparison)} ${MARKS[markOf(comparison)].sign}`,
            "verdict"
          );
          y += DOT_ROW;
        });
      });
      axis(svg, scale, bottom, ratioTicks(scale), ratioTick, 18);
    },

    // The overview's axis and its rows share one scale.
    scale(plot, width) {
      const scale = ratioScale(everything, [8, width - 8]);
      const svg = canvas(plot, width, heights.scale());
      directions(svg, scale, 14);
      axis(svg, scale, 24, ratioTicks(scale), ratioTick, 24);
    },

    interval(plot, width, contest) {
      const scale = ratioScale(everything, [8, width - 8]);
      const height = Math.max(heights.interval(), plot.parentNode.clientHeight);
      const svg = canvas(plot, width, height);
      ratioTicks(scale).forEach((tick) => line(svg, scale(tick), 0, scale(tick), height, "grid"));
      line(svg, scale(1), 0, scale(1), height, "even");
      interval(svg, contest.comparisons[plot.dataset.comparison], scale, height / 2);
    },

    changes(plot, width) {
      const scale = changeScale([8, width - 8]);
      const svg = canvas(plot, width, heights.changes());
      directions(svg, scale, 14, ["slower", "faster"]);
      axis(svg, scale, 24, changeTicks(scale), large(scale) ? ratioTick : String, 24);
    },

    change(plot, width) {
      const scale = changeScale([8, width - 8]);
      const height = Math.max(heights.change(), plot.parentNode.clientHeight);
      const svg = canvas(plot, width, height);
      changeTicks(scale).forEach((tick) => line(svg, scale(tick), 0, scale(tick), height, "grid"));
      line(svg, scale(1), 0, scale(1), height, "even");
      interval(svg, change(plot), scale, height / 2);
    },

    throughput(plot, width, contest) {
      const height = heights.throughput(contest);
      const bottom = height - FOOT;
      const svg = canvas(plot, width, height);
      const highest = d3.max(contest.subjects.flatMap((subject) => subject.throughput.map(Number)));
      const scale = d3
        .scaleLinear()
        .domain([0, highest || 1])
        .nice(4)
        .range([8, width - 28]);
      contest.subjects.forEach((subject, i) => {
        const y = i * ROW;
        const ours = subject.role === "OURS" ? " ours" : "";
        const rounds = subject.throughput.map(Number).filter(Number.isFinite);
        line(svg, scale.range()[0], y + 30, scale.range()[1], y + 30, "base");
        label(svg, 0, y + 15, subject.name, "name" + ours, width - 110);
        if (rounds.length === 0) return;
        const median = d3.median(rounds);
        text(svg, width, y + 15, throughput(median), "figure");
        rounds.forEach((value, round) =>
          svg
            .append("circle")
            .attr("class", "round" + ours)
            .attr("cx", scale(value))
            .attr("cy", y + 30)
            .attr("r", 3.5)
            .append("title")
            .text(`${subject.name}, round ${round + 1}: ${throughput(value)}`)
        );
        line(svg, scale(median), y + 21, scale(median), y + 39, "median" + ours);
      });
      axis(svg, scale, bottom, scale.ticks(4), (tick) => throughput(tick).replace(/ ?op.s/, ""), 0);
    },

    ratios(plot, width, contest) {
      const height = heights.ratios(contest);
      const top = 20;
      const bottom = height - FOOT;
      const svg = canvas(plot, width, height);
      const scale = ratioScale(contest.comparisons, [8, width - 28]);
      directions(svg, scale, 12);
      line(svg, scale(1), 0, scale(1), bottom, "even");
      contest.comparisons.forEach((comparison, i) => {
        const y = top + i * ROW;
        const mark = MARKS[markOf(comparison)];
        const group = interval(svg, comparison, scale, y + 30);
        text(
          group,
          width,
          y + 15,
          `${ratio(comparison)}  ${mark.sign} ${mark.word}`,
          "verdict"
        );
        label(
          svg,
          0,
          y + 15,
          `${comparison.opponent}, ${METRICS[comparison.metric]}`,
          "name",
          width - 125
        );
      });
      axis(svg, scale, bottom, ratioTicks(scale), ratioTick, top);
    },

    latency(plot, width, contest) {
      const timed = contest.subjects
        .map((subject, i) => ({ subject, style: CURVES[i % CURVES.length], i }))
        .filter(({ subject }) => subject.latency.length > 0);
      const name = ({ subject, i }) => "curve " + (subject.role === "OURS" ? "ours" : "s" + i);

      key(
        plot,
        timed.map((entry) => ({ ...entry, name: entry.subject.name, curve: name(entry) }))
      );

      const left = 52;
      const bottom = 250;
      const svg = canvas(plot, width, bottom + FOOT);
      const x = d3
        .scalePoint()
        .domain(PERCENTILES.map(([field]) => field))
        .range([left, width - 8])
        // On a narrow page the space at the ends is needed between the percentiles.
        .padding(width < 360 ? 0.1 : 0.4);
      // The clock cannot resolve times below a nanosecond.
      const clean = (value) => Math.max(0.5, Number(value) || 0.5);
      const all = timed.flatMap(({ subject }) =>
        subject.latency.flatMap((round) => PERCENTILES.map(([field]) => clean(round[field])))
      );
      const y = d3.scaleLog().domain(d3.extent(all)).nice().range([bottom - 6, 8]);
      d3.range(Math.ceil(Math.log10(y.domain()[0])), Math.log10(y.domain()[1]) + 0.01)
        .map((power) => 10 ** power)
        .forEach((tick) => {
          line(svg, left, y(tick), width, y(tick), "grid");
          text(svg, left - 8, y(tick) + 4, time(tick)).attr("text-anchor", "end");
        });
      PERCENTILES.forEach(([field, words]) =>
        text(svg, x(field), bottom + 16, words).attr("text-anchor", "middle")
      );

      timed.forEach((entry, place) => {
        const curve = svg.append("g").attr("class", name(entry));
        // Draw ranges side by side, so that none hides another.
        const shift = (place - (timed.length - 1) / 2) * Math.min(6, x.step() / 10);
        const points = PERCENTILES.map(([field, words]) => {
          const rounds = entry.subject.latency.map((round) => clean(round[field]));
          return { x: x(field) + shift, rounds, median: d3.median(rounds), words };
        });
        curve
          .append("path")
          .attr("stroke-dasharray", entry.style.dash)
          .attr(
            "d",
            d3
              .line()
              .x((point) => point.x)
              .y((point) => y(point.median))(points)
          );
        points.forEach((point) => {
          line(curve, point.x, y(d3.min(point.rounds)), point.x, y(d3.max(point.rounds)));
          symbol(curve, entry.style, point.x, y(point.median))
            .append("title")
            .text(`${entry.subject.name}, ${point.words}: ${time(point.median)}`);
        });
      });
    },

    curve(plot, width) {
      const data = JSON.parse(plot.dataset.curve);
      const entries = data.lines
        .map((entry, i) => ({
          ...entry,
          style: CURVES[i % CURVES.length],
          curve: "curve " + (entry.ours ? "ours" : "s" + i),
        }))
        .filter((entry) => entry.points.length > 0);
      key(plot, entries);

      const left = 68;
      const top = 22;
      const bottom = 270;
      const svg = canvas(plot, width, bottom + 2 * FOOT);
      const points = entries.flatMap((entry) => entry.points);
      const along = (value) => (data.log ? Math.log(value + data.shift) : value);
      const scale = d3
        .scaleLinear()
        .domain(d3.extent(points, (point) => along(point.x)))
        .range([left + 10, width - 20]);
      const x = (value) => scale(along(value));
      const [low, high] = d3.extent(points, (point) => point.x);
      const y = d3
        .scaleLog()
        .domain([d3.min(points, (point) => point.low), d3.max(points, (point) => point.high)])
        .nice()
        .range([bottom - 6, top + 8]);
      const format = UPWARDS[data.up];
      const powers = d3.range(
        Math.floor(Math.log10(y.domain()[0])),
        Math.ceil(Math.log10(y.domain()[1])) + 1
      );
      const rungs = [1, 2, 5]
        .flatMap((digit) => powers.map((power) => Number(digit + "e" + power)))
        .filter((tick) => tick >= y.domain()[0] && tick <= y.domain()[1]);
      apart(rungs, y, 26).forEach((tick) => {
        line(svg, left, y(tick), width, y(tick), "grid");
        text(svg, left - 8, y(tick) + 4, format(tick)).attr("text-anchor", "end");
      });
      apart(
        data.ticks.filter((tick) => tick >= low && tick <= high),
        x,
        52
      ).forEach((tick) => {
        line(svg, x(tick), bottom - 6, x(tick), bottom, "base");
        text(svg, x(tick), bottom + 16, d3.format(",")(tick)).attr("text-anchor", "middle");
      });
      text(svg, width, bottom + 38, data.along).attr("text-anchor", "end");

      data.crossings.forEach((crossing, i) => {
        const at = x(crossing.x);
        const row = top - 8 + (i % 2) * 15;
        line(svg, at, row + 4, at, bottom, "crossing");
        text(svg, at, row, crossing.label, "crossing").attr("text-anchor", "middle");
      });
      entries.forEach((entry) => {
        const curve = svg.append("g").attr("class", entry.curve);
        curve
          .append("path")
          .attr("stroke-dasharray", entry.style.dash)
          .attr(
            "d",
            d3
              .line()
              .x((point) => x(point.x))
              .y((point) => y(point.middle))(entry.points)
          );
        entry.points.forEach((point) => {
          line(curve, x(point.x), y(point.low), x(point.x), y(point.high));
          symbol(curve, entry.style, x(point.x), y(point.middle))
            .append("title")
            .text(`${entry.name}, ${d3.format(",")(point.x)}: ${format(point.middle)}`);
        });
      });
    },
  };

  function symbol(parent, style, x, y) {
    return parent
      .append("path")
      .attr("class", "symbol")
      .attr("transform", `translate(${x},${y})`)
      .attr("d", d3.symbol(style.symbol, 44)());
  }

  function draw(plot, width = Math.floor(plot.clientWidth)) {
    if (width === 0 || plot.dataset.drawn === String(width)) return;
    plot.replaceChildren();
    charts[plot.dataset.chart](plot, width, contests[plot.dataset.contest]);
    plot.dataset.drawn = width;
  }

  const plots = [...document.querySelectorAll(".plot")];
  // Space is reserved in advance, so that nothing moves when a chart is drawn on scrolling near it.
  plots.forEach((plot) => {
    const height = heights[plot.dataset.chart](contests[plot.dataset.contest], plot);
    plot.style.minHeight = height + "px";
  });
  const margin = 600;
  plots
    .filter((plot) => plot.getBoundingClientRect().top < innerHeight + margin)
    .forEach((plot) => draw(plot));
  const near = new IntersectionObserver(
    (entries) => entries.filter((entry) => entry.isIntersecting).forEach((e) => draw(e.target)),
    { rootMargin: margin + "px 0px" }
  );
  // Observing a plot again reports whether it is in view.
  const watch = () =>
    plots.forEach((plot) => {
      near.unobserve(plot);
      near.observe(plot);
    });
  watch();

  let pending = 0;
  addEventListener("resize", () => {
    cancelAnimationFrame(pending);
    pending = requestAnimationFrame(watch);
  });

  // Paper is narrower than most screens. Charts drawn at its width keep their words legible.
  addEventListener("beforeprint", () =>
    plots.forEach((plot) => draw(plot, plot.closest("figure") ? 330 : 160))
  );
  addEventListener("afterprint", watch);

  const filter = document.getElementById("filter");
  if (filter) {
    const table = filter.parentNode;
    const rows = [...table.querySelectorAll("tr.comparison")];
    const apply = () => {
      const wanted = new FormData(filter);
      const verdicts = wanted.getAll("verdict");
      const measure = wanted.get("measure");
      rows.forEach((row) => {
        row.hidden =
          !verdicts.includes(row.dataset.verdict) ||
          (measure !== "" && row.dataset.measure !== measure);
      });
      table.querySelectorAll("tbody").forEach((group) => {
        group.hidden = !group.querySelector("tr.comparison:not([hidden])");
      });
      let above = "";
      rows
        .filter((row) => !row.hidden)
        .forEach((row) => {
          const contest = row.querySelector("a").hash;
          row.classList.toggle("again", contest === above);
          above = contest;
        });
      const shown = rows.filter((row) => !row.hidden).length;
      document.getElementById("shown").textContent = `${shown} of ${rows.length} shown.`;
    };
    filter.hidden = false;
    filter.addEventListener("change", apply);
    filter.addEventListener("submit", (event) => event.preventDefault());
    apply();
  }
})();
