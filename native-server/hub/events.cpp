#include "hub/events.hpp"

#include "protocol/frames.hpp"

namespace parley::hub::output {

std::string Frame::str() const { return s == 0 ? *text : protocol::finish_frame(*text, s); }

}  // namespace parley::hub::output
