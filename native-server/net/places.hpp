#pragma once

#include <cstddef>
#include <optional>
#include <utility>

namespace parley::net {

/// Counts what there may be only so many of.
class Places {
public:
    /// One of them is taken for as long as this lives.
    class Place {
    public:
        explicit Place(Places& places) : places_(&places) { ++places.taken_; }
        Place(Place&& other) noexcept : places_(std::exchange(other.places_, nullptr)) {}
        Place& operator=(Place&& other) noexcept {
            std::swap(places_, other.places_);
            return *this;
        }
        ~Place() {
            if (places_ != nullptr) --places_->taken_;
        }

    private:
        Places* places_;
    };

    explicit Places(std::size_t max) : max_(max) {}
    Places(const Places&) = delete;
    Places& operator=(const Places&) = delete;

    /// Nothing when all are taken. The place must not outlive this.
    std::optional<Place> take() {
        if (taken_ == max_) return std::nullopt;
        return Place(*this);
    }
    [[nodiscard]] std::size_t taken() const { return taken_; }

private:
    std::size_t max_;
    std::size_t taken_ = 0;
};

}  // namespace parley::net
