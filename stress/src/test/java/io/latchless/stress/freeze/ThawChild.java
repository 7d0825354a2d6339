package io.latchless.stress.freeze;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The JVM in which the victim of a {@link ThawStage} is frozen and thawed.
 *
 * <p>Begins with {@code ready}. Commands: {@code walk i} sets up and starts the victim of a walk,
 * and unparks it whenever it is parked, until the next command; {@code trace i} does the same for a
 * walk that is stepped through; {@code play ACT...} answers {@code played} when each actor has
 * ended, is parked, or makes no progress; {@code rest} answers {@code rested}, or {@code broken}
 * and the faults. Any answer may be {@code failed REASON} instead.
 */
final class ThawChild {
  static final String ENTER = "enter";
  static final String LEAVE = "leave";
  private static final int WARM_UP_RUNS = 3;
  private static final int FRAMES_SHOWN = 6;
  private static final int MOST_LEADS = 100;
  private static final long A_LOOK_NANOS = 20_000;
  private static final int LOOKS_TO_BE_PARKED = 3;
  private static final Duration SPINNING = Duration.ofMillis(20);

  /** One thread that plays one act, and whether it still does. */
  private static final class Actor {
    final ThawStage.Act act;
    final Thread thread;
    volatile boolean ended;
    volatile @Nullable Throwable failure;

    Actor(ThawStage.Act act, Thread thread) {
      this.act = act;
      this.thread = thread;
    }

    void play(ThawStage.Cast cast) {
      try {
        act.work().run(cast);
      } catch (InterruptedException told) {
        // An interrupt ends an act, and its thread does nothing else.
        Thread.currentThread().interrupt();
      } catch (Throwable thrown) {
        failure = thrown;
      } finally {
        ended = true;
      }
    }

    String whereItIs() {
      return Arrays.stream(thread.getStackTrace())
          .limit(FRAMES_SHOWN)
          .map(frame -> frame.getMethodName() + ":" + frame.getLineNumber())
          .collect(Collectors.joining(" < "));
    }

    boolean isParked() {
      Thread.State state = thread.getState();
      return !ended && (state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING);
    }
  }

  private final ThawStage stage;
  private final List<ThawStage.Walk> walks;
  private final Map<String, ThawStage.Act> acts;
  private final Duration patience;
  private final Queue<Runnable> victimsInbox = new ConcurrentLinkedQueue<>();
  private final Thread victim;
  private final List<Actor> cast = new ArrayList<>();
  private final ThawStage.Cast names = new Names();

  private ThawChild(ThawStage stage, Duration patience) {
    this.stage = stage;
    this.patience = patience;
    walks = stage.walks();
    acts =
        stage.acts().stream().collect(Collectors.toMap(ThawStage.Act::name, Function.identity()));
    victim = new Thread(this::victimLoop, "victim");
    victim.setDaemon(true);
    victim.start();
  }

  private final class Names implements ThawStage.Cast {
    @Override
    public Thread victim() {
      return victim;
    }

    @Override
    public Thread first() {
      return cast.stream()
          .filter(Actor::isParked)
          .map(actor -> actor.thread)
          .findFirst()
          .orElse(Thread.currentThread());
    }
  }

  public static void main(String[] args) throws IOException {
    PrintStream answers = System.out;
    System.setOut(System.err);
    BufferedReader commands =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try {
      String[] words = args[0].split(" ", -1);
      var constructor = Class.forName(words[0]).getDeclaredConstructor();
      constructor.setAccessible(true);
      ThawChild child =
          new ThawChild(
              (ThawStage) constructor.newInstance(), Duration.ofMillis(Long.parseLong(words[1])));
      child.warmUp();
      answers.println("ready");
      for (String line = commands.readLine(); line != null; line = commands.readLine()) {
        String answer = child.obey(line.split(" ", -1), commands);
        if (!answer.isEmpty()) {
          answers.println(answer);
        }
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      e.printStackTrace();
      answers.println("failed " + e);
    }
  }

  private void victimLoop() {
    while (true) {
      Runnable next = victimsInbox.poll();
      var unused = Thread.interrupted(); // interrupted by an act of the previous run
      if (next == null) {
        LockSupport.park(this);
      } else {
        next.run();
      }
    }
  }

  private String obey(String[] command, BufferedReader commands) throws IOException {
    return switch (command[0]) {
      case "walk" -> {
        ThawStage.Walk walk = walks.get(Integer.parseInt(command[1]));
        start(walk, walk.waiting(), commands::ready);
        yield "";
      }
      case "trace" -> {
        ThawStage.Walk walk = walks.get(Integer.parseInt(command[1]));
        start(walk, walk.isTracedAlone() ? "" : walk.waiting(), commands::ready);
        yield "";
      }
      case "play" -> {
        for (int i = 1; i < command.length; i++) {
          play(command[i]);
        }
        yield "played";
      }
      case "rest" -> rest();
      default -> throw new IllegalArgumentException("unknown command " + command[0]);
    };
  }

  private interface Condition {
    boolean holds() throws IOException;
  }

  private void start(ThawStage.Walk walk, String waiting, Condition enough) throws IOException {
    cast.clear();
    walk.setUp().run();
    words(waiting).forEach(this::play);
    Actor actor = new Actor(act(walk.victim()), victim);
    victimsInbox.add(
        () -> {
          enter();
          actor.play(names);
          leave();
        });
    LockSupport.unpark(victim);
    cast.add(actor);
    List<String> lead = words(walk.lead());
    int leads = 0;
    int parked = 0;
    while (!enough.holds()) {
      parked = isParkedInItsAct(actor) ? parked + 1 : 0;
      if (parked >= LOOKS_TO_BE_PARKED && leads < MOST_LEADS && !lead.isEmpty()) {
        play(lead.get(Math.min(leads++, lead.size() - 1)));
        parked = 0;
      }
      LockSupport.parkNanos(A_LOOK_NANOS);
    }
  }

  private boolean isParkedInItsAct(Actor actor) {
    return victimsInbox.isEmpty() && actor.isParked();
  }

  private ThawStage.Act act(String name) {
    ThawStage.Act act = acts.get(name);
    if (act == null) {
      throw new IllegalArgumentException("there is no act " + name);
    }
    return act;
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
  }

  /**
   * The two calls around the victim's operation carry the breakpoints at which a walk begins and
   * ends.
   */
  private static void enter() {}

  private static void leave() {}

  /**
   * Plays an act in a new thread; waits until the thread has ended, is parked, or has spun for too
   * long.
   */
  private void play(String name) {
    ThawStage.Act act = act(name);
    Actor[] self = new Actor[1];
    Thread thread = new Thread(() -> self[0].play(names), name);
    thread.setDaemon(true);
    Actor actor = new Actor(act, thread);
    self[0] = actor;
    thread.start();
    long start = System.nanoTime();
    int parked = 0;
    while (!actor.ended
        && parked < LOOKS_TO_BE_PARKED
        && System.nanoTime() - start < SPINNING.toNanos()) {
      parked = actor.isParked() ? parked + 1 : 0;
      LockSupport.parkNanos(A_LOOK_NANOS);
    }
    cast.add(actor);
  }

  private String rest() {
    List<String> wrong = await(this::wrongAtRest);
    stage.end();
    if (wrong.isEmpty()) {
      wrong = await(this::wrongAtTheEnd);
    }
    boolean left = false;
    for (long start = System.nanoTime(); !left; LockSupport.parkNanos(A_LOOK_NANOS)) {
      left = cast.stream().allMatch(actor -> actor.ended);
      if (!left && !wrong.isEmpty()) {
        cast.stream().filter(actor -> !actor.ended).forEach(actor -> actor.thread.interrupt());
      }
      if (System.nanoTime() - start > Patience.UNDISTURBED.clock().toNanos()) {
        return "stuck " + String.join("; ", wrong);
      }
    }
    return wrong.isEmpty() ? "rested" : "broken " + String.join("; ", wrong);
  }

  private interface Question {
    List<String> ask();
  }

  /** Repeats a question until nothing is wrong; returns the faults that persist. */
  private List<String> await(Question question) {
    long start = System.nanoTime();
    List<String> wrong = question.ask();
    while (!wrong.isEmpty() && System.nanoTime() - start < patience.toNanos()) {
      LockSupport.parkNanos(A_LOOK_NANOS);
      wrong = question.ask();
    }
    return wrong;
  }

  private List<String> wrongAtRest() {
    List<String> wrong = new ArrayList<>();
    List<String> parked = new ArrayList<>();
    for (Actor actor : cast) {
      if (actor.isParked()) {
        parked.add(actor.act.name());
      } else if (!actor.ended) {
        wrong.add(actor.act.name() + " neither ends nor parks, in " + actor.whereItIs());
      }
      addFailure(actor, wrong);
    }
    return wrong.isEmpty() ? stage.objections(parked) : wrong;
  }

  private List<String> wrongAtTheEnd() {
    List<String> wrong = new ArrayList<>();
    for (Actor actor : cast) {
      if (!actor.ended) {
        wrong.add(actor.act.name() + " outlives the end");
      }
      addFailure(actor, wrong);
    }
    return wrong.isEmpty() ? stage.objections(List.of()) : wrong;
  }

  private static void addFailure(Actor actor, List<String> wrong) {
    Throwable failure = actor.failure;
    if (failure != null) {
      wrong.add(actor.act.name() + " has thrown " + failure);
    }
  }

  /** Loads and links the classes that the acts need. */
  private void warmUp() throws IOException {
    for (int run = 0; run < WARM_UP_RUNS; run++) {
      for (ThawStage.Walk walk : walks) {
        start(
            walk,
            walk.waiting(),
            () -> cast.stream().allMatch(actor -> actor.ended || actor.isParked()));
        words(walk.scripts().get(run % walk.scripts().size())).forEach(this::play);
        var unused = rest();
      }
    }
  }
}
