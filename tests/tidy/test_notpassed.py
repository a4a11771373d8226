#!/usr/bin/python3
"""Proves of notpassed.py, with what CTest itself writes, that it shows what did not pass and nothing else."""

import os
import subprocess
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
TESTS = """\
add_test(good sh -c "echo fine")
add_test(bad sh -c "seq 1 50; echo '<lost> & \\"gone\\"'; false")
add_test(gone ./not-here)
add_test(elsewhere sh -c "echo no disk; exit 77")
set_tests_properties(elsewhere PROPERTIES SKIP_RETURN_CODE 77)
"""


class NotPassed(unittest.TestCase):
    def shown(self, tests):
        with tempfile.TemporaryDirectory() as folder:
            with open(f"{folder}/CTestTestfile.cmake", "w", encoding="utf-8") as file:
                file.write(tests)
            subprocess.run(["ctest", "--output-junit", "results.xml"], cwd=folder, capture_output=True, check=False)
            return self.say(f"{folder}/results.xml")

    def say(self, *paths):
        return subprocess.run([f"{HERE}/notpassed.py", *paths], capture_output=True, text=True, check=True).stdout

    def test_itShowsWhatEachSaidLast(self):
        shown = self.shown(TESTS)
        self.assertIn('\n50\n<lost> & "gone"\n', shown)
        self.assertNotIn("\n20\n", shown)
        for name in ("bad (fail)", "gone (", "elsewhere (notrun)"):
            self.assertIn("--- " + name, shown)
        self.assertIn("no disk", shown)
        self.assertNotIn("good", shown)

    def test_manyAreCounted(self):
        shown = self.shown("".join(f"add_test(t{n} false)\n" for n in range(13)))
        self.assertIn("--- t9 (fail)", shown)
        self.assertNotIn("--- t10", shown)
        self.assertIn("and 3 more in", shown)

    def test_aFileThatIsNotThereOrCutIsPassedOver(self):
        with tempfile.NamedTemporaryFile("w", suffix=".xml") as cut:
            cut.write("<testsuite><testcase ")
            cut.flush()
            self.assertEqual(self.say("/nowhere.xml", cut.name), "")


if __name__ == "__main__":
    unittest.main()
