#pragma once

#include <cstdint>
#include <string>

#include "protocol/ids.hpp"

/// What recordings are made of: words that actions, inputs, outputs and the view share.
namespace parley::core::recording {

/// What a recording shows. Whoever is recorded alone is heard alone; a presentation is heard with all voices.
struct Subject {
    enum class Kind : std::uint8_t { Meeting, Person, Presentation };
    Kind kind = Kind::Meeting;
    PeerId peer{};  ///< of Person, and of who presents
    friend bool operator==(const Subject&, const Subject&) = default;
};

/// What a browser's MediaRecorder can write (W3C MediaStream Recording, `isTypeSupported`), each with Opus, or with AAC
/// in MP4.
enum class Format : std::uint8_t { WebmVp8, WebmVp9, WebmH264, Mp4H264 };

/// Why a recording did not begin, or ended before it was stopped.
enum class Fault : std::uint8_t {
    None,
    NoStorage,  ///< the browser keeps no files here, as in some private windows
    Full,       ///< the disk, or what the browser gives this site of it
    Storage,    ///< the file can't be written for another reason
    Recorder,   ///< the browser can't encode it, or no longer
};

/// How a recording is encoded.
struct Shape {
    std::uint16_t width = 1280;
    std::uint16_t height = 720;
    std::uint8_t frames_per_s = 30;
    std::uint32_t video_bps = 2'500'000;
    std::uint32_t sound_bps = 128'000;
    friend bool operator==(const Shape&, const Shape&) = default;
};

/// Pixels of the recorded picture, from its top left corner.
struct Box {
    std::int32_t x = 0, y = 0, width = 0, height = 0;
    friend bool operator==(const Box&, const Box&) = default;
};

/// One part of the recorded picture: what the <video> of that name shows, or a disc with initials while it shows
/// nothing.
struct Tile {
    enum class Content : std::uint8_t { Picture, Initials };
    enum class Fit : std::uint8_t { Cover, Contain };  ///< what does not have the box's shape is cut, or framed
    std::string element;
    Box box;
    std::string name;  ///< stands in its corner
    Content content = Content::Picture;
    Fit fit = Fit::Cover;
    friend bool operator==(const Tile&, const Tile&) = default;
};

/// A file that this browser keeps from before.
struct Found {
    std::string file;
    std::uint64_t bytes = 0;
};

}  // namespace parley::core::recording
