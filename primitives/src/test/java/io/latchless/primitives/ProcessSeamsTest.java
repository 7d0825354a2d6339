package io.latchless.primitives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Tests where following a process meets its user: threads, callbacks, late requests, time,
 * retention.
 */
@Timeout(60)
class ProcessSeamsTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration FOREVER = ChronoUnit.FOREVER.getDuration();

  private final List<Process> started = new ArrayList<>();
  private final Queue<Throwable> reported = new ConcurrentLinkedQueue<>();
  private final ListenerErrorHandler errors = (thrower, thrown) -> reported.add(thrown);
  private final ProcessStatusHolder holder = holder(InstantSource.system());

  private ProcessStatusHolder holder(InstantSource clock) {
    return new ProcessStatusHolder(clock, errors);
  }

  @AfterEach
  void leaveNoProcessBehind() {
    started.forEach(Process::destroyForcibly);
  }

  private static ProcessBuilder shell(String script) {
    return new ProcessBuilder("sh", "-c", script);
  }

  private static ProcessBuilder endless() {
    return shell("exec sleep 600").redirectOutput(ProcessBuilder.Redirect.DISCARD);
  }

  private ProcessFollower start(ProcessStatusHolder holder, ProcessBuilder builder)
      throws IOException {
    ProcessFollower follower = ProcessFollower.start(holder, builder);
    started.add(follower.process());
    return follower;
  }

  /** Ends with exit code 3 as soon as its input is closed. */
  private static ProcessBuilder untilToldTo() {
    return shell("read line; exit 3");
  }

  private static void tell(ProcessFollower follower) throws IOException {
    follower.process().getOutputStream().close();
  }

  private static ProcessSnapshot last(ProcessStatusHolder holder) throws Exception {
    return holder.await(now -> now.status().isOver(), LONG).orElseThrow();
  }

  // Threads

  @Test
  @SuppressWarnings("ThreadPriorityCheck") // on purpose
  void theEndIsToldOnANamedDaemonThreadOfNormalPriority() throws Exception {
    CompletableFuture<Thread> told = new CompletableFuture<>();
    Race.Runner<ProcessFollower> urgent =
        Race.start(
            () -> {
              Thread.currentThread().setPriority(Thread.MAX_PRIORITY);
              return start(holder, untilToldTo());
            });
    ProcessFollower follower = urgent.result();
    holder.addListener((from, to) -> told.complete(Thread.currentThread()));
    CompletableFuture<Thread> dependent =
        follower.whenOver().thenApply(last -> Thread.currentThread());
    tell(follower);
    Thread thread = told.get(30, TimeUnit.SECONDS);
    assertThat(thread.getName()).isEqualTo("process-follower " + follower.pid());
    assertThat(thread.isDaemon()).isTrue();
    assertThat(thread.getPriority()).isEqualTo(Thread.NORM_PRIORITY);
    assertThat(dependent.get(30, TimeUnit.SECONDS)).isSameAs(thread);
    thread.join(30_000);
    assertThat(thread.isAlive()).as("ends with its process").isFalse();
  }

  @Test
  void aStrayInterruptDoesNotEndTheWatch() throws Exception {
    ProcessFollower follower = start(holder, untilToldTo());
    Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("process-follower " + follower.pid()))
        .forEach(Thread::interrupt);
    assertThat(holder.status()).isEqualTo(ProcessStatus.RUNNING);
    tell(follower);
    assertThat(last(holder).exitCode()).hasValue(3);
  }

  @Test
  void anInterruptedCallerStartsAndStops() throws Exception {
    Thread.currentThread().interrupt();
    ProcessFollower follower = start(holder, endless());
    CompletableFuture<ProcessSnapshot> over = follower.stop(FOREVER);
    assertThat(Thread.interrupted()).as("is left to the caller").isTrue();
    assertThat(over.get(30, TimeUnit.SECONDS).status()).isEqualTo(ProcessStatus.STOPPED);
  }

  @Test
  void aListenerThatBlocksHidesNoExit() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    holder.addListener((from, to) -> awaitUninterrupted(release));
    Race.Runner<ProcessFollower> starter = Race.start(() -> start(holder, shell("exit 3")));
    assertThat(holder.await(now -> now.status().isOver(), LONG))
        .hasValueSatisfying(last -> assertThat(last.exitCode()).hasValue(3));
    ProcessStatusHolder other = holder(InstantSource.system());
    start(other, shell("exit 0"));
    assertThat(other.awaitReached(ProcessStatus.SUCCESS, LONG)).isTrue();
    release.countDown();
    starter.result();
  }

  @Test
  void aListenerOfTheEndThatBlocksHoldsBackNoOtherProcess() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    ProcessFollower first = start(holder, untilToldTo());
    holder.addListener((from, to) -> awaitUninterrupted(release));
    tell(first);
    assertThat(holder.awaitReached(ProcessStatus.FAILED, LONG)).isTrue();
    ProcessStatusHolder other = holder(InstantSource.system());
    start(other, shell("exit 0"));
    assertThat(other.awaitReached(ProcessStatus.SUCCESS, LONG)).isTrue();
    release.countDown();
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  // Exceptions

  @Test
  void whateverListenersThrowTheExitIsToldOnce() throws Exception {
    Queue<ProcessStatus> told = new ConcurrentLinkedQueue<>();
    holder.addListener((from, to) -> ProcessSeamsTest.<RuntimeException>sneak(new IOException()));
    holder.addListener((from, to) -> overflow(1));
    holder.addListener((from, to) -> told.add(to.status()));
    start(holder, shell("exit 3"));
    assertThat(last(holder).exitCode()).hasValue(3);
    await().until(() -> told.size() == 2);
    assertThat(told).containsExactly(ProcessStatus.RUNNING, ProcessStatus.FAILED);
    assertThat(reported)
        .hasSize(4)
        .hasAtLeastOneElementOfType(IOException.class)
        .hasAtLeastOneElementOfType(StackOverflowError.class);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> void sneak(Throwable thrown) throws T {
    throw (T) thrown;
  }

  @SuppressWarnings("InfiniteRecursion") // on purpose
  private static int overflow(int depth) {
    return overflow(depth + 1) + 1;
  }

  @Test
  void aClockThatThrowsDoesNotHideTheExit() throws Exception {
    CountDownLatch broken = new CountDownLatch(1);
    ProcessStatusHolder holder =
        holder(
            () -> {
              if (broken.getCount() == 0) {
                throw new IllegalStateException("no time");
              }
              return Instant.now();
            });
    ProcessFollower follower = start(holder, untilToldTo());
    broken.countDown();
    tell(follower);
    assertThat(last(holder).exitCode()).hasValue(3);
  }

  @Test
  void anExecutorThatRefusesLeavesTheTellingToTheThreadThatRecords() throws Exception {
    RejectedExecutionException refused = new RejectedExecutionException("shut down");
    Queue<ProcessStatus> told = new ConcurrentLinkedQueue<>();
    ProcessStatusHolder holder =
        new ProcessStatusHolder(
            InstantSource.system(),
            errors,
            task -> {
              throw refused;
            });
    holder.addListener((from, to) -> told.add(to.status()));
    ProcessFollower follower = start(holder, shell("exit 0"));
    assertThat(follower.whenOver().get(30, TimeUnit.SECONDS).exitCode()).hasValue(0);
    await().until(() -> told.size() == 2);
    assertThat(told).containsExactly(ProcessStatus.RUNNING, ProcessStatus.SUCCESS);
    await().untilAsserted(() -> assertThat(reported).containsExactly(refused, refused));
  }

  // Executor

  @Test
  void anExecutorTellsListenersAndFuturesAndHoldsBackNeitherStatusNorThreads() throws Exception {
    Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    Queue<ProcessStatus> told = new ConcurrentLinkedQueue<>();
    ProcessStatusHolder holder =
        new ProcessStatusHolder(InstantSource.system(), errors, (Executor) tasks::add);
    holder.addListener((from, to) -> told.add(to.status()));
    CompletableFuture<ProcessSnapshot> over = holder.whenOver();
    CompletableFuture<OptionalInt> dependent = over.thenApply(ProcessSnapshot::exitCode);
    Race.Runner<Boolean> waiter =
        Race.start(() -> holder.awaitReached(ProcessStatus.SUCCESS)).untilParked();
    assertThat(holder.waiterCount()).isEqualTo(2);
    start(holder, shell("exit 0"));
    assertThat(waiter.result()).isTrue();
    assertThat(told).isEmpty();
    assertThat(over.get(30, TimeUnit.SECONDS)).isEqualTo(holder.get());
    assertThat(dependent).isNotDone();
    await().until(() -> tasks.size() == 2);
    tasks.forEach(Runnable::run);
    assertThat(told).containsExactly(ProcessStatus.RUNNING, ProcessStatus.SUCCESS);
    assertThat(dependent).isCompletedWithValue(OptionalInt.of(0));
    assertThat(holder.waiterCount()).isZero();
  }

  // The reason for an exit

  @Test
  void whatWasDeadBeforeItWasStoppedHasNotBeenStopped() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    ProcessStatusHolder holder =
        holder(
            () -> { // stalls between learning of the exit and recording it
              if (Thread.currentThread().getName().startsWith("process-follower")) {
                awaitUninterrupted(release);
              }
              return Instant.now();
            });
    ProcessFollower follower = start(holder, shell("exit 3"));
    assertThat(follower.process().waitFor()).isEqualTo(3);
    follower.stop();
    follower.kill();
    CompletableFuture<ProcessSnapshot> stopped = follower.stop(Duration.ZERO);
    CompletableFuture<ProcessSnapshot> tree = follower.stopTree(LONG);
    release.countDown();
    assertThat(stopped.get(30, TimeUnit.SECONDS).status()).isEqualTo(ProcessStatus.FAILED);
    assertThat(tree.get(30, TimeUnit.SECONDS).exitCode()).hasValue(3);
  }

  // Stopping

  private static final String DEAF = "trap '' TERM; echo ready; while :; do sleep 0.05; done";

  @Test
  void aGraceThatIsOverEndsWithAKill() throws Exception {
    ProcessFollower follower = start(holder, shell(DEAF));
    assertThat(follower.process().getInputStream().read()).isEqualTo('r');
    ProcessSnapshot last = follower.stop(Duration.ofMillis(20)).get(30, TimeUnit.SECONDS);
    assertThat(last.status()).isEqualTo(ProcessStatus.STOPPED);
    assertThat(last.exitCode()).hasValue(137);
  }

  @Test
  void whatEndsInTimeIsNotKilledAndNoThreadIsLeft() throws Exception {
    ProcessFollower follower = start(holder, endless());
    ProcessSnapshot last = follower.stop(Duration.ofHours(1)).get(30, TimeUnit.SECONDS);
    assertThat(last.exitCode()).hasValue(143);
    await()
        .until(
            () ->
                Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(
                        thread -> thread.getName().equals("process-stopper " + follower.pid())));
    assertThat(follower.stop(LONG)).isCompletedWithValue(last);
    assertThat(follower.stopTree(Duration.ZERO).get(30, TimeUnit.SECONDS)).isEqualTo(last);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> follower.stop(Duration.ofNanos(-1)))
        .withMessage("grace must be at least 0, was PT-0.000000001S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> follower.stopTree(Duration.ofNanos(-1)))
        .withMessage("grace must be at least 0, was PT-0.000000001S");
  }

  @Test
  void noGraceIsAKill() throws Exception {
    ProcessFollower follower = start(holder, endless());
    assertThat(follower.stop(Duration.ZERO).get(30, TimeUnit.SECONDS).exitCode()).hasValue(137);
  }

  @Test
  void aTreeIsStoppedWithTheDescendantsThatItsDeathWouldHide() throws Exception {
    ProcessFollower follower =
        start(holder, shell("sh -c \"" + DEAF + "\" & echo $!; exec sleep 600"));
    BufferedReader output = follower.process().inputReader(StandardCharsets.US_ASCII);
    List<String> lines = List.of(output.readLine(), output.readLine());
    String pid = lines.get(0).equals("ready") ? lines.get(1) : lines.get(0);
    ProcessHandle deaf = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    ProcessSnapshot last = follower.stopTree(Duration.ofMillis(50)).get(30, TimeUnit.SECONDS);
    assertThat(last.status()).isEqualTo(ProcessStatus.STOPPED);
    assertThat(last.exitCode()).hasValue(143);
    await().until(() -> !deaf.isAlive());
  }

  // Handles

  @Test
  void aHandleIsFollowedWithoutAnExitCode() throws Exception {
    Process process = untilToldTo().start();
    started.add(process);
    ProcessFollower follower = ProcessFollower.follow(holder, process.toHandle());
    assertThat(follower.pid()).isEqualTo(process.pid());
    assertThat(follower.handle()).isEqualTo(process.toHandle());
    assertThatIllegalStateException().isThrownBy(follower::process);
    process.getOutputStream().close();
    ProcessSnapshot last = last(holder);
    assertThat(last.status()).isEqualTo(ProcessStatus.FAILED);
    assertThat(last.start()).isNotNull();
    assertThat(last.exitCode()).isEmpty();
  }

  @Test
  void aHandleIsStopped() throws Exception {
    Process process = shell(DEAF).start();
    started.add(process);
    assertThat(process.getInputStream().read()).isEqualTo('r');
    ProcessFollower follower = ProcessFollower.follow(holder, process.toHandle());
    ProcessSnapshot last = follower.stop(Duration.ofMillis(20)).get(30, TimeUnit.SECONDS);
    assertThat(last.status()).isEqualTo(ProcessStatus.STOPPED);
    assertThat(last.exitCode()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProcessFollower.follow(holder, ProcessHandle.current()))
        .withMessageStartingWith("handle must be of another process");
  }

  // A user's own Process

  private static class Made extends Process {
    final CountDownLatch over = new CountDownLatch(1);

    @Override
    public OutputStream getOutputStream() {
      return OutputStream.nullOutputStream();
    }

    @Override
    public InputStream getInputStream() {
      return InputStream.nullInputStream();
    }

    @Override
    public InputStream getErrorStream() {
      return InputStream.nullInputStream();
    }

    @Override
    public int waitFor() throws InterruptedException {
      over.await();
      return 3;
    }

    @Override
    public int exitValue() {
      if (over.getCount() > 0) {
        throw new IllegalThreadStateException();
      }
      return 3;
    }

    @Override
    public void destroy() {
      throw new UnsupportedOperationException("cannot be stopped");
    }
  }

  @Test
  void aRequestThatCouldNotBeSentStopsNothing() throws Exception {
    Made process = new Made();
    ProcessFollower follower = ProcessFollower.follow(holder, process);
    assertThat(follower.process()).isSameAs(process);
    assertThat(org.assertj.core.api.Assertions.catchThrowable(follower::stop))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("cannot be stopped");
    process.over.countDown();
    ProcessSnapshot last = last(holder);
    assertThat(last.status()).isEqualTo(ProcessStatus.FAILED);
    assertThat(last.exitCode()).hasValue(3);
  }

  @Test
  void oneThatCannotBeWaitedForIsLost() throws Exception {
    AssertionError thrown = new AssertionError("cannot be waited for");
    ProcessFollower.follow(
        holder,
        new Made() {
          @Override
          public int waitFor() {
            throw thrown;
          }
        });
    ProcessSnapshot last = last(holder);
    assertThat(last.status()).isEqualTo(ProcessStatus.FAILED);
    assertThat(last.exitCode()).isEmpty();
    await().untilAsserted(() -> assertThat(reported).containsExactly(thrown));
  }

  // Time

  @Test
  void theStartIsThatOfTheProcessAndNotOfTheNotice() throws Exception {
    Instant before = Instant.now();
    ProcessFollower follower = start(holder, endless());
    Instant start = follower.handle().info().startInstant().orElseThrow();
    assertThat(holder.get().start()).isBetween(before, Instant.now());
    await().until(() -> Instant.now().isAfter(start.plusMillis(20)));
    ProcessStatusHolder late = holder(InstantSource.system());
    Instant noticed = Instant.now();
    ProcessFollower.follow(late, follower.process());
    assertThat(late.get().start()).isBeforeOrEqualTo(start).isBefore(noticed);
    ProcessStatusHolder handle = holder(InstantSource.system());
    ProcessFollower.follow(handle, follower.handle());
    assertThat(handle.get().start()).isBeforeOrEqualTo(start).isBefore(noticed);
  }

  @Test
  void theStartIsByTheHoldersClock() throws Exception {
    SettableClock clock = new SettableClock();
    ProcessStatusHolder holder = holder(clock);
    ProcessFollower follower = start(holder, untilToldTo());
    assertThat(holder.get().start()).isEqualTo(SettableClock.NOON);
    clock.set(SettableClock.NOON.minusSeconds(9));
    tell(follower);
    assertThat(last(holder).end()).as("never before the start").isEqualTo(SettableClock.NOON);
  }

  // The follower of a holder

  @Test
  void theHoldersFollowerIsThereWhenRunningIsTold() throws Exception {
    assertThat(ProcessFollower.of(holder)).isNull();
    CompletableFuture<ProcessFollower> found = new CompletableFuture<>();
    holder.addListener((from, to) -> found.complete(ProcessFollower.of(holder)));
    ProcessFollower follower = start(holder, shell("exit 0"));
    assertThat(found).isCompletedWithValue(follower);
    last(holder);
    assertThat(ProcessFollower.of(holder)).isSameAs(follower);
    holder.restart(0);
    assertThat(ProcessFollower.of(holder)).isNull();
    assertThat(follower.whenOver().get(30, TimeUnit.SECONDS).generation()).isZero();
  }

  // Retention

  @Test
  void futuresThatWereGivenUpAreCollectable() throws Exception {
    ProcessFollower follower = start(holder, endless());
    List<WeakReference<Object>> givenUp = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      CompletableFuture<ProcessSnapshot> cancelled = follower.whenOver();
      cancelled.cancel(true);
      givenUp.add(new WeakReference<>(cancelled));
      giveUp(follower.whenOver(), givenUp);
      giveUp(holder.whenOver(), givenUp);
      giveUp(holder.whenReached(ProcessStatus.SUCCESS), givenUp);
    }
    await()
        .until(
            () -> {
              System.gc();
              return givenUp.stream().allMatch(each -> each.get() == null);
            });
    await()
        .until(
            () -> {
              follower.whenOver().cancel(true);
              return holder.waiterCount() == 0;
            });
  }

  private static void giveUp(
      CompletableFuture<ProcessSnapshot> future, List<WeakReference<Object>> givenUp)
      throws Exception {
    try {
      future.get(1, TimeUnit.NANOSECONDS);
      throw new AssertionError("was over");
    } catch (TimeoutException expected) {
      givenUp.add(new WeakReference<>(future));
    }
  }

  @Test
  void dependentsOfFuturesThatNobodyKeepsAreRun() throws Exception {
    ProcessFollower follower = start(holder, endless());
    List<WeakReference<Object>> unused = new ArrayList<>();
    CompletableFuture<ProcessSnapshot> before = follower.whenOver();
    CompletableFuture<Void> all = CompletableFuture.allOf(follower.whenOver(), before);
    giveUp(before, unused);
    List<CompletableFuture<ProcessSnapshot>> dependents = new ArrayList<>();
    dependents.add(afterGivingUp(follower).thenApply(last -> last));
    dependents.add(afterGivingUp(follower).copy());
    dependents.add(afterGivingUp(follower).minimalCompletionStage().toCompletableFuture());
    dependents.add(
        new CompletableFuture<ProcessSnapshot>()
            .applyToEither(afterGivingUp(follower), last -> last));
    dependents.add(
        CompletableFuture.completedFuture(1).thenCompose(one -> afterGivingUp(follower)));
    WeakReference<Object> collected = new WeakReference<>(before);
    before = new CompletableFuture<>();
    WeakReference<Object> canary = new WeakReference<>(new Object());
    await()
        .until(
            () -> {
              System.gc();
              return canary.get() == null;
            });
    assertThat(collected.get()).as("is still needed").isNotNull();
    assertThat(before).isNotDone();
    follower.stop();
    ProcessSnapshot last = last(holder);
    all.get(30, TimeUnit.SECONDS);
    for (CompletableFuture<ProcessSnapshot> each : dependents) {
      assertThat(each.get(30, TimeUnit.SECONDS)).isEqualTo(last);
    }
  }

  private static CompletableFuture<ProcessSnapshot> afterGivingUp(ProcessFollower follower) {
    CompletableFuture<ProcessSnapshot> future = follower.whenOver();
    try {
      giveUp(future, new ArrayList<>());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    return future;
  }
}
