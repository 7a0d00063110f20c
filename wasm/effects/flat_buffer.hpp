#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace parley::effects {

/// Reads a FlatBuffer (tables that are found through offsets). What lies outside reads as 0, and the buffer counts as
/// broken from then on; 0 is also what stands for a table or field that is not there.
class FlatBuffer {
public:
    explicit FlatBuffer(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

    [[nodiscard]] bool broken() const { return broken_; }

    std::uint32_t number(std::size_t at, std::size_t size) {
        if (at > bytes_.size() || bytes_.size() - at < size) {
            broken_ = true;
            return 0;
        }
        std::uint32_t value = 0;
        for (std::size_t byte = 0; byte < size; ++byte) {
            value |= static_cast<std::uint32_t>(bytes_[at + byte]) << (8 * byte);
        }
        return value;
    }
    std::size_t root() { return target(0); }
    /// Where what is pointed to from `at` begins.
    std::size_t target(std::size_t at) { return at + number(at, 4); }
    /// Where the table's field number `index` is; 0 if it has its usual value.
    std::size_t field(std::size_t table, std::size_t index) {
        if (table == 0) return 0;
        // The layout lies before its table or behind it: a signed distance.
        const auto distance = static_cast<std::int32_t>(number(table, 4));
        const std::size_t layout = table - static_cast<std::size_t>(static_cast<std::ptrdiff_t>(distance));
        const std::size_t entry = 4 + 2 * index;
        if (entry + 2 > number(layout, 2)) return 0;
        const std::size_t offset = number(layout + entry, 2);
        return offset == 0 ? 0 : table + offset;
    }
    std::uint32_t value(std::size_t table, std::size_t index, std::size_t size) {
        const std::size_t at = field(table, index);
        return at == 0 ? 0 : number(at, size);
    }
    std::size_t table(std::size_t parent, std::size_t index) {
        const std::size_t at = field(parent, index);
        return at == 0 ? 0 : target(at);
    }
    std::span<const std::uint8_t> bytes(std::size_t table, std::size_t index) { return elements(table, index, 1); }
    std::vector<int> integers(std::size_t table, std::size_t index) {
        std::vector<int> found;
        const auto raw = elements(table, index, 4);
        for (std::size_t at = 0; at < raw.size(); at += 4) {
            found.push_back(static_cast<int>(number(start_of(raw) + at, 4)));
        }
        return found;
    }
    std::vector<std::size_t> tables(std::size_t table, std::size_t index) {
        std::vector<std::size_t> found;
        const auto raw = elements(table, index, 4);
        for (std::size_t at = 0; at < raw.size(); at += 4) found.push_back(target(start_of(raw) + at));
        return found;
    }

private:
    std::span<const std::uint8_t> elements(std::size_t parent, std::size_t index, std::size_t size) {
        const std::size_t vector = table(parent, index);
        if (vector == 0) return {};
        const std::size_t count = number(vector, 4);
        const std::size_t start = vector + 4;
        if (start > bytes_.size() || (bytes_.size() - start) / size < count) {
            broken_ = true;
            return {};
        }
        return bytes_.subspan(start, count * size);
    }
    [[nodiscard]] std::size_t start_of(std::span<const std::uint8_t> part) const {
        return static_cast<std::size_t>(part.data() - bytes_.data());
    }

    std::span<const std::uint8_t> bytes_;
    bool broken_ = false;
};

}  // namespace parley::effects
