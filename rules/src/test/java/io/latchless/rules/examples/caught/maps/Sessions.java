package io.latchless.rules.examples.caught.maps;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

public class Sessions {
  private static final Map<Integer, String> NAMES = new ConcurrentSkipListMap<>();

  private final ConcurrentMap<String, Session> sessions = new ConcurrentHashMap<>();
  private final Map<String, Integer> counts = new ConcurrentHashMap<>();

  record Session(String id, boolean expired) {}

  void addUnlessThere(Session session) {
    if (!sessions.containsKey(session.id())) {
      sessions.put(session.id(), session); // caught
    }
  }

  void refuseDuplicate(String id, Session session) {
    if (sessions.containsKey(id)) {
      throw new IllegalStateException("duplicate " + id);
    }
    sessions.put(id, session); // caught
  }

  Session getOrMake(String id) {
    Session known = sessions.get(id);
    if (known != null) {
      return known;
    }
    Session made = new Session(id, false);
    sessions.put(id, made); // caught
    return made;
  }

  void removeExpired(String id) {
    Session session = sessions.get(id);
    if (session != null && session.expired()) {
      sessions.remove(id); // caught
    }
  }

  boolean replaceExpired(String id, Session next) {
    boolean expired = isExpired(sessions.get(id));
    if (expired) {
      return sessions.replace(id, next) != null; // caught
    }
    return false;
  }

  private static boolean isExpired(@Nullable Session session) {
    return session == null || session.expired();
  }

  void count(String name) {
    Integer before = counts.get(name);
    counts.put(name, before == null ? 1 : before + 1); // caught
  }

  void countFromZero(String name) {
    counts.put(name, counts.getOrDefault(name, 0) + 1); // caught
  }

  static void name(int number, String name) {
    if (NAMES.get(number) == null) {
      NAMES.put(number, name); // caught
    }
  }

  void onlyTheLookIsGuarded(String id, Session session) {
    boolean known;
    synchronized (this) {
      known = sessions.containsKey(id);
    }
    if (!known) {
      sessions.put(id, session); // caught
    }
  }

  void ofAParameter(ConcurrentHashMap<String, Session> given, Session session) {
    ConcurrentMap<String, Session> local = given;
    if (local.get("constant") == null) {
      given.put("constant", session); // caught
    }
  }

  Runnable inALambda(String id, Session session) {
    return () -> {
      if (!sessions.containsKey(id)) {
        sessions.put(id, session); // caught
      }
    };
  }

  void inALoop(Iterable<String> ids, Session session) {
    for (String id : ids) {
      if (sessions.containsKey(id)) {
        continue;
      }
      sessions.put(id, session); // caught
    }
  }

  void withADefaultKey(@Nullable String id, Session session) {
    String key = id == null ? "none" : id;
    if (session.expired() && !sessions.containsKey(key)) {
      sessions.put(key, session); // caught
    }
  }

  void addIfAbsentOrForced(String id, Session session, boolean forced) {
    if (!sessions.containsKey(id) || forced) {
      sessions.put(id, session); // caught
    }
  }

  void addIfAbsentAndFresh(String id, Session session) {
    if (sessions.get(id) == null) {
      if (!session.expired()) {
        sessions.put(id, session); // caught
      }
    }
  }

  boolean removeAndTell(String id) {
    if (sessions.containsKey(id)) {
      sessions.remove(id); // caught
      return true;
    }
    return false;
  }

  static final class OwnMap extends ConcurrentHashMap<String, String> {
    private static final long serialVersionUID = 1;
  }

  void ofAnOwnClass(OwnMap map, String key) {
    if (!map.containsKey(key)) {
      map.put(key, "value"); // caught
    }
  }
}
