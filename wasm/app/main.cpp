#include <emscripten/eventloop.h>

#include "app/app.hpp"

// The module is instantiated once for each page load, and main is all that it is started with. The application lives
// as long as the page: it is made here and never destroyed.
int main() {
    static parley::app::App app;
    app.start();
    // Without this Emscripten takes the return from main for the end, and lets no timer fire any more.
    emscripten_runtime_keepalive_push();
    return 0;
}
