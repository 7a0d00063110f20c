#include "secret.hpp"

#include <fcntl.h>
#include <openssl/rand.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

#include "protocol/base64url.hpp"

namespace parley {
namespace {

constexpr std::size_t secret_random_size = 32;
constexpr mode_t owner_only = 0600;

std::string variable(const char* name) {
    const char* const value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

std::string failed_to_make(const std::string& file, const std::string& why) {
    return "Cannot make the secret in " + file + ": " + why + ". Say where it can be kept with --secret-file.";
}

// A whole file or none: it is written under a name of its own, and then linked to unless another was quicker.
Result<Secret, std::string> make_secret(const std::string& file) {
    std::error_code failure;
    const auto folder = std::filesystem::path(file).parent_path();
    if (!folder.empty()) std::filesystem::create_directories(folder, failure);
    if (failure) return failed_to_make(file, failure.message());

    std::array<std::uint8_t, secret_random_size> bytes{};
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) std::abort();
    const std::string secret = encode_base64url(bytes);
    const std::string draft = file + '.' + std::to_string(::getpid());
    const int descriptor = ::open(draft.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, owner_only);
    if (descriptor < 0) return failed_to_make(file, std::strerror(errno));
    const bool written = ::write(descriptor, secret.data(), secret.size()) == static_cast<ssize_t>(secret.size()) &&
                         ::fsync(descriptor) == 0;
    const int write_error = errno;
    ::close(descriptor);
    const bool linked = written && (::link(draft.c_str(), file.c_str()) == 0 || errno == EEXIST);
    const int link_error = errno;
    ::unlink(draft.c_str());
    if (!linked) return failed_to_make(file, std::strerror(written ? link_error : write_error));
    return read_secret(file);
}

}  // namespace

std::string check_secret(const std::string& text) {
    if (text.size() >= secret_size_min) return {};
    // It is not repeated: what is said here ends up in logs.
    return "a secret has at least " + std::to_string(secret_size_min) + " characters, for others could guess it";
}

Result<Secret, std::string> read_secret(const std::string& file) {
    std::ifstream stream(file);
    std::string secret;
    if (!std::getline(stream, secret) && !stream.eof()) {
        return "Cannot read the secret in " + file + ": " + std::strerror(errno) + ".";
    }
    if (secret.size() >= secret_size_min) return Secret{std::move(secret)};
    return "The secret in " + file + " is shorter than " + std::to_string(secret_size_min) +
           " characters: others could guess it. Put another one there.";
}

std::string default_secret_file() {
    std::string state = variable("XDG_STATE_HOME");
    if (state.empty() && !variable("HOME").empty()) state = variable("HOME") + "/.local/state";
    return state.empty() ? std::string() : state + "/parley/secret";
}

Result<Secret, std::string> read_or_make_secret(const std::string& file) {
    if (file.empty()) return std::string("There is no place to keep the secret. Say one with --secret-file.");
    std::error_code failure;
    if (std::filesystem::exists(file, failure)) return read_secret(file);
    return make_secret(file);
}

}  // namespace parley
