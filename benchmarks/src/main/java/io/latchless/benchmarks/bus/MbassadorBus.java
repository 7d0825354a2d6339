package io.latchless.benchmarks.bus;

import io.latchless.benchmarks.handlers.DispatchTally;
import io.latchless.benchmarks.handlers.Handler;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import net.engio.mbassy.bus.MBassador;
import net.engio.mbassy.bus.config.BusConfiguration;
import net.engio.mbassy.bus.config.Feature;
import net.engio.mbassy.listener.Listener;
import net.engio.mbassy.listener.References;

/**
 * MBassador with one queue of publications, whose threads call all handlers in turn. It calls them
 * by reflection, which needs public classes.
 */
public final class MbassadorBus implements Bus {
  private final MBassador<DispatchTally> bus;
  private final WhenFull whenFull;

  /** An object that the bus calls. */
  @Listener(references = References.Strong)
  public static final class Target {
    private final Handler handler;

    Target(Handler handler) {
      this.handler = handler;
    }

    /** Handles an event. */
    @net.engio.mbassy.listener.Handler
    public void on(DispatchTally event) {
      handler.on(event);
    }
  }

  MbassadorBus(List<Handler> handlers, WhenFull whenFull) {
    this.whenFull = whenFull;
    bus =
        new MBassador<>(
            new BusConfiguration()
                .addFeature(Feature.SyncPubSub.Default())
                .addFeature(Feature.AsynchronousHandlerInvocation.Default(1, 1))
                .addFeature(
                    new Feature.AsynchronousMessageDispatch()
                        .setNumberOfMessageDispatchers(Buses.THREADS)
                        .setDispatcherThreadFactory(Buses::daemon)
                        .setMessageQueue(new ArrayBlockingQueue<>(Buses.CAPACITY)))
                .addPublicationErrorHandler(
                    error -> {
                      throw new IllegalStateException(error.getMessage(), error.getCause());
                    }));
    handlers.forEach(handler -> bus.subscribe(new Target(handler)));
  }

  @Override
  public void publish(DispatchTally event) {
    if (whenFull == WhenFull.WAIT) {
      var unused = bus.publishAsync(event);
    } else {
      var unused = bus.publishAsync(event, 0, TimeUnit.NANOSECONDS);
    }
  }

  @Override
  public void stop() {
    bus.shutdown();
  }
}
