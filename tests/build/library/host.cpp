// A program of C++ that is linked with one shared library and loads another: each has a runtime of
// its own.
#include <dlfcn.h>

#include <string>

#include "tests/build/library/check.h"

PERRY_DECLARE_LIBRARY(alpha);

namespace {

void check_linked() {
  perry_runtime* js = nullptr;
  CHECK(perry_open(&perry_library_alpha, nullptr, &js) == PERRY_OK);
  const perry_value numbers[] = {perry_number(1), perry_number(2)};
  CHECK(number_of(js, call_export(js, "add", 2, numbers)) == 3);
  // Through frames of C++, where nothing but a status comes by.
  int calls = 0;
  perry_value arguments[2];
  CHECK(perry_array(js, 2, numbers, &arguments[0]) == PERRY_OK);
  const auto count = [](perry_runtime* runtime, void* data, perry_value, size_t, const perry_value*,
                        perry_value*) -> perry_status {
    std::string text = "after ";
    text += std::to_string(++*static_cast<int*>(data));
    perry_value message;
    CHECK(perry_string(runtime, text.data(), text.size(), &message) == PERRY_OK);
    return perry_throw(runtime, message);
  };
  CHECK(perry_function(js, "count", 0, count, &calls, &arguments[1]) == PERRY_OK);
  CHECK(perry_call(js, get_export(js, "visit"), perry_undefined(), 2, arguments, nullptr) ==
        PERRY_THROWN);
  CHECK(IS_TEXT(js, perry_take_error(js), "after 1") && calls == 1);
  const perry_value message = text_value(js, "thrown in the library");
  CHECK(perry_call(js, get_export(js, "fail"), perry_undefined(), 1, &message, nullptr) ==
        PERRY_THROWN);
  const perry_value error = perry_take_error(js);
  char* text = nullptr;
  CHECK(perry_error_text(js, error, &text, nullptr) == PERRY_OK);
  CHECK(std::string(text).find("RangeError: thrown in the library\n    at fail (") !=
        std::string::npos);
  perry_free(text);
  perry_root* root = nullptr;
  const perry_value depth = perry_number(50);
  CHECK(perry_keep(js, call_export(js, "grow", 1, &depth), &root) == PERRY_OK);
  CHECK(perry_collect(js) == PERRY_OK);
  const perry_value kept = perry_kept(root);
  CHECK(number_of(js, call_export(js, "depthOf", 1, &kept)) == 50);
  CHECK(number_of(js, call_export(js, "count", 0, nullptr)) == 1);
  CHECK(perry_close(js) == PERRY_OK);
}

template <class T>
T* symbol_of(void* library, const char* name) {
  void* const found = dlsym(library, name);
  if (found == nullptr) std::fprintf(stderr, "%s\n", dlerror());
  CHECK(found != nullptr);
  return reinterpret_cast<T*>(found);
}

void check_loaded(const char* path) {
  void* const library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) std::fprintf(stderr, "%s\n", dlerror());
  CHECK(library != nullptr);
  const auto* const beta = symbol_of<const perry_library>(library, "perry_library_beta");
  perry_runtime* js = nullptr;
  // The functions of another library than the one that is to be opened.
  CHECK(perry_open(beta, nullptr, &js) == PERRY_OTHER_RUNTIME && js == nullptr);
  CHECK(symbol_of<decltype(perry_open)>(library, "perry_open")(beta, nullptr, &js) == PERRY_OK);
  perry_value value;
  CHECK(symbol_of<decltype(perry_export)>(library, "perry_export")(js, "name", &value) == PERRY_OK);
  char* text = nullptr;
  CHECK(symbol_of<decltype(perry_to_text)>(library, "perry_to_text")(js, value, &text, nullptr) ==
        PERRY_OK);
  CHECK(std::string(text) == "beta");
  symbol_of<decltype(perry_free)>(library, "perry_free")(text);
  // Both at once, on one thread.
  check_linked();
  CHECK(symbol_of<decltype(perry_close)>(library, "perry_close")(js) == PERRY_OK);
  CHECK(dlsym(library, "perry_rt_allocate") == nullptr);
  dlclose(library);
}

}  // namespace

int main(int, char** argv) {
  check_linked();
  check_loaded(argv[1]);
  check_linked();
  std::printf("all is well\n");
}
