package io.latchless.benchmarks.bus;

import io.latchless.benchmarks.handlers.DispatchTally;
import io.latchless.benchmarks.handlers.Handler;
import java.util.List;
import org.greenrobot.eventbus.EventBus;
import org.greenrobot.eventbus.Subscribe;

/** The event bus of greenrobot. It calls handlers by reflection, which needs public classes. */
public final class GreenrobotBus implements Bus {
  private final EventBus bus = EventBus.builder().eventInheritance(false).build();

  /** An object that the bus calls. */
  public static final class Target {
    private final Handler handler;

    Target(Handler handler) {
      this.handler = handler;
    }

    /** Handles an event. */
    @Subscribe
    public void on(DispatchTally event) {
      handler.on(event);
    }
  }

  GreenrobotBus(List<Handler> handlers) {
    handlers.forEach(handler -> bus.register(new Target(handler)));
  }

  @Override
  public void publish(DispatchTally event) {
    bus.post(event);
  }
}
