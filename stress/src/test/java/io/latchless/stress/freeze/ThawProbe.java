package io.latchless.stress.freeze;

import static java.util.Objects.requireNonNull;

import com.sun.jdi.IncompatibleThreadStateException;
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
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Freezes one thread at each place of an operation where it is about to access shared state, lets
 * other threads act, thaws it, and checks the state once all threads are at rest.
 *
 * <p>A walk is stepped through once, undisturbed. A place is a bytecode with all its callers, so
 * the same line counts again in another state of the caller. The victim is frozen at the first and
 * at the last pass of a place. To reach a place again, the victim runs at full speed to a
 * breakpoint and passes it as often as before.
 *
 * <p>The victim is not frozen in JDK code: the JDK's collections and atomic variables are
 * linearizable, so a freeze in the middle of their operations adds nothing to one before and one
 * after.
 */
public final class ThawProbe {
  private static final List<String> PASSED_OVER =
      List.of(
          "java.*",
          "jdk.*",
          "sun.*",
          ThawChild.class.getName(),
          // Recurses to check the stack's room, and shares no state.
          StackRoom.class.getName());

  private static final Duration EVENT_LIMIT = Duration.ofSeconds(20);
  private static final int ENOUGH_FINDINGS = 3;

  private static final int PUTSTATIC = 0xb3;
  private static final int GETFIELD = 0xb4;
  private static final int PUTFIELD = 0xb5;
  private static final int INVOKEVIRTUAL = 0xb6;
  private static final int INVOKEINTERFACE = 0xb9;
  private static final int IALOAD = 0x2e;
  private static final int SALOAD = 0x35;
  private static final int IASTORE = 0x4f;
  private static final int SASTORE = 0x56;

  /** Where to freeze: a bytecode, and the number of passes up to and including the freeze. */
  private record Stop(Location location, int count) {}

  private final ChildJvm child;
  private final VirtualMachine machine;
  private final ThawStage stage;
  private final Map<Method, byte[]> bytecodes = new HashMap<>();
  private final List<String> findings = new ArrayList<>();
  private final BreakpointRequest enter;
  private final BreakpointRequest leave;
  private @Nullable ThreadReference victim;
  private boolean isStuck;
  private int places;
  private int runs;
  private int missed;

  private ThawProbe(ChildJvm child, ThawStage stage) throws IOException, InterruptedException {
    this.child = child;
    this.machine = child.machine();
    this.stage = stage;
    EventSet start = next();
    if (start.stream().noneMatch(VMStartEvent.class::isInstance)) {
      throw child.failure("the child began with " + start);
    }
    machine.resume();
    child.receive("ready");
    ReferenceType main = machine.classesByName(ThawChild.class.getName()).get(0);
    enter = breakpoint(main.methodsByName(ThawChild.ENTER).get(0).location());
    leave = breakpoint(main.methodsByName(ThawChild.LEAVE).get(0).location());
  }

  /**
   * Walks through a stage in a separate JVM.
   *
   * @param patience the time after which a fault counts as permanent
   * @param scriptsEach the number of a walk's scripts played at each place, in turn
   * @throws FreezeFailure if the stage or the probe does not work, so that nothing is proved
   */
  public static ThawReport walk(
      Class<? extends ThawStage> stage, Duration patience, int scriptsEach) {
    String name = stage.getName();
    try (ChildJvm child = ChildJvm.launch(ThawChild.class, name + " " + patience.toMillis())) {
      ThawProbe probe = new ThawProbe(child, stage.getDeclaredConstructor().newInstance());
      probe.walkAll(scriptsEach);
      if (!probe.isStuck) {
        child.finish();
      }
      return new ThawReport(
          stage.getSimpleName(),
          List.copyOf(probe.findings),
          probe.places,
          probe.runs,
          probe.missed);
    } catch (IOException | ReflectiveOperationException | IncompatibleThreadStateException e) {
      throw new FreezeFailure("the probe of " + name + " broke off", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FreezeFailure("interrupted while probing " + name, e);
    }
  }

  private void walkAll(int scriptsEach)
      throws IOException, InterruptedException, IncompatibleThreadStateException {
    List<ThawStage.Walk> walks = stage.walks();
    for (int i = 0; i < walks.size() && !isStuck; i++) {
      ThawStage.Walk walk = walks.get(i);
      List<String> scripts = walk.scripts();
      int found = findings.size();
      int script = 0;
      List<Stop> stops = stops(i, walk);
      places += stops.size();
      for (Stop stop : stops) {
        for (int n = 0; n < Math.min(scriptsEach, scripts.size()) && !isStuck; n++) {
          thaw(i, walk, stop, scripts.get(script++ % scripts.size()));
        }
        if (isStuck || findings.size() - found >= ENOUGH_FINDINGS) {
          break;
        }
      }
    }
  }

  /** Steps through a walk without disturbing it. */
  private List<Stop> stops(int index, ThawStage.Walk walk)
      throws IOException, InterruptedException, IncompatibleThreadStateException {
    enter.enable();
    leave.enable();
    child.send("trace " + index);
    EventSet set = next();
    ThreadReference victim = hit(set).thread();
    this.victim = victim;
    enter.disable();
    StepRequest request =
        machine
            .eventRequestManager()
            .createStepRequest(victim, StepRequest.STEP_MIN, StepRequest.STEP_INTO);
    PASSED_OVER.forEach(request::addClassExclusionFilter);
    request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
    request.enable();
    Map<Location, Integer> passed = new HashMap<>();
    Map<List<@Nullable Location>, Stop> first = new LinkedHashMap<>();
    Map<List<@Nullable Location>, Stop> last = new LinkedHashMap<>();
    List<@Nullable Location> stack = new ArrayList<>();
    @Nullable Location before = null;
    set.resume();
    for (set = next(); ; set = next()) {
      StepEvent step = find(set, StepEvent.class);
      if (step == null) {
        break;
      }
      Location here = step.location();
      if (before != null && touchesWhatIsShared(before, here)) {
        List<@Nullable Location> key = new ArrayList<>(stack);
        Stop stop = new Stop(before, passed.getOrDefault(before, 0));
        first.putIfAbsent(key, stop);
        last.put(key, stop);
      }
      passed.merge(here, 1, Integer::sum);
      int depth = victim.frameCount();
      while (stack.size() > depth) {
        stack.remove(stack.size() - 1);
      }
      while (stack.size() < depth) {
        stack.add(null);
      }
      stack.set(depth - 1, here);
      before = here;
      set.resume();
    }
    hit(set);
    machine.eventRequestManager().deleteEventRequest(request);
    set.resume();
    leave.disable();
    rest(walk, "no thread froze");
    List<Stop> stops = new ArrayList<>(first.values());
    last.values().stream().filter(stop -> !stops.contains(stop)).forEach(stops::add);
    return stops;
  }

  private boolean touchesWhatIsShared(Location place, Location next) {
    Method method = place.method();
    String owner = method.declaringType().name();
    if (owner.startsWith(stageName()) || owner.contains("$$Lambda")) {
      return false;
    }
    byte[] code = bytecodes.computeIfAbsent(method, Method::bytecodes);
    int opcode = code[(int) place.codeIndex()] & 0xff;
    if (isBetween(INVOKEVIRTUAL, opcode, INVOKEINTERFACE)) {
      return next.method().equals(method);
    }
    return isBetween(PUTSTATIC, opcode, PUTFIELD)
        ? opcode != GETFIELD
        : isBetween(IALOAD, opcode, SALOAD) || isBetween(IASTORE, opcode, SASTORE);
  }

  private static boolean isBetween(int low, int opcode, int high) {
    return low <= opcode && opcode <= high;
  }

  /** Returns the name of the top-level class that contains the stage. */
  private String stageName() {
    String name = stage.getClass().getName();
    int nested = name.indexOf('$');
    return nested < 0 ? name : name.substring(0, nested);
  }

  private void thaw(int index, ThawStage.Walk walk, Stop stop, String script)
      throws IOException, InterruptedException {
    BreakpointRequest request =
        machine.eventRequestManager().createBreakpointRequest(stop.location());
    request.addThreadFilter(victim());
    request.addCountFilter(stop.count());
    request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
    request.enable();
    leave.enable();
    child.send("walk " + index);
    EventSet set = next();
    boolean frozen = hit(set).request().equals(request);
    leave.disable();
    machine.eventRequestManager().deleteEventRequest(request);
    if (frozen) {
      child.send("play " + script);
      child.receive("played");
    } else {
      missed++;
    }
    runs++;
    set.resume();
    rest(walk, script + " while frozen at " + place(stop.location()) + " #" + stop.count());
  }

  private ThreadReference victim() {
    return requireNonNull(victim, "no walk has been stepped through");
  }

  private void rest(ThawStage.Walk walk, String schedule) throws IOException {
    child.send("rest");
    String answer = child.receiveLine("rested|broken|stuck");
    if (!answer.equals("rested")) {
      findings.add(walk.name() + ", " + schedule + ": " + answer);
    }
    isStuck = answer.startsWith("stuck");
  }

  private static String place(Location location) {
    return new Place(
            location.declaringType().name(),
            location.method().name(),
            location.method().signature(),
            location.codeIndex(),
            location.lineNumber())
        .toString();
  }

  private BreakpointRequest breakpoint(Location location) {
    BreakpointRequest request = machine.eventRequestManager().createBreakpointRequest(location);
    request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
    return request;
  }

  private EventSet next() throws IOException, InterruptedException {
    try {
      EventSet set = machine.eventQueue().remove(EVENT_LIMIT.toMillis());
      if (set == null) {
        throw child.failure("the victim neither reaches a place nor ends");
      }
      if (find(set, VMDeathEvent.class) != null) {
        throw child.failure("the child died");
      }
      return set;
    } catch (VMDisconnectedException e) {
      throw child.failure("the child died");
    }
  }

  private BreakpointEvent hit(EventSet set) throws IOException {
    BreakpointEvent hit = find(set, BreakpointEvent.class);
    if (hit == null) {
      throw child.failure("expected a breakpoint, got " + set);
    }
    return hit;
  }

  private static <E extends Event> @Nullable E find(EventSet set, Class<E> type) {
    return set.stream().filter(type::isInstance).map(type::cast).findFirst().orElse(null);
  }
}
