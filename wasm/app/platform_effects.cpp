#include "app/platform.hpp"

// What is done to camera and microphone.

namespace parley::app {

namespace output = core::output;

void Platform::run(const output::StartEffect& order) { effects_.start(order); }
void Platform::run(const output::ChangeEffect& order) { effects_.change(order); }
void Platform::run(const output::StartNoiseFilter& order) { noise_filters_.start(order); }
void Platform::run(const output::AskPicture& order) { picture_.ask(order); }

}  // namespace parley::app
