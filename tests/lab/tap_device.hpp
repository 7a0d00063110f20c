#pragma once

#include <optional>
#include <string>

#include "tests/lab/file_descriptor.hpp"
#include "tests/lab/frame.hpp"

namespace parley::lab {

/// One end of an Ethernet cable whose other end is a network interface of the kernel: the device `tap` of Linux.
/// The interface goes when this does.
class TapDevice {
public:
    /// Makes the interface `name` in the network namespace that the thread is in, with this hardware address, and takes
    /// it up. Nothing when that is not allowed; errno says why.
    static std::optional<TapDevice> open(const std::string& name, HardwareAddress address);

    /// Readable when the kernel sent a frame.
    [[nodiscard]] int descriptor() const { return file_.number(); }
    /// What the kernel sent, or nothing when that was all.
    std::optional<Frame> receive();
    /// Dropped when the kernel does not want it.
    void send(const Frame& frame);

private:
    explicit TapDevice(FileDescriptor file) : file_(std::move(file)) {}

    FileDescriptor file_;
};

/// Puts the thread into the network namespace that `path` is bound to. False when that is not allowed; errno says why.
bool enter_namespace(const std::string& path);

}  // namespace parley::lab
