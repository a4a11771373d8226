"""The walls of the house: which layer may include which, and which library belongs to which layer."""

import glob
import os

from findings import Finding

# A layer's folder -> the layers whose headers it may include, besides its own.
GRAPH = {
    "model/domain": (),
    "model/threads": (),
    "model/files": ("domain",),
    "translations": (),
    "model/wording": ("domain",),
    "model/documents": ("domain",),
    "model/identity": ("domain", "threads"),
    "model/storage": ("domain", "files", "threads"),
    "model/channel": ("domain", "files", "threads"),
    "model/report": ("domain", "files", "wording"),
    "model/statuspage": ("domain",),
    "model/journal": ("domain", "documents", "identity", "storage"),
    "model/relay": ("domain", "documents", "identity", "storage", "channel", "statuspage"),
    "model/sync": ("domain",),
    "model/sync/websocket": ("domain", "identity", "sync"),
    "ui": ("domain", "files", "threads", "wording", "report", "journal"),
    # What the programs share: the parts wired to wholes, the command line's words, and its commands.
    "app/wiring": ("domain", "files", "identity", "storage", "channel", "journal", "relay", "sync", "websocket"),
    "app/keychain": ("domain", "identity"),
    "app/cli": ("domain", "wording"),
    "app/commands": ("domain", "files", "wording", "documents", "report", "identity", "storage", "journal", "relay", "sync",
                     "websocket", "wiring", "cli"),
    "app/desktop": ("domain", "wording", "translations", "identity", "storage", "channel", "report", "journal",
                    "relay", "sync", "websocket", "ui", "wiring", "keychain", "cli", "commands"),
    "app/relay": ("domain", "files", "wording", "translations", "identity", "storage", "channel", "report", "relay", "sync",
                  "websocket", "wiring", "cli"),
    "app/ctl": ("domain", "wording", "translations", "identity", "storage", "report", "journal", "sync", "websocket",
                "wiring", "keychain", "cli", "commands"),
}
NAMES = {folder.rsplit("/", 1)[-1] for folder in GRAPH}

GUI = ("QtGui", "QtWidgets", "QtSvg", "QtSvgWidgets", "QtPrintSupport")
# A layer's folder -> the Qt modules it may use besides QtCore.
QT_MODULES = {
    "model/storage": ("QtSql",),
    "model/sync/websocket": ("QtNetwork", "QtWebSockets"),
    "ui": GUI,
    "app/desktop": GUI + ("QtNetwork",),
    "app/keychain": ("QtDBus",),
    "app/cli": ("QtNetwork",),
    "app/relay": ("QtNetwork",),
    "app/ctl": ("QtNetwork",),
}
# A library's headers -> the one layer that knows it.
LIBRARIES = {"openssl/": "model/identity", "curl/": "model/channel", "strophe.h": "model/channel", "microhttpd.h": "model/channel", "sqlite3.h": "model/storage",
             "zip.h": "model/report",
             "qrcodegen/": "ui", "yaml-cpp/": "model/documents", "libical/": "model/documents",
             "qt6keychain/": "app/keychain"}

# QtCore is not pure throughout: these bring objects, the clock, chance, the machine or an order of their own.
IMPURE = {"QObject", "QTimer", "QThread", "QFile", "QDir", "QFileInfo", "QSaveFile", "QTemporaryFile", "QSettings",
          "QProcess", "QCoreApplication", "QTranslator", "QRandomGenerator", "QElapsedTimer", "QDeadlineTimer",
          "QLocale", "QHash", "QMultiHash", "QSet", "QMutex", "QReadWriteLock", "QThreadPool", "QtConcurrentRun",
          "QStandardPaths", "QSysInfo", "QUuid", "QCborStreamReader", "QCborStreamWriter", "QCborValue",
          "random", "thread", "mutex", "future", "fstream", "iostream", "filesystem"}


def layerOf(path):
    """The folder in GRAPH a file lives in: the longest that fits, or None."""
    fitting = [folder for folder in GRAPH if path.startswith(folder + "/")]
    return max(fitting, key=len) if fitting else None


class QtHeaders:
    """Which Qt module a header belongs to, asked of the Qt that is installed."""

    def __init__(self):
        roots = sorted(glob.glob("/usr/include/*/qt6")) + ["/usr/include/qt6"]
        self._root = next((root for root in roots if os.path.isdir(root)), None)
        self._modules = sorted(name for name in os.listdir(self._root) if name.startswith("Qt")) if self._root else []
        self._known = {}

    def isUmbrella(self, header):
        return header in self._modules

    def moduleOf(self, header):
        if header not in self._known:
            self._known[header] = next(
                (module for module in self._modules if os.path.exists(f"{self._root}/{module}/{header}")), None)
        return self._known[header]


QT = QtHeaders()


def checkWalls(tree):
    for source in tree.cpp:
        layer = layerOf(source.path)
        for line, name, quoted in source.includes:
            yield from _anyInclude(source, line, name)
            if source.isUnder("tests"):
                continue
            if layer is None:
                yield Finding(source.path, line, "layer", f"{source.path} is in no layer of the house",
                              "move it into one, or add the layer to GRAPH in tests/tidy/walls.py and say why")
                break
            if quoted:
                yield from _ownInclude(source, line, name, layer)
            else:
                yield from _libraryInclude(source, line, name, layer)


def _anyInclude(source, line, name):
    if ".." in name.split("/"):
        yield Finding(source.path, line, "include-dots", f'#include "{name}" climbs folders',
                      'write it as "layer/folder/file.h"')
    if QT.isUmbrella(name.split("/")[0]):
        yield Finding(source.path, line, "umbrella", f"<{name}> names a whole Qt module",
                      "include the class alone, as <QByteArray>; an umbrella costs 4 s a file")


def _ownInclude(source, line, name, layer):
    target = name.split("/")[0] if "/" in name else None
    own = layer.rsplit("/", 1)[-1]
    if target in GRAPH[layer] or target == own:
        return
    if layer.startswith("app/") and target not in NAMES:
        return  # an app's own parts
    if target in NAMES:
        yield Finding(source.path, line, "wall", f'{layer} includes "{name}"',
                      f"{layer} may use only {', '.join(GRAPH[layer]) or 'itself'}; join parts in app/, or pass it in")
    else:
        yield Finding(source.path, line, "include-root", f'#include "{name}" begins with no layer',
                      f'write it as "{own}/folder/file.h"')


def _libraryInclude(source, line, name, layer):
    for prefix, home in LIBRARIES.items():
        if name.startswith(prefix) and layer != home:
            yield Finding(source.path, line, "library", f"{layer} includes <{name}>", f"only {home} knows this library")
    if name in NAMES or name.split("/")[0] in NAMES and "/" in name:
        yield Finding(source.path, line, "include-root", f"own header <{name}> in angle brackets", "use quotes")
    module = QT.moduleOf(name)
    if module not in (None, "QtCore") and module not in QT_MODULES.get(layer, ()):
        yield Finding(source.path, line, "qt-module", f"{layer} includes <{name}> of {module}",
                      f"{layer} may use only {', '.join(('QtCore',) + QT_MODULES.get(layer, ()))}")
    if layer == "model/domain" and name in IMPURE:
        yield Finding(source.path, line, "domain-pure", f"domain includes <{name}>",
                      "domain is values and functions: take what you need as an argument; keep an order that is defined")
