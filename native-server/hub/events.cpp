#include "hub/events.hpp"

#include "protocol/frames.hpp"

namespace parley::hub::output {

void Frame::append_to(std::string& out) const {
    out += *text;
    if (s != 0) protocol::append_number(out, s);
}

std::string Frame::str() const {
    std::string frame;
    append_to(frame);
    return frame;
}

}  // namespace parley::hub::output
