#pragma once

namespace parley::core {

/// One visitor from several lambdas.
template <class... Kinds>
struct Overload : Kinds... {
    using Kinds::operator()...;
};
template <class... Kinds>
Overload(Kinds...) -> Overload<Kinds...>;

}  // namespace parley::core
