#pragma once

/* Perry: TypeScript and JavaScript in a C or C++ program.
 *
 * A library that Perry made (`perry build --library`, add_perry_library) is a constant named
 * perry_library_<name>. perry_open() makes a runtime of it, in which the library's modules are
 * evaluated; their exports are then called like functions:
 *
 *   PERRY_DECLARE_LIBRARY(greet);
 *
 *   perry_runtime* js;
 *   perry_value hello, result;
 *   if (perry_open(&perry_library_greet, NULL, &js) == PERRY_OK &&
 *       perry_export(js, "hello", &hello) == PERRY_OK &&
 *       perry_call(js, hello, perry_undefined(), 0, NULL, &result) == PERRY_OK) ...
 *
 * THREADS. A runtime belongs to the thread that opened it, which has one at a time. Every function
 * that takes a runtime gives PERRY_WRONG_THREAD on any other thread. Several threads may have
 * runtimes of one library; they share no values.
 *
 * VALUES. The collector looks for values in registers and on the whole stack of the runtime's
 * thread, so those in parameters, local variables and arrays on the stack are safe. It does not
 * look into memory of malloc() or into static variables: what is kept there needs perry_keep(). Nor
 * does it know of stacks that the host made itself, of coroutines for example.
 *
 * ERRORS. What JavaScript throws comes back as PERRY_THROWN, and stays with the runtime until
 * perry_take_error() takes it. It never ends the process; running out of memory and
 * process.exit() do.
 *
 * Out parameters are written only if the status is PERRY_OK, and may be NULL where that makes
 * sense.
 */
#include <stddef.h>
#include <stdint.h>

/* NOLINTBEGIN(readability-identifier-naming): it is C, where names are like this */

#ifdef __cplusplus
extern "C" {
#endif

#define PERRY_API __attribute__((visibility("default")))

/* Grows with every change; what is built with an older one goes on working. */
#define PERRY_API_VERSION 1
PERRY_API uint32_t perry_api_version(void);

typedef enum perry_status {
  PERRY_OK = 0,
  PERRY_THROWN = 1,        /* JavaScript threw: perry_take_error() */
  PERRY_BUSY = 2,          /* the thread has a runtime; or the runtime to be closed is running */
  PERRY_WRONG_THREAD = 3,  /* the runtime belongs to another thread */
  PERRY_OTHER_RUNTIME = 4, /* the library was linked with another copy of the runtime */
  PERRY_INVALID = 5,       /* an argument is not what it must be */
  PERRY_NOT_FOUND = 6,     /* there is no such export */
  PERRY_NO_MEMORY = 7
} perry_status;
/* A sentence in English. */
PERRY_API const char* perry_status_text(perry_status status);

/* A JavaScript value. All zero it is undefined. */
typedef struct perry_value {
  uint64_t bits;
} perry_value;

typedef struct perry_library perry_library;
typedef struct perry_runtime perry_runtime;
typedef struct perry_root perry_root;

#ifdef __cplusplus
#define PERRY_DECLARE_LIBRARY(name) extern "C" const perry_library perry_library_##name
#else
#define PERRY_DECLARE_LIBRARY(name) extern const perry_library perry_library_##name
#endif

/* --- The runtime --- */

typedef struct perry_options {
  uint32_t api_version; /* PERRY_API_VERSION */
  int argc;             /* what process.argv shows, as main() got it; it outlives the runtime */
  const char* const* argv;
  uint64_t heap_limit; /* bytes of live values, beyond which the process ends; 0: what there is */
} perry_options;

/* Evaluates the library's modules, and runs all jobs (see below). `options` may be NULL. With
 * PERRY_THROWN, too, there is a runtime, to take the error from and to be closed; with any other
 * status there is none. A module with a top-level await that still waits is no error: its exports
 * are there once perry_run_loop() or perry_poll() has got that far. */
PERRY_API perry_status perry_open(const perry_library* library, const perry_options* options,
                                  perry_runtime** runtime);
/* Ends everything in it; values and roots are nothing any more. PERRY_BUSY inside of a callback. */
PERRY_API perry_status perry_close(perry_runtime* runtime);

/* What an ES module exports by this name, or the property of a CommonJS module's exports, of the
 * library's entry. */
PERRY_API perry_status perry_export(perry_runtime* runtime, const char* name, perry_value* value);
/* All of them: the namespace object, or `module.exports`. */
PERRY_API perry_status perry_exports(perry_runtime* runtime, perry_value* value);

/* --- Errors --- */

/* The error that PERRY_THROWN spoke of, which the runtime then forgets; undefined if there is none.
 */
PERRY_API perry_value perry_take_error(perry_runtime* runtime);
/* What a program that ends of this error prints: message, stack, and the line of the source. See
 * perry_to_text() for the text. */
PERRY_API perry_status perry_error_text(perry_runtime* runtime, perry_value error, char** text,
                                        size_t* length);

typedef enum perry_error_kind {
  PERRY_ERROR = 0,
  PERRY_RANGE_ERROR = 1,
  PERRY_REFERENCE_ERROR = 2,
  PERRY_SYNTAX_ERROR = 3,
  PERRY_TYPE_ERROR = 4
} perry_error_kind;
PERRY_API perry_status perry_new_error(perry_runtime* runtime, perry_error_kind kind,
                                       const char* message, size_t length, perry_value* error);
/* For callbacks: `return perry_throw(runtime, error);`. Gives PERRY_THROWN. */
PERRY_API perry_status perry_throw(perry_runtime* runtime, perry_value value);

/* --- Keeping values --- */

/* Keeps a value alive that is stored where the collector does not look. */
PERRY_API perry_status perry_keep(perry_runtime* runtime, perry_value value, perry_root** root);
PERRY_API perry_value perry_kept(const perry_root* root);
/* Not after perry_close(), which drops all. NULL is fine. */
PERRY_API perry_status perry_drop(perry_runtime* runtime, perry_root* root);
/* Collects all garbage now. */
PERRY_API perry_status perry_collect(perry_runtime* runtime);

/* --- Looking at values --- */

typedef enum perry_kind {
  PERRY_UNDEFINED = 0,
  PERRY_NULL = 1,
  PERRY_BOOLEAN = 2,
  PERRY_NUMBER = 3,
  PERRY_STRING = 4,
  PERRY_SYMBOL = 5,
  PERRY_BIGINT = 6,
  PERRY_FUNCTION = 7,
  PERRY_OBJECT = 8
} perry_kind;
/* As `typeof` tells it, with null on its own. */
PERRY_API perry_kind perry_kind_of(perry_value value);
/* As Array.isArray() tells it. */
PERRY_API perry_status perry_is_array(perry_runtime* runtime, perry_value value, int* is_array);
/* As `===` tells it. */
PERRY_API int perry_is_same(perry_value a, perry_value b);

/* As Boolean(value) and Number(value); the latter may run JavaScript, and throw. */
PERRY_API int perry_to_boolean(perry_value value);
PERRY_API perry_status perry_to_number(perry_runtime* runtime, perry_value value, double* number);
/* String(value) as UTF-8, with a zero byte behind it that `length` does not count; surrogates that
 * are none of a pair become U+FFFD. May run JavaScript, and throw. perry_free() frees it. */
PERRY_API perry_status perry_to_text(perry_runtime* runtime, perry_value value, char** text,
                                     size_t* length);
PERRY_API void perry_free(char* text);

/* --- Making values --- */

PERRY_API perry_value perry_undefined(void);
PERRY_API perry_value perry_null(void);
PERRY_API perry_value perry_boolean(int value);
PERRY_API perry_value perry_number(double number);
/* Of UTF-8; what is none becomes U+FFFD. */
PERRY_API perry_status perry_string(perry_runtime* runtime, const char* text, size_t length,
                                    perry_value* value);
PERRY_API perry_status perry_object(perry_runtime* runtime, perry_value* object);
PERRY_API perry_status perry_array(perry_runtime* runtime, size_t count, const perry_value* values,
                                   perry_value* array);

/* A function of the host. It gets `data`, and gives its result in `result`, undefined if it is left
 * alone. PERRY_THROWN throws what perry_throw() was given, or what a function that it called has
 * thrown; any other status but PERRY_OK throws an Error. C++ exceptions must not leave it. */
typedef perry_status (*perry_callback)(perry_runtime* runtime, void* data, perry_value receiver,
                                       size_t argc, const perry_value* argv, perry_value* result);
PERRY_API perry_status perry_function(perry_runtime* runtime, const char* name, unsigned length,
                                      perry_callback callback, void* data, perry_value* function);

/* --- Objects and calls; all of these may run JavaScript --- */

PERRY_API perry_status perry_get(perry_runtime* runtime, perry_value object, const char* name,
                                 perry_value* value);
PERRY_API perry_status perry_set(perry_runtime* runtime, perry_value object, const char* name,
                                 perry_value value);
PERRY_API perry_status perry_has(perry_runtime* runtime, perry_value object, const char* name,
                                 int* has);
PERRY_API perry_status perry_get_index(perry_runtime* runtime, perry_value object, uint32_t index,
                                       perry_value* value);
PERRY_API perry_status perry_set_index(perry_runtime* runtime, perry_value object, uint32_t index,
                                       perry_value value);

PERRY_API perry_status perry_call(perry_runtime* runtime, perry_value function,
                                  perry_value receiver, size_t argc, const perry_value* argv,
                                  perry_value* result);
/* `new constructor(...)` */
PERRY_API perry_status perry_construct(perry_runtime* runtime, perry_value constructor, size_t argc,
                                       const perry_value* argv, perry_value* result);

/* --- Promises, jobs and timers ---
 *
 * Nothing of this runs by itself. Jobs are what `await` and `then` go on in. With PERRY_THROWN each
 * of the three functions has come upon an error that nobody handles; the rest is still to be done,
 * by the next call. */

/* Jobs, until there are none: after calls, wherever promises are waited for. */
PERRY_API perry_status perry_run_jobs(perry_runtime* runtime);
/* Jobs and timers, until there are none: waits for timers. */
PERRY_API perry_status perry_run_loop(perry_runtime* runtime);
/* For a host with a loop of its own: jobs and timers that are due, without waiting. `milliseconds`
 * is then how long it is to the next timer, or -1 if there is none. */
PERRY_API perry_status perry_poll(perry_runtime* runtime, int64_t* milliseconds);

typedef enum perry_promise_state {
  PERRY_NO_PROMISE = 0,
  PERRY_PENDING = 1,
  PERRY_FULFILLED = 2,
  PERRY_REJECTED = 3
} perry_promise_state;
/* `result` gets what the promise was fulfilled or rejected with. A rejection that was looked at
 * counts as handled. */
PERRY_API perry_status perry_look_at_promise(perry_runtime* runtime, perry_value value,
                                             perry_promise_state* state, perry_value* result);
/* A promise of the host, and the functions that settle it, to be called with a value or a reason.
 */
PERRY_API perry_status perry_promise(perry_runtime* runtime, perry_value* promise,
                                     perry_value* resolve, perry_value* reject);

#ifdef __cplusplus
} /* extern "C" */
#endif
/* NOLINTEND(readability-identifier-naming) */
