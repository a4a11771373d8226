// Run by hand: what this layer costs over OpenSSL's own calls, measured in turn in one run.
#include "identity/ed25519.h"
#include "identity/random.h"
#include "identity/sealing.h"

#include <openssl/evp.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <vector>

using namespace bongsu;

namespace {

const unsigned char* raw(QByteArrayView bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

double microsecondsEach(int times, const std::function<void()>& act) {
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < times; ++i) {
        act();
    }
    return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count() /
           times;
}

// Medians over rounds in which both take turns, so that a busy machine slows both.
void compare(const char* what, int times, const std::function<void()>& ours,
             const std::function<void()>& bare) {
    std::vector<double> first;
    std::vector<double> second;
    for (int round = 0; round < 15; ++round) {
        first.push_back(microsecondsEach(times, ours));
        second.push_back(microsecondsEach(times, bare));
    }
    std::sort(first.begin(), first.end());
    std::sort(second.begin(), second.end());
    std::printf("%-34s ours %8.2f us   bare %8.2f us   ratio %.2f\n", what, first[7], second[7],
                first[7] / second[7]);
}

void must(bool done) {
    if (!done) {
        std::puts("OpenSSL refused");
        std::exit(1);
    }
}

} // namespace

int main() {
    SystemRandomness randomness;
    const Ed25519Key key = Ed25519Key::generate(randomness);
    const Ed25519Verifier verifier;
    const QByteArray message = randomness.bytes(460); // a header
    const Signature signature = key.sign(message);

    const PkeyHandle secret(
        EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, raw(key.seed().view()), 32));
    const PkeyHandle open(
        EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, raw(key.publicKey().view()), 32));
    compare(
        "sign", 200, [&] { (void)key.sign(message); },
        [&] {
            unsigned char out[64];
            std::size_t size = sizeof out;
            const DigestContextHandle context(EVP_MD_CTX_new());
            must(EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, secret.get()) == 1 &&
                 EVP_DigestSign(context.get(), out, &size, raw(message), std::size_t(message.size())) == 1);
        });
    // The bare call keeps its key, which is what a cache of keys could save at best.
    compare(
        "verify (bare: key kept)", 200, [&] { must(verifier.verify(key.publicKey(), message, signature)); },
        [&] {
            const DigestContextHandle context(EVP_MD_CTX_new());
            must(EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, open.get()) == 1 &&
                 EVP_DigestVerify(context.get(), raw(signature.view()), 64, raw(message),
                                  std::size_t(message.size())) == 1);
        });

    const AesKey aesKey = AesKey::random(randomness);
    const GcmSealer sealer(aesKey, randomness);
    const QByteArray plain = randomness.bytes(800);
    const QByteArray bound = randomness.bytes(32);
    const QByteArray sealed = sealer.seal(plain, bound);
    const CipherContextHandle context(EVP_CIPHER_CTX_new());
    must(EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, raw(aesKey.view()), nullptr) == 1);
    QByteArray out(800, '\0');
    QByteArray tag = sealed.last(16);
    auto* to = reinterpret_cast<unsigned char*>(out.data());
    compare(
        "open 800 bytes (bare: key kept)", 20000, [&] { must(sealer.open(sealed, bound).has_value()); },
        [&] {
            int done = 0;
            must(EVP_DecryptInit_ex(context.get(), nullptr, nullptr, nullptr, raw(sealed)) == 1 &&
                 EVP_DecryptUpdate(context.get(), nullptr, &done, raw(bound), 32) == 1 &&
                 EVP_DecryptUpdate(context.get(), to, &done, raw(sealed) + 12, 800) == 1 &&
                 EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_TAG, 16, tag.data()) == 1 &&
                 EVP_DecryptFinal_ex(context.get(), to, &done) == 1);
        });
    compare(
        "seal 800 bytes (bare: its nonce)", 20000, [&] { (void)sealer.seal(plain, bound); },
        [&] { (void)randomness.bytes(12); });
    compare(
        "a sealer for a key (bare: open)", 5000, [&] { (void)GcmSealer(aesKey, randomness); },
        [&] { must(sealer.open(sealed, bound).has_value()); });
    return 0;
}
