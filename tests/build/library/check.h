#pragma once

/* What the hosts have in common: checks that say where they fail, and a few short ways to call. */
#include <math.h>
#include <perry/perry.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHECK(condition)                                                \
  do {                                                                  \
    if (!(condition)) {                                                 \
      fprintf(stderr, "line %d: not true: %s\n", __LINE__, #condition); \
      exit(1);                                                          \
    }                                                                   \
  } while (0)

static inline perry_value get_export(perry_runtime* js, const char* name) {
  perry_value value;
  const perry_status status = perry_export(js, name, &value);
  if (status != PERRY_OK) fprintf(stderr, "%s: %s\n", name, perry_status_text(status));
  CHECK(status == PERRY_OK);
  return value;
}

static inline perry_value text_value(perry_runtime* js, const char* text) {
  perry_value value;
  CHECK(perry_string(js, text, strlen(text), &value) == PERRY_OK);
  return value;
}

static inline perry_value call_function(perry_runtime* js, perry_value function, size_t argc,
                                        const perry_value* argv) {
  perry_value result;
  const perry_status status = perry_call(js, function, perry_undefined(), argc, argv, &result);
  if (status == PERRY_THROWN) {
    char* text = NULL;
    if (perry_error_text(js, perry_take_error(js), &text, NULL) == PERRY_OK)
      fprintf(stderr, "%s\n", text);
    perry_free(text);
  }
  CHECK(status == PERRY_OK);
  return result;
}

static inline perry_value call_export(perry_runtime* js, const char* name, size_t argc,
                                      const perry_value* argv) {
  return call_function(js, get_export(js, name), argc, argv);
}

static inline int is_text(perry_runtime* js, perry_value value, const char* expected,
                          size_t expected_length) {
  char* text = NULL;
  size_t length = 0;
  CHECK(perry_to_text(js, value, &text, &length) == PERRY_OK);
  const int same = length == expected_length && memcmp(text, expected, length + 1) == 0;
  if (!same) fprintf(stderr, "got: %s\n", text);
  perry_free(text);
  return same;
}
#define IS_TEXT(js, value, literal) is_text(js, value, literal, sizeof(literal) - 1)

static inline double number_of(perry_runtime* js, perry_value value) {
  double number = 0;
  CHECK(perry_to_number(js, value, &number) == PERRY_OK);
  return number;
}
