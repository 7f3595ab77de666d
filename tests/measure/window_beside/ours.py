#!/usr/bin/python3
"""One run of trifold, worked by its accessibility tree: ours.py BUILD LINES SECONDS (see run.py)."""

import os
import subprocess
import sys
import tempfile
import time

import process_tree
import question
from accessible_window import Window, wait_for
from walk import ask, environment_in


def main():
    build, lines, seconds = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    launcher = subprocess.Popen(["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"],
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    endpoint, port = question.start_endpoint(build)
    with tempfile.TemporaryDirectory() as folder:
        window = Window(f"{build}/bin/trifold", environment_in(folder))
        try:
            window.press("An endpoint", role="push button")
            window.write("Address", f"http://127.0.0.1:{port}/v1")
            window.write("Name", "replay")
            window.press("Keep", role="push button")
            window.find("replay")
            ask(window, question.above(lines))
            question.wait_until_asked(endpoint)
            wait_for("the end", lambda: not window.look_for("Stop", role="push button"), 300)
            ask(window, question.streamed(seconds))
            question.wait_until_asked(endpoint)
            time.sleep(question.SETTLE)
            print(question.figure("window_cpu", window.process.pid, seconds))
            print(f"memory={process_tree.megabytes(window.process.pid):.1f}")
            assert window.look_for("Stop", role="push button"), "the answer ended too soon"
        finally:
            window.kill()
            endpoint.stdin.close()
            launcher.kill()


if __name__ == "__main__":
    os.environ.setdefault("TRIFOLD_PATIENCE", "60")
    main()
