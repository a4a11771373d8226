// Commands handed to the holder of a home, as lines on its socket; and the words of a command line.
#include "fuzzing.h"

#include "cli/arguments.h"
#include "cli/handover.h"
#include "domain/base/limits.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QLocalSocket>
#include <QTemporaryDir>

using namespace bongsu;
using namespace bongsu::fuzzing;

namespace {

void readWords(const QStringList& words) {
    static const Usage usage{QStringLiteral("note INCIDENT TEXT|- [--reason WORDS] [--off]"),
                             1,
                             3,
                             {QStringLiteral("reason="), QStringLiteral("off")}};
    QString fault;
    const auto arguments = Arguments::parse(words, usage, fault);
    require(arguments.has_value() == fault.isEmpty(), "what does not fit has a fault");
    if (arguments) {
        require(arguments->count() >= usage.fewest && arguments->count() <= usage.most,
                "as many as there may be");
        require(arguments->count() + arguments->values(QStringLiteral("reason")).size() <= words.size(),
                "no words but those given");
    }
}

struct World {
    World()
        : server(folder.filePath(QStringLiteral("socket")),
                 [this](const QStringList& args, const QByteArrayList&, const std::shared_ptr<Output>& output,
                        const std::function<void(int)>& done) {
                     readWords(args);
                     ++carriedOut;
                     output->words(args.join(u' '));
                     output->line({{QStringLiteral("count"), args.size()}});
                     done(0);
                 }) {
        require(server.listen().has_value(), "the socket can be listened on");
    }

    int argc = 1;
    char name[5] = "fuzz";
    std::array<char*, 2> argv{name, nullptr};
    QCoreApplication application{argc, argv.data()};
    QTemporaryDir folder;
    int carriedOut = 0;
    HandoverServer server;
};

void handOverLine(World& world, const QByteArray& line) {
    const int before = world.carriedOut;
    QLocalSocket socket;
    QEventLoop loop;
    QByteArray said;
    QObject::connect(&socket, &QLocalSocket::readyRead, &loop, [&] {
        said += socket.readAll();
        if (said.contains("\"exit\"") && said.endsWith('\n')) {
            loop.quit();
        }
    });
    QObject::connect(&socket, &QLocalSocket::disconnected, &loop, [&] { loop.exit(1); });
    socket.connectToServer(world.folder.filePath(QStringLiteral("socket")));
    require(socket.waitForConnected(), "the holder listens");
    socket.write(line + '\n');
    loop.exec();
    require(world.carriedOut == before + 1, "a line is one command");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static World& world = *new World;
    Input in(data, size);
    if (in.choice(2) == 0) {
        readWords(in.text().split(u'\n'));
    } else {
        handOverLine(world, in.rest().toByteArray().replace('\n', ' '));
    }
    return 0;
}
