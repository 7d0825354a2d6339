package io.latchless.stress.soak;

import io.latchless.stress.subjects.HandlersSubject;
import io.latchless.stress.subjects.HandlersSubject.Registration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Every dispatch that starts between a handler's registration and its close calls it once, in
 * order. No dispatch that starts after the close calls it.
 */
public final class HandlersAccount {
  private static final int STAYERS = 3;
  private static final int OPEN_AT_ONCE = 3;

  private final HandlersSubject<Dispatch> handlers;
  private final int keys;
  private final Findings findings = new Findings();
  private final AtomicLong clock = new AtomicLong();
  private final BitSet ids = new BitSet();
  private final List<Member> stayers = new ArrayList<>();

  private HandlersAccount(HandlersSubject<Dispatch> handlers, int keys) {
    this.handlers = handlers;
    this.keys = keys;
  }

  /** One dispatch, and the handlers that it has called. */
  public static final class Dispatch {
    private final long started;
    private final List<Member> called = new ArrayList<>();

    private Dispatch(long started) {
      this.started = started;
    }
  }

  /** One handler. */
  private final class Member implements Consumer<Dispatch> {
    private final int key;
    private final Registration registration;

    /** The time of the close; 0 while the handler is open. */
    private volatile long closed;

    Member(int key) {
      this.key = key;
      this.registration = handlers.subscribe(key, this);
    }

    @Override
    public void accept(Dispatch dispatch) {
      long end = closed;
      findings.require(
          end == 0 || end > dispatch.started,
          "a dispatch that started at %d has called a handler that was closed at %d",
          dispatch.started,
          end);
      dispatch.called.add(this);
    }

    void close() {
      registration.close();
      closed = clock.incrementAndGet();
    }
  }

  /**
   * Runs threads that subscribe, dispatch and close, and one that dispatches continuously.
   *
   * @param keys the number of keys
   * @param rounds the number of handlers that each thread subscribes
   */
  public static List<String> audit(
      HandlersSubject<Dispatch> handlers, int keys, int threads, int rounds)
      throws InterruptedException {
    return new HandlersAccount(handlers, keys).run(threads, rounds);
  }

  private List<String> run(int threads, int rounds) throws InterruptedException {
    BitSet first = new BitSet();
    for (int i = 0; i < STAYERS * keys; i++) {
      stayers.add(subscribe(i % keys, first));
    }
    AtomicInteger churning = new AtomicInteger(threads);
    Workers.run(
        threads + 1,
        member -> {
          if (member < threads) {
            churn(rounds);
            churning.decrementAndGet();
          } else {
            for (int key = 0; churning.get() > 0; key = (key + 1) % keys) {
              dispatch(key, stayers);
            }
          }
        });
    for (int key = 0; key < keys; key++) {
      int left = dispatch(key, stayers).called.size();
      findings.require(left == STAYERS, "%d handlers are left of %d", left, STAYERS);
    }
    merge(first);
    return findings.list();
  }

  private void churn(int rounds) {
    BitSet mine = new BitSet();
    Deque<Member> open = new ArrayDeque<>();
    for (int i = 0; i < rounds; i++) {
      open.addLast(subscribe(i % keys, mine));
      dispatch(i % keys, open);
      if (open.size() == OPEN_AT_ONCE) {
        Member oldest = open.removeFirst();
        oldest.close();
        oldest.registration.close();
        dispatch(oldest.key, open);
      }
    }
    open.forEach(Member::close);
    merge(mine);
  }

  private Member subscribe(int key, BitSet mine) {
    Member member = new Member(key);
    int id = (int) member.registration.id();
    findings.require(!mine.get(id), "id %d was given twice", id);
    mine.set(id);
    return member;
  }

  private void merge(BitSet mine) {
    synchronized (ids) {
      findings.require(!ids.intersects(mine), "an id was given to two threads");
      ids.or(mine);
    }
  }

  private Dispatch dispatch(int key, Iterable<Member> expected) {
    Dispatch dispatch = new Dispatch(clock.incrementAndGet());
    handlers.dispatch(key, dispatch);
    Set<Member> once = Collections.newSetFromMap(new IdentityHashMap<>());
    once.addAll(dispatch.called);
    findings.require(
        once.size() == dispatch.called.size(),
        "%d handlers were called %d times",
        once.size(),
        dispatch.called.size());
    for (Member member : dispatch.called) {
      findings.require(member.key == key, "key %d has called one of key %d", key, member.key);
    }
    for (Member member : expected) {
      findings.require(
          member.key != key || once.contains(member),
          "handler %d was lost",
          member.registration.id());
    }
    for (Member member : stayers) {
      findings.require(
          member.key != key || once.contains(member),
          "handler %d, which stays, was lost",
          member.registration.id());
    }
    return dispatch;
  }
}
