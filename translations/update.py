"""Takes the sentences of all sources into the .ts files: update.py LUPDATE TS… (from the source folder)."""

import subprocess
import sys

FOLDERS = ("app", "ui", "model")


def update(lupdate, catalogue, root="."):
    """English is the source and is translated only where numbers change a sentence."""
    plurals = ["-pluralonly"] if catalogue.endswith("_en.ts") else []
    # Without the headers it would not know the namespace that a class's sentences are looked up under.
    subprocess.run([lupdate, "-silent", "-I", ".", "-I", "model", "-noobsolete", "-locations", "none", "-no-ui-lines", "-source-language", "en",
                    *plurals, *FOLDERS, "-ts", catalogue], cwd=root, check=True,
                   timeout=120)  # that of Qt 6.4 never ends over some expressions, as int(a % 60) for a number of translate()


if __name__ == "__main__":
    for path in sys.argv[2:]:
        update(sys.argv[1], path)
