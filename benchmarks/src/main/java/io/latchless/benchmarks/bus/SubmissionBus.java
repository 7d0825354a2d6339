package io.latchless.benchmarks.bus;

import io.latchless.benchmarks.handlers.DispatchTally;
import io.latchless.benchmarks.handlers.Handler;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.ThreadPoolExecutor;

/** The JDK's publisher, whose subscribers never hold it back by their demand. */
final class SubmissionBus implements Bus {
  private final ExecutorService pool =
      Buses.pool(new LinkedBlockingQueue<>(), new ThreadPoolExecutor.DiscardPolicy());
  private final SubmissionPublisher<DispatchTally> publisher =
      new SubmissionPublisher<>(pool, Buses.CAPACITY);
  private final WhenFull whenFull;

  private record Target(Handler handler) implements Flow.Subscriber<DispatchTally> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(DispatchTally event) {
      handler.on(event);
    }

    @Override
    public void onError(Throwable thrown) {
      throw new IllegalStateException(thrown);
    }

    @Override
    public void onComplete() {}
  }

  SubmissionBus(List<Handler> handlers, WhenFull whenFull) {
    this.whenFull = whenFull;
    handlers.forEach(handler -> publisher.subscribe(new Target(handler)));
  }

  @Override
  public void publish(DispatchTally event) {
    if (whenFull == WhenFull.WAIT) {
      publisher.submit(event);
    } else {
      publisher.offer(event, null);
    }
  }

  @Override
  public void stop() {
    pool.shutdownNow();
  }
}
