#include "app/app.hpp"

// The module is instantiated once for each page load, and main is all that it is started with. The application lives
// as long as the page: it is made here and never destroyed.
int main() {
    static parley::app::App app;
    app.start();
    return 0;
}
