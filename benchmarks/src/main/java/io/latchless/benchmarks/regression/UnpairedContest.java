package io.latchless.benchmarks.regression;

/**
 * A measurement that is not compared.
 *
 * @param contest the contest's name
 * @param part the part of its figures
 * @param reason the reason
 */
public record UnpairedContest(String contest, Part part, Reason reason) {
  /** The figures that are left out together. */
  public enum Part {
    /** The whole contest. */
    CONTEST,
    /** The operations per second. */
    THROUGHPUT,
    /** The times of one operation. */
    LATENCY
  }

  /** The reasons for not comparing. */
  public enum Reason {
    /** The older run did not measure it. */
    ONLY_NEWER,
    /** The newer run did not measure it. */
    ONLY_OLDER,
    /** The runs differ in the number of threads or in the words for the workload. */
    OTHER_WORKLOAD,
    /** A round of ours has a figure of zero, or one that is not a number. */
    NO_FIGURE,
    /** No opponent has a figure in every round of both runs. */
    NO_COMMON_OPPONENT
  }
}
