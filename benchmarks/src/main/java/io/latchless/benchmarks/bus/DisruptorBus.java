package io.latchless.benchmarks.bus;

import static java.util.Objects.requireNonNull;

import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.InsufficientCapacityException;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.ProducerType;
import io.latchless.benchmarks.handlers.DispatchTally;
import io.latchless.benchmarks.handlers.Handler;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** LMAX's Disruptor: one ring for all subscribers, and a thread for each that parks. */
final class DisruptorBus implements Bus {
  private final Disruptor<Slot> disruptor =
      new Disruptor<>(
          Slot::new, Buses.CAPACITY, Buses::daemon, ProducerType.MULTI, new BlockingWaitStrategy());
  private final RingBuffer<Slot> ring;
  private final WhenFull whenFull;

  /** A preallocated event that carries one of ours. */
  private static final class Slot {
    private @Nullable DispatchTally event;
  }

  DisruptorBus(List<Handler> handlers, WhenFull whenFull) {
    this.whenFull = whenFull;
    for (Handler handler : handlers) {
      EventHandler<Slot> target =
          (slot, sequence, isLast) -> handler.on(requireNonNull(slot.event));
      var unused = disruptor.handleEventsWith(target);
    }
    ring = disruptor.start();
  }

  @Override
  public void publish(DispatchTally event) {
    long claimed;
    try {
      claimed = whenFull == WhenFull.WAIT ? ring.next() : ring.tryNext();
    } catch (InsufficientCapacityException dropped) {
      return;
    }
    ring.get(claimed).event = event;
    ring.publish(claimed);
  }

  @Override
  public void stop() {
    disruptor.halt();
  }
}
