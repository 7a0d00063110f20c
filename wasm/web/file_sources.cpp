#include "web/file_sources.hpp"

#include <emscripten/bind.h>

#include <string>
#include <utility>

#include "web/file_pictures.hpp"

namespace parley::web {

using emscripten::val;

namespace {

void file_sources_event(int handle, val event) {
    if (auto* sources = Handle<FileSources>::find(handle)) sources->on_event(event);
}

EMSCRIPTEN_BINDINGS(file_sources) { emscripten::function("file_sources_event", &file_sources_event); }

bool carries_files(const val& transfer) {
    if (transfer.isNull() || transfer.isUndefined()) return false;
    return transfer["types"].call<bool>("includes", val("Files"));
}

}  // namespace

FileSources::FileSources(Sink sink)
    : sink_(std::move(sink)),
      dialog_(val::global("document").call<val>("createElement", val("input"))),
      listener_(callback("file_sources_event", handle_.number())) {
    dialog_.set("type", val("file"));
    dialog_.set("multiple", true);
    listen("addEventListener");
}

FileSources::~FileSources() { listen("removeEventListener"); }

void FileSources::listen(const char* method) {
    dialog_.call<void>(method, val("change"), listener_);
    for (const char* type : {"dragover", "drop", "paste"}) {
        val::global("document").call<void>(method, val(type), listener_);
    }
}

void FileSources::pick() {
    // The same file may be chosen twice.
    dialog_.set("value", val(""));
    dialog_.call<void>("click");
}

std::shared_ptr<FileSource> FileSources::find(core::SourceId source) const {
    const auto found = sources_.find(source);
    return found == sources_.end() ? nullptr : found->second;
}

void FileSources::on_event(const val& event) {
    const auto type = event["type"].as<std::string>();
    if (type == "change") return take(dialog_["files"]);
    const val transfer = event[type == "paste" ? "clipboardData" : "dataTransfer"];
    if (!carries_files(transfer)) return;
    // Programs that copy text often add a picture of it: who pastes that means the text.
    if (type == "paste" && transfer["types"].call<bool>("includes", val("text/plain"))) return;
    event.call<void>("preventDefault");
    if (type == "dragover") return val(transfer).set("dropEffect", val("copy"));
    take(transfer["files"]);
}

void FileSources::take(const val& list) {
    core::input::FilesChosen chosen;
    for (int index = 0; index < list["length"].as<int>(); ++index) {
        const val file = list[index];
        const core::SourceId source = numbers_.next();
        const auto size = file["size"].as<double>();
        const auto media_type = file["type"].as<std::string>();
        sources_.emplace(source, std::make_shared<FileSource>(FileSource{file, size, {}}));
        keep_picture("source-" + std::to_string(source.value), file);
        chosen.files.push_back({source, file["name"].as<std::string>(), media_type, static_cast<std::uint64_t>(size)});
    }
    if (!chosen.files.empty()) sink_(std::move(chosen));
}

}  // namespace parley::web
