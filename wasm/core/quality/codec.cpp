#include "core/quality/codec.hpp"

namespace parley::core::quality {

CodecOrder codec_order(const Equipment& /*equipment*/, int /*people*/) { return {}; }

VideoCodec sending_codec(const Equipment& /*equipment*/, int /*people*/, int /*steps_down*/) {
    return VideoCodec::None;
}

}  // namespace parley::core::quality
