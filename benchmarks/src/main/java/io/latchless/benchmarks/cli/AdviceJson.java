package io.latchless.benchmarks.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.latchless.benchmarks.advice.Advice;
import io.latchless.benchmarks.advice.AdviceChange;
import io.latchless.benchmarks.advice.Answer;
import io.latchless.benchmarks.advice.Certainty;
import io.latchless.benchmarks.advice.Standing;
import io.latchless.benchmarks.choice.Candidate;
import io.latchless.benchmarks.choice.Requirements;
import io.latchless.benchmarks.choice.Shape;
import io.latchless.benchmarks.report.AdviceSentences;
import io.latchless.benchmarks.results.Comparison;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Renders an advice as JSON; docs/choosing.md describes the fields. */
final class AdviceJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private AdviceJson() {}

  private record Document(
      Workload asked,
      @Nullable String nearness,
      String contest,
      Workload workload,
      Needs wants,
      String certainty,
      @Nullable String choice,
      @Nullable String runnerUp,
      @Nullable Double ratio,
      @Nullable Double low,
      @Nullable Double high,
      @Nullable Integer rounds,
      String answer,
      List<Figure> candidates,
      List<Otherwise> alsoNear,
      List<Otherwise> changes,
      Source source) {}

  private record Workload(
      String shared,
      int reads,
      int updatesPerSecond,
      int readsPerSecond,
      int size,
      int threads,
      int workNanos) {}

  private record Needs(boolean wholeState, boolean goesOn, @Nullable Long mostBytes) {}

  private record Figure(
      String name,
      String role,
      double operationsPerSecond,
      @Nullable Double choiceTimes,
      @Nullable Double low,
      @Nullable Double high,
      @Nullable Double bytesPerOperation,
      @Nullable Long footprintBytes,
      @Nullable Double tornLooks,
      @Nullable String objection,
      @Nullable String cannot) {}

  private record Otherwise(String condition, String certainty, @Nullable String choice) {}

  private record Source(
      @Nullable String file, String started, String cpu, int cores, String jdk, boolean measured) {}

  static String of(Answer answer, AdviceSource source) {
    Advice advice = answer.advice();
    Comparison lead = advice.lead().orElse(null);
    Document document =
        new Document(
            workload(answer.asked()),
            nullIfEmpty(answer.nearness()),
            advice.shape().contestName(),
            workload(advice.shape()),
            needs(advice.wants()),
            name(advice.certainty()),
            name(advice.choice()),
            name(advice.runnerUp()),
            lead == null ? null : (Double) lead.ratio(),
            lead == null ? null : lead.low(),
            lead == null ? null : lead.high(),
            lead == null ? null : (Integer) lead.rounds(),
            AdviceSentences.answer(advice),
            advice.standings().stream().map(AdviceJson::figure).toList(),
            answer.alsoNear().stream().map(AdviceJson::otherwise).toList(),
            answer.changes().stream().map(AdviceJson::otherwise).toList(),
            new Source(
                source.file() == null ? null : source.file().toString(),
                source.started().toString(),
                source.machine().cpu(),
                source.machine().cores(),
                source.machine().jdk(),
                source.measured()));
    try {
      return MAPPER.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of plain values could not be written", e);
    }
  }

  private static Workload workload(Shape shape) {
    return new Workload(
        shape.shared().key(),
        shape.readPercent(),
        shape.updatesPerSecond(),
        shape.readsPerSecond(),
        shape.size(),
        shape.threads(),
        shape.workNanos());
  }

  private static Needs needs(Requirements wants) {
    return new Needs(
        wants.wholeState(), wants.goesOn(), wants.boundsMemory() ? wants.mostBytes() : null);
  }

  private static Figure figure(Standing standing) {
    Comparison against = standing.choiceAgainst();
    return new Figure(
        standing.candidate().name(),
        standing.candidate().role().name(),
        standing.median(),
        against == null ? null : (Double) against.ratio(),
        against == null ? null : against.low(),
        against == null ? null : against.high(),
        standing.figures().bytesPerOperation(),
        standing.figures().footprintBytes(),
        standing.figures().tornLooks(),
        standing.objection(),
        nullIfEmpty(standing.candidate().cannot()));
  }

  private static Otherwise otherwise(AdviceChange change) {
    return new Otherwise(
        change.condition(), name(change.advice().certainty()), name(change.advice().choice()));
  }

  private static @Nullable String nullIfEmpty(String text) {
    return text.isEmpty() ? null : text;
  }

  private static @Nullable String name(@Nullable Candidate candidate) {
    return candidate == null ? null : candidate.name();
  }

  private static String name(Certainty certainty) {
    return certainty.name().toLowerCase(Locale.ROOT);
  }
}
