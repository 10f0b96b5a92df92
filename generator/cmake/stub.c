/* CMake wants a source that it knows; the program takes the place of what this would become. */
int main(void) { return 1; }
