"""What replay_endpoint is asked, and when a figure is taken: the same for every client."""

import subprocess
import time

import process_tree

RATE = 500
LINES_PER_TOKEN = 0.1  # of kind=code, roughly: a line of 40 bytes is ten tokens
SETTLE = 2.0


def start_endpoint(build):
    endpoint = subprocess.Popen([f"{build}/bin/replay_endpoint"], stdin=subprocess.PIPE,
                                stdout=subprocess.PIPE, text=True)
    return endpoint, int(endpoint.stdout.readline().split()[1])


def wait_until_asked(endpoint):
    """Until the endpoint says that the next question has come, and a moment more."""
    while "completions" not in endpoint.stdout.readline():
        pass
    time.sleep(1)


def above(lines):
    """A long answer that comes fast, to have something above."""
    return f"replay: kind=code rate=20000 tokens={max(1, int(lines / LINES_PER_TOKEN))}"


def streamed(seconds):
    """An answer that is still coming when the figure is taken."""
    return f"replay: kind=mixed rate={RATE} tokens={int((seconds + 3 * SETTLE) * RATE)}"


def figure(name, root, seconds):
    """Per cent of a core that the tree below `root` uses from now on, for that long."""
    before, start = process_tree.seconds(root), time.monotonic()
    time.sleep(seconds)
    used = process_tree.seconds(root) - before
    return f"{name}={100 * used / (time.monotonic() - start):.2f}"
