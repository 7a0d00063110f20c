#pragma once

#include <emscripten/val.h>

#include <cstdint>
#include <map>
#include <memory>
#include <vector>

#include "core/handles.hpp"
#include "web/callback.hpp"
#include "web/sink.hpp"

namespace parley::web {

/// A file that this person chose (W3C File API), with the SHA-256 of each of its mebibytes that was read so far.
struct FileSource {
    emscripten::val file;
    double size = 0;  ///< bytes
    std::vector<emscripten::val> digests;
};

/// The files that this person chose in the browser's dialog, dropped anywhere on the page or pasted. A file that is
/// dropped never takes the place of the page.
class FileSources {
public:
    explicit FileSources(Sink sink);
    ~FileSources();
    FileSources(const FileSources&) = delete;
    FileSources& operator=(const FileSources&) = delete;

    /// Opens the dialog. Works within a user's gesture.
    void pick();
    /// Null for a number that was never given.
    [[nodiscard]] std::shared_ptr<FileSource> find(core::SourceId source) const;

    void on_event(const emscripten::val& event);

private:
    void listen(const char* method);
    void take(const emscripten::val& list);

    Sink sink_;
    emscripten::val dialog_;
    std::map<core::SourceId, std::shared_ptr<FileSource>> sources_;
    core::Numbering<core::SourceId> numbers_;
    Handle<FileSources> handle_{*this};
    emscripten::val listener_;
};

}  // namespace parley::web
