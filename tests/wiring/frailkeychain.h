// A keychain that locks, vanishes and errs when a test says so. The real one is asked in tests/programs.
#pragma once

#include "identity/keystore.h"

#include <memory>

namespace bongsu {

struct FrailContents {
    enum class End { Vanishes, FallsSilent };

    std::optional<HomeKeys> keys;
    KeyStoreState state = KeyStoreState::Ready;
    int answers = -1; // so many calls are carried out, then it ends; -1: all
    End end = End::Vanishes;
    bool garbles = false; // keeps something else than it was given
    int passwordsAsked = 0;
};

class FrailKeychain : public KeyStore {
  public:
    explicit FrailKeychain(std::shared_ptr<FrailContents> contents) : m_contents(std::move(contents)) {}

    QString name() const override { return QStringLiteral("frail"); }
    void ask(Told told) override { told(m_contents->state); }
    void load(Loaded done) override {
        carryOut(done, [&] {
            done(m_contents->keys ? Result<HomeKeys>(*m_contents->keys)
                                  : tl::unexpected<Error>(Failure{failure::keyUnusable, keyfault::missing}));
        });
    }
    void create(const HomeKeys& keys, Done done) override {
        carryOut(done, [&] {
            if (m_contents->keys) {
                done(fail(failure::keyUnusable, keyfault::present));
                return;
            }
            m_contents->keys = keys;
            if (m_contents->garbles) {
                m_contents->keys->deviceSeed.reset();
            }
            done(std::monostate{});
        });
    }
    void remove(Done done) override {
        carryOut(done, [&] {
            m_contents->keys.reset();
            done(std::monostate{});
        });
    }

  private:
    template <class Answer, class Act>
    void carryOut(const Answer& answer, const Act& act) {
        FrailContents& contents = *m_contents;
        if (contents.state == KeyStoreState::Locked) {
            ++contents.passwordsAsked;
            answer(fail(failure::keyUnusable, keyfault::keychainLocked));
        } else if (contents.state == KeyStoreState::Away || contents.answers == 0) {
            if (contents.end == FrailContents::End::Vanishes) {
                answer(fail(failure::keyUnusable, keyfault::keychainAway));
            } // else the program was killed here
        } else {
            contents.answers -= contents.answers > 0 ? 1 : 0;
            act();
        }
    }

    std::shared_ptr<FrailContents> m_contents;
};

} // namespace bongsu
