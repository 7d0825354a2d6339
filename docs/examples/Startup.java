import io.latchless.eventbus.EventBus;
import io.latchless.eventbus.Gather;
import io.latchless.eventbus.Gathered;
import io.latchless.eventbus.RequestTopic;
import io.latchless.eventbus.SubscriptionOptions;
import io.latchless.eventbus.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Three components that start in any order and lose nothing: a shop publishes orders, stores pack
 * them, and an account adds up what was packed. None knows another one. Each publishes and
 * subscribes as soon as it is created. The bus keeps what comes before its start.
 */
public final class Startup {
  record Order(int number, int euros) {}

  record Packed(Order order) {}

  static final Topic<Order> ORDERS = Topic.of("shop.orders", Order.class);
  static final Topic<Packed> PACKED = Topic.of("stores.packed", Packed.class);
  static final RequestTopic<String, Integer> TOTALS =
      RequestTopic.of("totals", String.class, Integer.class);

  /** Publishes orders while it is created, perhaps before any component subscribes. */
  static final class Shop {
    Shop(EventBus bus) {
      bus.publish(ORDERS, new Order(1, 10));
      bus.publish(ORDERS, new Order(2, 20));
    }
  }

  /** Packs each order. What a handler publishes is delivered like anything else. */
  static final class Stores {
    private final AtomicInteger packed = new AtomicInteger();

    Stores(EventBus bus) {
      bus.subscribe(
          ORDERS,
          order -> {
            packed.incrementAndGet();
            bus.publish(PACKED, new Packed(order));
          });
      bus.respond(TOTALS, "stores", what -> packed.get(), SubscriptionOptions.queued());
    }
  }

  /** Adds up what is packed. */
  static final class Account {
    private final AtomicInteger euros = new AtomicInteger();

    Account(EventBus bus) {
      bus.subscribe(PACKED, packed -> euros.addAndGet(packed.order().euros()));
      bus.respond(TOTALS, "account", what -> euros.get(), SubscriptionOptions.queued());
    }
  }

  static Map<String, Integer> run(List<Consumer<EventBus>> components) throws Exception {
    try (EventBus bus = EventBus.builder().workers(2).startBuffer(100).build()) {
      components.forEach(component -> component.accept(bus));
      bus.start();
      bus.publish(ORDERS, new Order(3, 30));
      bus.awaitIdle(Duration.ofSeconds(10));
      Gathered<Integer> totals =
          bus.request(TOTALS, "today", Gather.all(Duration.ofSeconds(10))).get();
      return new TreeMap<>(totals.answers());
    }
  }

  public static void main(String[] arguments) throws Exception {
    List<Consumer<EventBus>> components =
        new ArrayList<>(List.of(Shop::new, Stores::new, Account::new));
    for (int turn = 0; turn < components.size(); turn++) {
      System.out.println(run(components));
      Collections.rotate(components, 1);
    }
  }
}
