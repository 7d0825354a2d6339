package io.latchless.stress.freeze;

import com.sun.jdi.Location;
import com.sun.jdi.Method;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.StepEvent;
import com.sun.jdi.event.VMDeathEvent;
import com.sun.jdi.event.VMStartEvent;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.EventRequest;
import com.sun.jdi.request.StepRequest;
import io.latchless.primitives.internal.StackRoom;
import io.latchless.stress.Effort;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Leads the child's victim thread through its operation, one bytecode at a time. */
final class Stepper {
  /**
   * Code in which the victim is never frozen: it holds no state of the object under test, and a
   * thread frozen in class loading would stop the whole child. {@code java.util} is not listed,
   * because an object that uses a collection inherits that collection's locks.
   */
  private static final List<String> PASSED_OVER =
      List.of("java.lang.*", "jdk.*", "sun.*", FreezeChild.class.getName(), Worker.class.getName());

  /** Recurses hundreds of times and shares no state, so the victim steps out of it at once. */
  private static final String LEFT_AT_ONCE = StackRoom.class.getName();

  private static final Duration EVENT_LIMIT = Duration.ofSeconds(20);

  /**
   * The number of bytecodes in one method, without a call or a new place, that count as spinning.
   */
  private static final int SPINNING = 400;

  /** The number of steps after which a run leaves the victim undisturbed, so that it can end. */
  private static final int CALM_AFTER = 600;

  /**
   * The number of consecutive steps to known places after which the victim is let go: it repeats
   * itself, for instance while it catches up on work the others left to it.
   */
  private static final int NOTHING_NEW = Effort.of(170, 600);

  private final ChildJvm child;
  private final VirtualMachine machine;
  private final String scenario;
  private int steps;

  /** Acts while the victim is frozen. */
  interface Visitor {
    Interest visit(Place place, boolean calm) throws IOException;
  }

  /** A visitor's rating of a place. */
  enum Interest {
    /** New, or leading to a new place. */
    NEW,
    /** Seen before. */
    KNOWN,
    /** The rest of this run is of no interest. */
    LOST
  }

  Stepper(ChildJvm child, String scenario) throws IOException, InterruptedException {
    this.child = child;
    this.machine = child.machine();
    this.scenario = scenario;
    EventSet start = next();
    if (start.stream().noneMatch(VMStartEvent.class::isInstance)) {
      throw child.failure("the child began with " + start);
    }
    machine.resume();
  }

  /** Sets the two breakpoints between which the victim's operation runs; the child is warm now. */
  void arm() throws IOException {
    ReferenceType main = machine.classesByName(FreezeChild.class.getName()).get(0);
    for (String name : List.of(FreezeChild.ENTER, FreezeChild.LEAVE)) {
      BreakpointRequest request =
          machine
              .eventRequestManager()
              .createBreakpointRequest(main.methodsByName(name).get(0).location());
      request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
      request.enable();
    }
  }

  int steps() {
    return steps;
  }

  /**
   * Leads the victim from one breakpoint to the other, and calls the visitor at each place that
   * counts.
   */
  void run(Visitor visitor) throws IOException, InterruptedException {
    EventSet set = next();
    ThreadReference victim = breakpoint(set, FreezeChild.ENTER).thread();
    StepRequest request = request(victim, StepRequest.STEP_INTO);
    @Nullable Method spinning = null;
    int inMethod = 0;
    int stepsOfRun = 0;
    int lastNews = 0;
    set.resume();
    while (true) {
      set = next();
      StepEvent step = find(set, StepEvent.class);
      if (step == null) {
        break;
      }
      steps++;
      stepsOfRun++;
      Location location = step.location();
      Method method = location.method();
      Interest interest =
          counts(method) ? visitor.visit(place(location), stepsOfRun > CALM_AFTER) : Interest.KNOWN;
      boolean fresh = interest == Interest.NEW;
      if (fresh) {
        lastNews = stepsOfRun;
      }
      inMethod = fresh || !method.equals(spinning) ? 0 : inMethod + 1;
      spinning = method;
      boolean leave = inMethod > SPINNING || method.isStaticInitializer() || isLeftAtOnce(method);
      int depth = leave ? StepRequest.STEP_OUT : StepRequest.STEP_INTO;
      if (interest == Interest.LOST || stepsOfRun - lastNews > NOTHING_NEW) {
        request.disable();
      } else if (request.depth() != depth) {
        machine.eventRequestManager().deleteEventRequest(request);
        request = request(victim, depth);
      }
      set.resume();
    }
    breakpoint(set, FreezeChild.LEAVE);
    machine.eventRequestManager().deleteEventRequest(request);
    set.resume();
  }

  private StepRequest request(ThreadReference victim, int depth) {
    StepRequest request =
        machine.eventRequestManager().createStepRequest(victim, StepRequest.STEP_MIN, depth);
    PASSED_OVER.forEach(request::addClassExclusionFilter);
    request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
    request.enable();
    return request;
  }

  /** Returns whether a method is under test; the scenario's own code and lambda classes are not. */
  private boolean counts(Method method) {
    String owner = method.declaringType().name();
    return !owner.equals(scenario)
        && !owner.contains("$$Lambda")
        && !method.isStaticInitializer()
        && !isLeftAtOnce(method);
  }

  private static boolean isLeftAtOnce(Method method) {
    return method.declaringType().name().equals(LEFT_AT_ONCE);
  }

  private static Place place(Location location) {
    Method method = location.method();
    return new Place(
        method.declaringType().name(),
        method.name(),
        method.signature(),
        location.codeIndex(),
        location.lineNumber());
  }

  private EventSet next() throws IOException, InterruptedException {
    try {
      EventSet set = machine.eventQueue().remove(EVENT_LIMIT.toMillis());
      if (set == null) {
        throw child.failure("the victim does not go on although the others are at rest");
      }
      if (find(set, VMDeathEvent.class) != null) {
        throw child.failure("the child died");
      }
      return set;
    } catch (VMDisconnectedException e) {
      throw child.failure("the child died");
    }
  }

  private BreakpointEvent breakpoint(EventSet set, String method) throws IOException {
    BreakpointEvent hit = find(set, BreakpointEvent.class);
    if (hit != null && hit.location().method().name().equals(method)) {
      return hit;
    }
    throw child.failure("expected the breakpoint '" + method + "', got " + set);
  }

  private static <E extends Event> @Nullable E find(EventSet set, Class<E> type) {
    return set.stream().filter(type::isInstance).map(type::cast).findFirst().orElse(null);
  }
}
