package io.latchless.eventbus;

import io.latchless.metrics.Counter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Gathers the answers to one request. */
final class Gathering<R> {
  /*
   * One reference holds all that is known. Each answer replaces it by compare-and-set. The answer,
   * failure or time-out that ends the request replaces it by null, and so decides alone how the
   * request ends. From then on nothing of the request is kept here, however long its responders
   * hold on to it.
   */

  /** What is known while the request is open. */
  private record Open<R>(
      Gather rule,
      List<String> expected,
      CompletableFuture<Gathered<R>> future,
      Map<String, R> answers,
      Map<String, Throwable> failures) {

    Open<R> with(String responder, @Nullable R answer, @Nullable Throwable failure) {
      Map<String, R> nextAnswers = new LinkedHashMap<>(answers);
      Map<String, Throwable> nextFailures = new LinkedHashMap<>(failures);
      if (answer != null) {
        nextAnswers.put(responder, answer);
      } else if (failure != null) {
        nextFailures.put(responder, failure);
      }
      return new Open<>(rule, expected, future, nextAnswers, nextFailures);
    }

    private boolean wantsAll() {
      return rule.answers() == Integer.MAX_VALUE;
    }

    boolean isEnough() {
      return wantsAll()
          ? !answers.isEmpty() && answers.size() == expected.size()
          : answers.size() >= rule.answers();
    }

    boolean isOver() {
      int outstanding = expected.size() - answers.size() - failures.size();
      return isEnough()
          || outstanding == 0
          || (!wantsAll() && answers.size() + outstanding < rule.answers());
    }

    Gathered<R> gathered() {
      List<String> silent = new ArrayList<>(expected);
      silent.removeAll(answers.keySet());
      silent.removeAll(failures.keySet());
      return new Gathered<>(answers, failures, silent, isEnough());
    }
  }

  private final Counter late;
  private final AtomicReference<@Nullable Open<R>> open;
  private final AtomicReference<@Nullable Future<?>> timer = new AtomicReference<>();

  Gathering(
      Counter late, Gather rule, List<String> expected, CompletableFuture<Gathered<R>> future) {
    this.late = late;
    this.open = new AtomicReference<>(new Open<>(rule, expected, future, Map.of(), Map.of()));
  }

  /** Sets the task that calls {@link #end} at the time limit. */
  void endBy(Future<?> task) {
    timer.set(task);
    if (open.get() == null) {
      stopTimer();
    }
  }

  void answered(String responder, R answer) {
    if (!add(responder, answer, null)) {
      late.increment();
    }
  }

  void failed(String responder, Throwable failure) {
    var unused = add(responder, null, failure);
  }

  /** Returns false if the request is over. */
  private boolean add(String responder, @Nullable R answer, @Nullable Throwable failure) {
    for (; ; ) {
      Open<R> seen = open.get();
      if (seen == null) {
        return false;
      }
      if (seen.answers.containsKey(responder) || seen.failures.containsKey(responder)) {
        return true;
      }
      Open<R> next = seen.with(responder, answer, failure);
      if (next.isOver()) {
        if (open.compareAndSet(seen, null)) {
          complete(next);
          return true;
        }
      } else if (open.compareAndSet(seen, next)) {
        return true;
      }
    }
  }

  /** Ends the request with what is there, unless it is over; also if it can never succeed. */
  void end() {
    Open<R> seen = open.getAndSet(null);
    if (seen != null) {
      complete(seen);
    }
  }

  /** Ends the request if no answer can change its outcome. */
  void endIfOver() {
    Open<R> seen = open.get();
    if (seen != null && seen.isOver()) {
      end();
    }
  }

  /** Forgets a request whose future was completed by its caller. */
  void forget() {
    open.set(null);
    stopTimer();
  }

  private void complete(Open<R> last) {
    stopTimer();
    last.future.complete(last.gathered());
  }

  private void stopTimer() {
    Future<?> task = timer.getAndSet(null);
    if (task != null) {
      task.cancel(false);
    }
  }

  /** A request in the queue of one responder. */
  static final class Asked<Q, R> {
    final Q request;
    private final Gathering<R> gathering;
    private final String responder;

    Asked(Q request, Gathering<R> gathering, String responder) {
      this.request = request;
      this.gathering = gathering;
      this.responder = responder;
    }

    void answerBy(Responder<? super Q, ? extends R> responderOf) throws Exception {
      R answer;
      try {
        answer = responderOf.answer(request);
        if (answer == null) {
          throw new NullPointerException("the responder returned null");
        }
      } catch (Throwable thrown) {
        gathering.failed(responder, thrown);
        throw thrown;
      }
      gathering.answered(responder, answer);
    }

    void dropped(DropReason reason) {
      gathering.failed(responder, new IllegalStateException("the request was dropped: " + reason));
    }

    @Override
    public String toString() {
      return "request " + request;
    }
  }
}
