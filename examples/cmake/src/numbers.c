#include <stdio.h>

int main(void) {
  const int values[] = {3, 1, 4, 1, 5};
  int sum = 0;
  for (unsigned i = 0; i < sizeof values / sizeof values[0]; i++) sum += values[i];
  printf("total %d, mean %g\n", sum, sum / 5.0);
  return 0;
}
