// What bongsu-relay can do with a relay's folder, whether in the process that runs it or in one that found it
// free.
#pragma once

#include "cli/arguments.h"
#include "cli/output.h"
#include "wiring/relaynode.h"

#include <QByteArrayList>

#include <functional>
#include <memory>

namespace bongsu {

using Exit = std::function<void(int exitCode)>;

class RelayCommands {
  public:
    explicit RelayCommands(RelayNode& node) : m_node(node) {}

    // invite, status, backup, and those of channelcommands.h. `words` without the folder, `input` lines of a
    // file. The node must have started.
    void run(const QStringList& words, const QByteArrayList& input, const std::shared_ptr<Output>& output,
             Exit done);

    // An admin's invite by the root key in `rootFile`.
    void invite(const QString& rootFile, const std::shared_ptr<Output>& output, Exit done);
    // Founds the organisation and ends with its id and a first invite.
    void found(const QString& name, const std::vector<Address>& advertised,
               const std::shared_ptr<Output>& output, Exit done);

  private:
    void status(Output& output);
    int replies(Output& output);
    void backup(const QString& file, const std::shared_ptr<Output>& output, Exit done);

    RelayNode& m_node;
};

} // namespace bongsu
