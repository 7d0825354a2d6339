package io.latchless.stress.soak;

import io.latchless.eventbus.Gathered;
import io.latchless.stress.subjects.ResponderSubject;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** What a request to several responders promises. */
public final class ResponderChecks {
  private static final int COLLECTIONS = 20;

  private ResponderChecks() {}

  /** Checks that each answer counts when responders answer in tasks. */
  public static List<String> later(ResponderSubject.Factory factory) {
    Queue<Runnable> tasks = new ArrayDeque<>();
    return answers(factory, tasks::add, tasks);
  }

  /** Checks that each answer counts when responders answer while they are asked. */
  public static List<String> atOnce(ResponderSubject.Factory factory) {
    return answers(factory, Runnable::run, new ArrayDeque<>());
  }

  private static List<String> answers(
      ResponderSubject.Factory factory, Executor executor, Queue<Runnable> tasks) {
    Findings findings = new Findings();
    ResponderSubject topic = factory.create(executor);
    topic.respond("a");
    topic.respond("b");
    topic.respond("c");
    for (int answers = 3; answers >= 1; answers--) {
      CompletableFuture<Gathered<String>> outcome = topic.request(answers);
      run(tasks);
      findings.require(outcome.isDone(), "fewer than %s of 3 answers have come", answers);
      if (outcome.isDone()) {
        int came = outcome.join().answers().size();
        findings.require(came == answers, "%s answers where %s are enough", came, answers);
      }
    }
    return findings.list();
  }

  private static void run(Queue<Runnable> tasks) {
    while (!tasks.isEmpty()) {
      tasks.remove().run();
    }
  }

  /** Checks that one responder that registers twice does not count as two. */
  public static List<String> ofOne(ResponderSubject.Factory factory) {
    Findings findings = new Findings();
    ResponderSubject topic = factory.create(Runnable::run);
    topic.respond("a");
    try {
      topic.respond("a");
    } catch (IllegalArgumentException refused) {
      // It may be refused.
    }
    CompletableFuture<Gathered<String>> outcome = topic.request(2);
    findings.require(
        !outcome.isDone() || !outcome.join().isEnough(), "two answers, both of one responder");
    return findings.list();
  }

  /** Checks that a request that is over is not kept alive. */
  public static List<String> kept(ResponderSubject.Factory factory) {
    Findings findings = new Findings();
    Queue<Runnable> tasks = new ArrayDeque<>();
    ResponderSubject topic = factory.create(tasks::add);
    topic.respond("a");
    try {
      WeakReference<?> answered = new WeakReference<>(topic.request(1));
      run(tasks);
      findings.require(isCollected(answered), "an answered request is kept");
      WeakReference<?> cancelled = cancelled(topic);
      run(tasks);
      findings.require(isCollected(cancelled), "a cancelled request is kept");
    } finally {
      Reference.reachabilityFence(topic);
    }
    return findings.list();
  }

  private static WeakReference<?> cancelled(ResponderSubject topic) {
    CompletableFuture<?> outcome = topic.request(1);
    outcome.cancel(false);
    return new WeakReference<>(outcome);
  }

  private static boolean isCollected(WeakReference<?> reference) {
    for (int i = 0; i < COLLECTIONS && !reference.refersTo(null); i++) {
      System.gc();
    }
    return reference.refersTo(null);
  }
}
