// Shared by the models in this folder: Java's access modes in terms of C++11's, and the runner.
// docs/design/memory-model.md explains how the two correspond and what a model cannot show.
#ifndef LATCHLESS_MODEL_HPP
#define LATCHLESS_MODEL_HPP

#include <relacy/relacy.hpp>

#include <cstdio>
#include <string>

namespace model {

enum Mode { Plain, Opaque, Acquire, Release, Volatile };

inline rl::memory_order order(Mode mode) {
  switch (mode) {
    case Acquire: return rl::mo_acquire;
    case Release: return rl::mo_release;
    case Volatile: return rl::mo_seq_cst;
    default: return rl::mo_relaxed;
  }
}

#define WHERE rl::debug_info const& where = rl::debug_info("", __builtin_FILE(), __builtin_LINE())

// A word that is accessed through a VarHandle, or plainly where a race is intended.
template <typename T>
class Cell {
  rl::atomic<T> word;

 public:
  // Before the threads start.
  void init(T value) { word.store(value, rl::mo_relaxed, rl::debug_info()); }

  T get(Mode mode, WHERE) { return word.load(order(mode), where); }

  void set(Mode mode, T value, WHERE) { word.store(value, order(mode), where); }

  bool compareAndSet(Mode mode, T expected, T next, WHERE) {
    return word.compare_exchange_strong(expected, next, order(mode), where);
  }

  T compareAndExchange(Mode mode, T expected, T next, WHERE) {
    word.compare_exchange_strong(expected, next, order(mode), where);
    return expected;
  }

  T getAndAdd(Mode mode, T delta, WHERE) { return word.fetch_add(delta, order(mode), where); }

  T getAndSet(Mode mode, T next, WHERE) { return word.exchange(next, order(mode), where); }
};

// A plain field that the protocol protects from concurrent access: a race is an error.
template <typename T>
class Field {
  rl::var<T> value;

 public:
  T get(WHERE) { return value(where).load(); }

  void set(T next, WHERE) { value(where).store(next); }
};

inline void acquireFence(WHERE) { rl::atomic_thread_fence(rl::mo_acquire, where); }

inline void releaseFence(WHERE) { rl::atomic_thread_fence(rl::mo_release, where); }

// Must be called in every loop that waits for another thread.
inline void letOthersRun() { rl::yield(1, rl::debug_info()); }

static int chosen = 0;

// Returns whether this run is of the twin with that number, which has one mode weakened.
inline bool twin(int number) { return chosen == number; }

struct Twin {
  int number;
  char const* weakened;
};

static bool asExpected = true;

struct Outcome {
  rl::test_result_e result;
  long executions;
  std::string history;
};

// Like rl::simulate, which would compile each suite for three kinds of search.
template <typename Suite, typename Search>
inline Outcome run(int number, rl::scheduler_type_e search, long executions) {
  chosen = number;
  rl::ostringstream out;  // outside the simulated memory
  rl::test_params params;
  params.search_type = search;
  params.iteration_count = executions;
  params.output_stream = &out;
  params.progress_stream = &out;
  rl::ostringstream state;
  Outcome outcome;
  outcome.result = rl::run_test<Suite, Search>(params, state, false);
  outcome.executions = params.stop_iteration;
  if (outcome.result != rl::test_result_success) {
    rl::ostringstream again;
    params.initial_state = state.str();
    params.collect_history = true;
    rl::run_test<Suite, Search>(params, again, true);
  }
  outcome.history = out.str().c_str();
  return outcome;
}

inline bool isReport(rl::test_result_e result) {
  return result == rl::test_result_user_assert_failed || result == rl::test_result_data_race ||
         result == rl::test_result_unitialized_access;
}

inline void report(bool good, std::string const& name, Outcome const& outcome) {
  std::printf("%s %s: %s, execution %ld\n", good ? "ok  " : "FAIL", name.c_str(),
              rl::test_result_str(outcome.result), outcome.executions);
  if (!good) {
    std::printf("%s\n", outcome.history.c_str());
    asExpected = false;
  }
  std::fflush(stdout);
}

// The suite itself must pass, and each of its twins must be reported.
template <typename Suite, typename Search>
inline void check(std::string const& name, rl::scheduler_type_e search, long executions,
                  std::initializer_list<Twin> twins) {
  Outcome outcome = run<Suite, Search>(0, search, executions);
  report(outcome.result == rl::test_result_success, name, outcome);
  for (Twin const& each : twins) {
    outcome = run<Suite, Search>(each.number, search, executions);
    report(isReport(outcome.result),
           name + ", twin " + std::to_string(each.number) + ", " + each.weakened, outcome);
  }
}

// Tries every schedule, and every read of the newest value or the one before it.
template <typename Suite>
inline void every(char const* name, std::initializer_list<Twin> twins) {
  check<Suite, rl::full_search_scheduler<Suite::params::thread_count> >(
      name, rl::fair_full_search_scheduler_type, 0, twins);
}

// Tries a number of random executions, the same in each run, with reads up to two values back.
template <typename Suite>
inline void some(char const* name, long executions, std::initializer_list<Twin> twins) {
  check<Suite, rl::random_scheduler<Suite::params::thread_count> >(
      name, rl::random_scheduler_type, executions, twins);
}

inline int exitCode() { return asExpected ? 0 : 1; }

}  // namespace model

using namespace model;

#endif
