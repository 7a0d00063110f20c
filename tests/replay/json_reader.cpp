#include "tests/replay/json_reader.hpp"

namespace parley::replay {

using core::call_log::TextKind;

void JsonReader::operator()(const char* name, std::string& text, TextKind kind) {
    const Json* value = find(name);
    if (value == nullptr) return;
    if (value->is_object()) {
        text = value->dump();
    } else if (value->is_string()) {
        text = value->get<std::string>();
        if (kind == TextKind::OwnSealed) text = core::call_log::unfolded(text);
    } else {
        sound_ = false;
    }
}

void JsonReader::operator()(const char* name, std::vector<std::string>& texts, TextKind /*kind*/) {
    const Json* list = find(name);
    if (list == nullptr) return;
    for (const Json& entry : *list) {
        sound_ = sound_ && entry.is_string();
        if (entry.is_string()) texts.push_back(entry.get<std::string>());
    }
}

void JsonReader::operator()(const char* name, bool& flag) {
    const Json* value = find(name);
    if (value == nullptr) return;
    sound_ = sound_ && value->is_boolean();
    if (value->is_boolean()) flag = value->get<bool>();
}

}  // namespace parley::replay
