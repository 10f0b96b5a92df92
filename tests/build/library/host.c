/* Two libraries in one program of C, which share the runtime and nothing else. */
#include <pthread.h>

#include "tests/build/library/check.h"

PERRY_DECLARE_LIBRARY(alpha);
PERRY_DECLARE_LIBRARY(beta);

static void check_values(perry_runtime* js) {
  perry_value zero = {0};
  int flag = 0;
  CHECK(perry_kind_of(zero) == PERRY_UNDEFINED);
  CHECK(perry_kind_of(perry_null()) == PERRY_NULL);
  CHECK(perry_kind_of(perry_boolean(7)) == PERRY_BOOLEAN && perry_to_boolean(perry_boolean(7)));
  CHECK(perry_kind_of(perry_number(0.5)) == PERRY_NUMBER);
  CHECK(isnan(number_of(js, perry_number(NAN))));
  CHECK(number_of(js, text_value(js, " 12 ")) == 12);
  CHECK(perry_is_same(text_value(js, "a"), text_value(js, "a")));
  CHECK(!perry_is_same(perry_number(NAN), perry_number(NAN)));
  perry_value values[2] = {perry_number(1), {0}};
  perry_value array, element;
  CHECK(perry_array(js, 2, values, &array) == PERRY_OK);
  CHECK(perry_is_array(js, array, &flag) == PERRY_OK && flag);
  CHECK(perry_get_index(js, array, 1, &element) == PERRY_OK &&
        perry_kind_of(element) == PERRY_UNDEFINED);
  CHECK(perry_set_index(js, array, 4, perry_number(5)) == PERRY_OK);
  CHECK(perry_get(js, array, "length", &element) == PERRY_OK && number_of(js, element) == 5);
  perry_value object;
  CHECK(perry_object(js, &object) == PERRY_OK && perry_kind_of(object) == PERRY_OBJECT);
  CHECK(perry_set(js, object, "17", array) == PERRY_OK);
  CHECK(perry_get_index(js, object, 17, &element) == PERRY_OK && perry_is_same(element, array));
  CHECK(perry_has(js, object, "toString", &flag) == PERRY_OK && flag);
  CHECK(perry_has(js, object, "nothing", &flag) == PERRY_OK && !flag);
  CHECK(perry_set(js, perry_number(1), "x", array) == PERRY_INVALID);
  CHECK(perry_get(js, perry_null(), "x", &element) == PERRY_THROWN);
  CHECK(IS_TEXT(js, perry_take_error(js),
                "TypeError: Cannot read properties of null (reading 'x')"));
}

static void check_strings(perry_runtime* js) {
  static const char kText[] = "a\0\xc3\xa4\xf0\x9f\x98\x80\xe2\x82\xac";
  perry_value text, length;
  CHECK(perry_string(js, kText, sizeof kText - 1, &text) == PERRY_OK);
  CHECK(perry_get(js, text, "length", &length) == PERRY_OK && number_of(js, length) == 6);
  CHECK(IS_TEXT(js, call_export(js, "shout", 1, &text), "A\0\xc3\x84\xf0\x9f\x98\x80\xe2\x82\xac!"));
  CHECK(IS_TEXT(js, get_export(js, "lone"), "\xef\xbf\xbdx"));
  CHECK(perry_string(js, "", 0, &text) == PERRY_OK && !perry_to_boolean(text));
}

static void check_exports(perry_runtime* js) {
  const perry_value numbers[2] = {perry_number(2), perry_number(40)};
  perry_value value, point;
  CHECK(number_of(js, call_export(js, "add", 2, numbers)) == 42);
  CHECK(number_of(js, get_export(js, "calls")) == 1);
  CHECK(perry_export(js, "nothing", &value) == PERRY_NOT_FOUND);
  CHECK(perry_exports(js, &value) == PERRY_OK);
  CHECK(perry_get(js, value, "name", &value) == PERRY_OK && IS_TEXT(js, value, "alpha"));
  const perry_value sides[2] = {perry_number(3), perry_number(4)};
  CHECK(perry_construct(js, get_export(js, "Point"), 2, sides, &point) == PERRY_OK);
  CHECK(perry_get(js, point, "length", &value) == PERRY_OK && number_of(js, value) == 5);
  CHECK(perry_construct(js, get_export(js, "name"), 0, NULL, &point) == PERRY_THROWN);
  CHECK(IS_TEXT(js, perry_take_error(js), "TypeError: \"alpha\" is not a constructor"));
  CHECK(perry_call(js, perry_null(), perry_undefined(), 0, NULL, NULL) == PERRY_THROWN);
  CHECK(IS_TEXT(js, perry_take_error(js), "TypeError: null is not a function"));
}

static void check_errors(perry_runtime* js) {
  const perry_value message = text_value(js, "too far");
  perry_value name;
  CHECK(perry_call(js, get_export(js, "fail"), perry_undefined(), 1, &message, NULL) == PERRY_THROWN);
  const perry_value error = perry_take_error(js);
  CHECK(perry_kind_of(perry_take_error(js)) == PERRY_UNDEFINED);
  CHECK(perry_get(js, error, "name", &name) == PERRY_OK && IS_TEXT(js, name, "RangeError"));
  char* text = NULL;
  CHECK(perry_error_text(js, error, &text, NULL) == PERRY_OK);
  CHECK(strstr(text, "RangeError: too far\n    at fail (") != NULL);
#ifndef NO_LINES
  CHECK(strstr(text, "alpha.ts:21:9)") != NULL);
#endif
  perry_free(text);
  CHECK(perry_call(js, get_export(js, "deepen"), perry_undefined(), 0, NULL, NULL) == PERRY_THROWN);
  CHECK(IS_TEXT(js, perry_take_error(js), "RangeError: Maximum call stack size exceeded"));
}

struct seen {
  int calls;
  char last[64];
};

static perry_status multiply(perry_runtime* js, void* data, perry_value receiver, size_t argc,
                             const perry_value* argv, perry_value* result) {
  struct seen* const seen = (struct seen*)data;
  double value = 0;
  (void)receiver;
  seen->calls++;
  CHECK(perry_close(js) == PERRY_BUSY);
  if (argc < 2) {
    perry_value error;
    CHECK(perry_new_error(js, PERRY_TYPE_ERROR, "too few", 7, &error) == PERRY_OK);
    return perry_throw(js, error);
  }
  /* Back into JavaScript, which may throw through this. */
  const perry_status status = perry_call(js, get_export(js, "add"), perry_undefined(), 2, argv, result);
  if (status != PERRY_OK) return status;
  if (perry_to_number(js, *result, &value) != PERRY_OK) return PERRY_THROWN;
  *result = perry_number(value * 10);
  return PERRY_OK;
}

static perry_status refuse(perry_runtime* js, void* data, perry_value receiver, size_t argc,
                           const perry_value* argv, perry_value* result) {
  (void)data, (void)receiver, (void)argc, (void)argv, (void)result;
  return perry_call(js, get_export(js, "fail"), perry_undefined(), 0, NULL, NULL);
}

static perry_status give_up(perry_runtime* js, void* data, perry_value receiver, size_t argc,
                            const perry_value* argv, perry_value* result) {
  (void)js, (void)data, (void)receiver, (void)argc, (void)argv, (void)result;
  return PERRY_NOT_FOUND;
}

static perry_status note(perry_runtime* js, void* data, perry_value receiver, size_t argc,
                         const perry_value* argv, perry_value* result) {
  struct seen* const seen = (struct seen*)data;
  char* text = NULL;
  (void)receiver, (void)result;
  seen->calls++;
  CHECK(argc == 1 && perry_to_text(js, argv[0], &text, NULL) == PERRY_OK);
  snprintf(seen->last, sizeof seen->last, "%s", text);
  perry_free(text);
  return PERRY_OK;
}

static perry_value new_function(perry_runtime* js, perry_callback callback, void* data) {
  perry_value function;
  CHECK(perry_function(js, "callback", 2, callback, data, &function) == PERRY_OK);
  return function;
}

static void check_callbacks(perry_runtime* js) {
  struct seen seen = {0, ""};
  perry_value name;
  const perry_value three[3] = {perry_number(5), perry_number(6), perry_number(7)};
  perry_value arguments[2];
  CHECK(perry_array(js, 3, three, &arguments[0]) == PERRY_OK);
  arguments[1] = new_function(js, multiply, &seen);
  CHECK(perry_get(js, arguments[1], "name", &name) == PERRY_OK && IS_TEXT(js, name, "callback"));
  CHECK(IS_TEXT(js, call_export(js, "visit", 2, arguments), "50,70,90") && seen.calls == 3);
  CHECK(IS_TEXT(js, call_export(js, "outcome", 1, &arguments[1]), "TypeError: too few"));
  const perry_value refusing = new_function(js, refuse, NULL);
  CHECK(IS_TEXT(js, call_export(js, "outcome", 1, &refusing), "RangeError: "));
  const perry_value giving_up = new_function(js, give_up, (void*)-1);
  CHECK(IS_TEXT(js, call_export(js, "outcome", 1, &giving_up),
                "Error: a function of the host failed: there is no such export"));
  const perry_value noting = new_function(js, note, &seen);
  const perry_value text = text_value(js, "noted");
  CHECK(perry_kind_of(call_function(js, noting, 1, &text)) == PERRY_UNDEFINED);
  CHECK(strcmp(seen.last, "noted") == 0);
}

static void check_promises(perry_runtime* js) {
  perry_promise_state state;
  perry_value result, resolve, reject;
  const perry_value four = perry_number(4);
  const perry_value promise = call_export(js, "later", 1, &four);
  CHECK(perry_look_at_promise(js, promise, &state, &result) == PERRY_OK && state == PERRY_PENDING);
  CHECK(perry_run_jobs(js) == PERRY_OK);
  CHECK(perry_look_at_promise(js, promise, &state, &result) == PERRY_OK && state == PERRY_FULFILLED);
  CHECK(number_of(js, result) == 8);
  CHECK(perry_look_at_promise(js, four, &state, &result) == PERRY_OK && state == PERRY_NO_PROMISE);

  struct seen seen = {0, ""};
  perry_value arguments[2] = {{0}, new_function(js, note, &seen)};
  CHECK(perry_promise(js, &arguments[0], &resolve, &reject) == PERRY_OK);
  call_export(js, "waitFor", 2, arguments);
  CHECK(perry_run_jobs(js) == PERRY_OK && seen.calls == 0);
  call_function(js, resolve, 1, &four);
  call_function(js, reject, 1, &four);
  CHECK(perry_run_jobs(js) == PERRY_OK && strcmp(seen.last, "resolved 4") == 0);
  CHECK(perry_promise(js, &arguments[0], &resolve, &reject) == PERRY_OK);
  call_export(js, "waitFor", 2, arguments);
  call_function(js, reject, 1, &four);
  CHECK(perry_run_jobs(js) == PERRY_OK && strcmp(seen.last, "rejected 4") == 0);

  call_export(js, "rejectUnheard", 0, NULL);
  CHECK(perry_run_jobs(js) == PERRY_THROWN);
  CHECK(IS_TEXT(js, perry_take_error(js), "Error: nobody hears"));
  CHECK(perry_run_jobs(js) == PERRY_OK);
}

static void check_timers(perry_runtime* js) {
  struct seen seen = {0, ""};
  int64_t wait = 0;
  const perry_value noting = new_function(js, note, &seen);
  const perry_value soon[3] = {perry_number(3), perry_number(2), noting};
  call_export(js, "repeat", 3, soon);
  CHECK(perry_run_loop(js) == PERRY_OK && seen.calls == 3 && strcmp(seen.last, "0") == 0);
  CHECK(perry_poll(js, &wait) == PERRY_OK && wait == -1);

  /* An interval goes on though its callback throws, and the loop can be entered again. */
  const perry_value failing[3] = {perry_number(2), perry_number(1), new_function(js, refuse, NULL)};
  call_export(js, "repeat", 3, failing);
  CHECK(perry_run_loop(js) == PERRY_THROWN);
  CHECK(perry_run_loop(js) == PERRY_THROWN);
  CHECK(IS_TEXT(js, perry_take_error(js), "RangeError"));

  const perry_value late[3] = {perry_number(1), perry_number(100000), noting};
  call_export(js, "repeat", 3, late);
  CHECK(perry_poll(js, &wait) == PERRY_OK && wait > 90000 && wait <= 100000 && seen.calls == 3);
}

static void check_roots(perry_runtime* js) {
  const perry_value hundred = perry_number(100);
  perry_root* roots[16];
  perry_value on_stack[4];
  for (int i = 0; i < 16; i++) CHECK(perry_keep(js, call_export(js, "grow", 1, &hundred), &roots[i]) == PERRY_OK);
  for (int i = 0; i < 4; i++) on_stack[i] = call_export(js, "grow", 1, &hundred);
  for (int i = 0; i < 16; i += 2) CHECK(perry_drop(js, roots[i]) == PERRY_OK);
  for (int i = 0; i < 3; i++) {
    CHECK(perry_collect(js) == PERRY_OK);
    call_export(js, "grow", 1, &hundred);
  }
  for (int i = 1; i < 16; i += 2) {
    const perry_value kept = perry_kept(roots[i]);
    CHECK(number_of(js, call_export(js, "depthOf", 1, &kept)) == 100);
  }
  for (int i = 0; i < 4; i++)
    CHECK(number_of(js, call_export(js, "depthOf", 1, &on_stack[i])) == 100);
  CHECK(perry_drop(js, NULL) == PERRY_OK);
}

static void* on_another_thread(void* runtime) {
  perry_runtime* own = NULL;
  perry_value value;
  CHECK(perry_export((perry_runtime*)runtime, "name", &value) == PERRY_WRONG_THREAD);
  CHECK(perry_close((perry_runtime*)runtime) == PERRY_WRONG_THREAD);
  /* Its own runtime of the same library, with variables of its own. */
  CHECK(perry_open(&perry_library_alpha, NULL, &own) == PERRY_OK);
  CHECK(number_of(own, call_export(own, "count", 0, NULL)) == 1);
  check_promises(own);
  check_roots(own);
  CHECK(perry_close(own) == PERRY_OK);
  return NULL;
}

static void check_alpha(perry_runtime* js) {
  check_values(js);
  check_strings(js);
  check_exports(js);
  check_errors(js);
  check_callbacks(js);
  check_promises(js);
  check_timers(js);
  check_roots(js);
}

/* A library that cannot be evaluated leaves a runtime, which knows why. */
static void check_broken(void) {
  static const char* const kWords[] = {"host", "break"};
  const perry_options options = {PERRY_API_VERSION, 2, kWords, 0};
  perry_runtime* js = NULL;
  perry_value value;
  CHECK(perry_open(&perry_library_alpha, &options, &js) == PERRY_THROWN);
  CHECK(IS_TEXT(js, perry_take_error(js), "Error: broken at once"));
  CHECK(perry_export(js, "name", &value) == PERRY_THROWN);
  CHECK(IS_TEXT(js, perry_take_error(js),
                "ReferenceError: Cannot access 'name' before initialization"));
  CHECK(perry_close(js) == PERRY_OK);
}

int main(int argc, char** argv) {
  perry_runtime* js = NULL;
  perry_runtime* other = NULL;
  perry_options options = {PERRY_API_VERSION, argc, (const char* const*)argv, 0};
  CHECK(perry_api_version() == PERRY_API_VERSION);
  CHECK(perry_open(NULL, NULL, &js) == PERRY_INVALID && js == NULL);
  options.api_version = PERRY_API_VERSION + 1;
  CHECK(perry_open(&perry_library_alpha, &options, &js) == PERRY_INVALID && js == NULL);
  options.api_version = PERRY_API_VERSION;
  check_broken();
  CHECK(perry_open(&perry_library_alpha, &options, &js) == PERRY_OK);
  CHECK(perry_open(&perry_library_beta, NULL, &other) == PERRY_BUSY && other == NULL);
  check_alpha(js);
  CHECK(number_of(js, call_export(js, "count", 0, NULL)) == 1);
  pthread_t thread;
  CHECK(pthread_create(&thread, NULL, on_another_thread, js) == 0);
  CHECK(pthread_join(thread, NULL) == 0);
  CHECK(number_of(js, call_export(js, "count", 0, NULL)) == 2);
  CHECK(perry_close(js) == PERRY_OK);

  CHECK(perry_open(&perry_library_beta, &options, &js) == PERRY_OK);
  CHECK(number_of(js, call_export(js, "count", 0, NULL)) == 101);
  const perry_value text = text_value(js, "LOW");
  CHECK(IS_TEXT(js, call_export(js, "shout", 1, &text), "low"));
  CHECK(IS_TEXT(js, get_export(js, "name"), "beta"));
  CHECK(perry_close(js) == PERRY_OK);

  /* Everything is as new. */
  CHECK(perry_open(&perry_library_alpha, NULL, &js) == PERRY_OK);
  CHECK(number_of(js, call_export(js, "count", 0, NULL)) == 1);
  check_alpha(js);
  CHECK(perry_close(js) == PERRY_OK);
  CHECK(perry_close(NULL) == PERRY_OK);
  printf("all is well\n");
  return 0;
}
