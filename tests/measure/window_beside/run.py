#!/usr/bin/python3
"""The window beside Open WebUI in Chromium, the same bytes into both.

usage: run.py --webui VENV [BUILD_FOLDER] [--reps N] [--seconds S] [--above LINES,LINES]

VENV is a Python environment that holds Open WebUI (pip install open-webui websocket-client).
Chromium, Xvfb, dbus-run-session and python3-pyatspi must be there. Both clients run on an X
server of their own, are asked the same questions of replay_endpoint, and are watched from outside:
processor time and proportional memory of the whole process tree. Taking turns; medians.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
TREE = os.path.abspath(f"{HERE}/../../..")
CLIENTS = {"trifold": "ours.py", "open-webui": "webui.py"}


def once(client, asked, lines):
    """The figures of one start of one client, by name."""
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o700)
        environment = dict(os.environ, XDG_RUNTIME_DIR=folder, HOME=folder, LANG="C.UTF-8",
                           PYTHONPATH=f"{HERE}:{TREE}/tests/ui/end_to_end", NO_AT_BRIDGE="0")
        environment.pop("QT_QPA_PLATFORM", None)
        out = subprocess.run(
            [f"{TREE}/tests/ui/end_to_end/with_screen", "dbus-run-session", "--",
             "/usr/bin/python3", f"{HERE}/{CLIENTS[client]}", os.path.abspath(asked.build),
             str(lines), str(asked.seconds), asked.webui],
            env=environment, capture_output=True, text=True, timeout=900)
    if out.returncode != 0:
        sys.exit(f"{client} ended with {out.returncode}: {out.stderr[-3000:]}")
    return {name: float(value) for name, value in
            (pair.split("=") for pair in out.stdout.split() if "=" in pair)}


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", nargs="?", default="build/ci")
    parser.add_argument("--webui", required=True)
    parser.add_argument("--reps", type=int, default=3)
    parser.add_argument("--seconds", type=int, default=8)
    parser.add_argument("--above", default="10,2000")
    asked = parser.parse_args()
    for lines in map(int, asked.above.split(",")):
        runs = {client: [] for client in CLIENTS}
        for _ in range(asked.reps):
            for client in CLIENTS:
                runs[client].append(once(client, asked, lines))
        for name in ("window_cpu", "server_cpu", "memory"):
            ours, theirs = (statistics.median(one.get(name, 0) for one in runs[client])
                            for client in CLIENTS)
            ratio = f"theirs / ours {theirs / ours:6.1f}" if ours else ""
            print(f"{lines:7,} lines above  {name:11}  trifold {ours:8.1f}  open-webui "
                  f"{theirs:8.1f}  {ratio}", flush=True)


if __name__ == "__main__":
    main()
