/* shop apple 4 pear 2: what the things cost, by the rules of pricing.ts. */
#include <perry/perry.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

PERRY_DECLARE_LIBRARY(pricing);

/* JavaScript calls this with a line of text. */
static perry_status report(perry_runtime* js, void* data, perry_value receiver, size_t argc,
                           const perry_value* argv, perry_value* result) {
  char* line;
  (void)receiver, (void)argc, (void)result;
  const perry_status status = perry_to_text(js, argv[0], &line, NULL);
  if (status != PERRY_OK) return status;
  fprintf((FILE*)data, "%s\n", line);
  perry_free(line);
  return PERRY_OK;
}

/* [{ name, count }, ...] of pairs of words. */
static perry_status make_items(perry_runtime* js, int count, char** words, perry_value* items) {
  perry_status status = perry_array(js, 0, NULL, items);
  for (int i = 0; status == PERRY_OK && i + 1 < count; i += 2) {
    perry_value item, name;
    if ((status = perry_object(js, &item)) != PERRY_OK) return status;
    if ((status = perry_string(js, words[i], strlen(words[i]), &name)) != PERRY_OK) return status;
    if ((status = perry_set(js, item, "name", name)) != PERRY_OK) return status;
    status = perry_set(js, item, "count", perry_number(atof(words[i + 1])));
    if (status == PERRY_OK) status = perry_set_index(js, *items, (uint32_t)i / 2, item);
  }
  return status;
}

static perry_status print_total(perry_runtime* js, int count, char** words) {
  perry_value arguments[2], total, sum;
  double number;
  perry_status status = make_items(js, count, words, &arguments[0]);
  if (status == PERRY_OK) status = perry_function(js, "report", 1, report, stdout, &arguments[1]);
  if (status == PERRY_OK) status = perry_export(js, "total", &total);
  if (status == PERRY_OK) status = perry_call(js, total, perry_undefined(), 2, arguments, &sum);
  if (status == PERRY_OK) status = perry_to_number(js, sum, &number);
  if (status == PERRY_OK) printf("total %.2f\n", number);
  return status;
}

int main(int argc, char** argv) {
  perry_runtime* js = NULL;
  perry_status status = perry_open(&perry_library_pricing, NULL, &js);
  if (status == PERRY_OK) status = print_total(js, argc - 1, argv + 1);
  if (status == PERRY_THROWN) {
    char* text = NULL;
    perry_error_text(js, perry_take_error(js), &text, NULL);
    fprintf(stderr, "%s\n", text);
    perry_free(text);
  } else if (status != PERRY_OK) {
    fprintf(stderr, "%s\n", perry_status_text(status));
  }
  perry_close(js);
  return status == PERRY_OK ? 0 : 1;
}
