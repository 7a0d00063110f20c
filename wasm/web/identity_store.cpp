#include "web/identity_store.hpp"

#include "protocol/base64url.hpp"
#include "web/storage.hpp"
#include "web/web_crypto.hpp"

using emscripten::EM_VAL;
using emscripten::val;

extern "C" {
EM_VAL parley_identity_load(EM_VAL name);
EM_VAL parley_identity_save(EM_VAL name, EM_VAL value);
void parley_identity_sweep(EM_VAL lock_prefix, double used_before_ms);
EM_VAL parley_lock_hold(EM_VAL name);
}

namespace parley::web {
namespace {

constexpr const char* tab_key = "parley.identity";
constexpr const char* lock_prefix = "parley identity ";
constexpr int secret_size = 32;
constexpr int tab_name_size = 16;
// A browser that restores its tabs after a holiday finds them who they were.
constexpr double kept_unused_ms = 14.0 * 24 * 60 * 60 * 1'000;

double now_ms() { return val::global("Date").call<double>("now"); }

val hold_lock(const std::string& tab) {
    const val name(lock_prefix + tab);
    return val::take_ownership(parley_lock_hold(name.as_handle()));
}

val load(const std::string& tab) {
    const val name(tab);
    return val::take_ownership(parley_identity_load(name.as_handle()));
}

val save(const std::string& tab, const val& kept) {
    const val name(tab);
    return val::take_ownership(parley_identity_save(name.as_handle(), kept.as_handle()));
}

}  // namespace

val hold_tab() {
    std::string tab = read_storage(StorageArea::Tab, tab_key);
    const bool ours = !tab.empty() && (co_await hold_lock(tab)).as<bool>();
    if (!ours) {
        tab = encode_base64url(random_bytes(tab_name_size));
        write_storage(StorageArea::Tab, tab_key, tab);
        co_await hold_lock(tab);
    }
    co_return val(tab);
}

val load_or_make_identity(std::string tab) {
    val kept = co_await load(tab);
    const bool is_new = kept.isUndefined();
    if (is_new) {
        const val usages = val::array(std::vector<std::string>{"sign", "verify"});
        const val keys = co_await attempt(subtle().call<val>("generateKey", p256_keys("ECDSA"), false, usages));
        if (keys.isNull()) co_return keys;
        kept = val::object();
        kept.set("keys", keys);
        kept.set("secret", to_uint8_array(random_bytes(secret_size)));
    }
    kept.set("used_ms", now_ms());
    const val saving = save(tab, kept);
    // Who is new must be the same after a reload that comes at once.
    if (is_new) co_await saving;
    co_return kept;
}

void forget_old_identities() {
    const val prefix(lock_prefix);
    parley_identity_sweep(prefix.as_handle(), now_ms() - kept_unused_ms);
}

}  // namespace parley::web
