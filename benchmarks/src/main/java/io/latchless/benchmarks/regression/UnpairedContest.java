package io.latchless.benchmarks.regression;

/**
 * Something that was measured and is not compared.
 *
 * @param contest the contest's name
 * @param part which of its figures
 * @param reason why not
 */
public record UnpairedContest(String contest, Part part, Reason reason) {
  /** Figures that are left out together. */
  public enum Part {
    /** The whole contest. */
    CONTEST,
    /** Its operations a second. */
    THROUGHPUT,
    /** Its times of one operation. */
    LATENCY
  }

  /** Why there is nothing to compare. */
  public enum Reason {
    /** The older run did not measure it. */
    ONLY_NEWER,
    /** The newer run did not measure it. */
    ONLY_OLDER,
    /** The runs differ in its threads or in the words for its workload. */
    OTHER_WORKLOAD,
    /** A round of ours has a figure of nothing, or none that is a number. */
    NO_FIGURE,
    /** No opponent has a figure in every round of both runs. */
    NO_COMMON_OPPONENT
  }
}
