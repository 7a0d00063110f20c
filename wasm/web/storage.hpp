#pragma once

#include <string>

namespace parley::web {

/// Which of the browser's memories (HTML, section 12.2).
enum class StorageArea {
    Browser,  ///< localStorage: all tabs, for good
    Tab,      ///< sessionStorage: this tab, through reloads
};

/// Empty when there is nothing or the browser keeps nothing.
std::string read_storage(StorageArea area, const std::string& key);
void write_storage(StorageArea area, const std::string& key, const std::string& text);

}  // namespace parley::web
