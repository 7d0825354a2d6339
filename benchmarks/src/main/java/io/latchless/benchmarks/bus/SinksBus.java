package io.latchless.benchmarks.bus;

import io.latchless.benchmarks.handlers.DispatchTally;
import io.latchless.benchmarks.handlers.Handler;
import java.util.List;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Reactor's multicast sink with a queue for each subscriber. It refuses publishers that meet, and
 * events for which there is no space; a refused publisher yields and tries again.
 */
final class SinksBus implements Bus {
  private final Scheduler scheduler = Schedulers.newParallel("bus-worker", Buses.THREADS, true);
  private final Sinks.Many<DispatchTally> sink;
  private final WhenFull whenFull;

  SinksBus(List<Handler> handlers, WhenFull whenFull) {
    this.whenFull = whenFull;
    Sinks.MulticastSpec multicast = Sinks.many().multicast();
    sink =
        whenFull == WhenFull.WAIT ? multicast.directAllOrNothing() : multicast.directBestEffort();
    for (Handler handler : handlers) {
      var unused = sink.asFlux().publishOn(scheduler, Buses.CAPACITY).subscribe(handler::on);
    }
  }

  @Override
  @SuppressWarnings("ThreadPriorityCheck") // only affects speed
  public void publish(DispatchTally event) {
    Sinks.EmitResult result = sink.tryEmitNext(event);
    while (result == Sinks.EmitResult.FAIL_NON_SERIALIZED
        || (result == Sinks.EmitResult.FAIL_OVERFLOW && whenFull == WhenFull.WAIT)) {
      Thread.yield();
      result = sink.tryEmitNext(event);
    }
  }

  @Override
  public void stop() {
    scheduler.dispose();
  }
}
