#!/usr/bin/python3
"""A new user's first minutes with the real window, by its accessibility tree alone.

usage: walk.py TRIFOLD REPLAY_ENDPOINT

First run, an endpoint is added and tested, a question is asked and streams, a long answer is
stopped, a question is changed and makes a branch, sessions are searched, the program is killed and
started again and shows what was there. Needs an X server and a session bus: see `walk`.
"""

import os
import subprocess
import sys
import tempfile
import time

from accessible_window import Window, wait_for

LONG = "replay: kind=prose rate=200 tokens=100000"


def step(words):
    print(f"- {words}", flush=True)


def environment_in(folder):
    environment = dict(os.environ)
    environment.update(
        XDG_CONFIG_HOME=f"{folder}/config", XDG_DATA_HOME=f"{folder}/data",
        XDG_CACHE_HOME=f"{folder}/cache", XDG_STATE_HOME=f"{folder}/state",
        QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", LANG="C.UTF-8",
        TRIFOLD_MODEL="")
    return environment


def ask(window, question):
    window.write("Question", question)
    window.press("Send", role="push button")


def walk(window, port):
    step("first run: an endpoint")
    window.find("Where do answers come from?")
    window.press("An endpoint", role="push button")
    window.write("Address", f"http://127.0.0.1:{port}/v1")
    window.write("Name", "replay")
    step("its connection is tested")
    window.press("Test connection", role="push button")
    window.find("The endpoint answers")
    window.press("Keep", role="push button")

    step("ask, and it streams")
    window.find("replay")
    ask(window, "Where does the retry go wrong?")
    window.wait_for_words("Where does the retry go wrong?")
    window.wait_for_words("The cap is lost in")
    window.wait_for_words("the spinner no longer restarts")

    step("stop keeps what came")
    ask(window, LONG)
    window.wait_for_words("A request that fails before its first byte")
    window.press("Stop", role="push button")
    wait_for("the end of the answer", lambda: window.look_for("Send", role="push button"))
    window.wait_for_words("A request that fails before its first byte")

    step("an earlier question is changed: a branch")
    window.press("Edit Last Question", role="menu item")
    window.write("Changed question", "What about the cap?")
    window.press("Ask again", role="push button")
    window.wait_for_words("What about the cap?")
    window.wait_for_words("the spinner no longer restarts")
    step("and back")
    window.press("Previous Branch", role="menu item")
    window.wait_for_words(LONG)

    step("search")
    window.write("Search all sessions", "spinner")
    window.find("spinner no longer", role="list item")
    window.write("Search all sessions", "")


def main():
    program, endpoint = sys.argv[1:3]
    replay = subprocess.Popen([endpoint], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    port = int(replay.stdout.readline().split()[1])
    with tempfile.TemporaryDirectory() as folder:
        environment = environment_in(folder)
        window = Window(program, environment)
        try:
            walk(window, port)
            step("killed, and started again")
            time.sleep(0.5)  # what lies on the desk is kept within a quarter of a second
            window.kill()
            window = Window(program, environment)
            window.wait_for_words(LONG)
            window.press("Next Branch", role="menu item")
            window.wait_for_words("What about the cap?")
            code = window.close()
            assert code == 0, f"trifold ended with {code}"
        except Exception:
            print(window.all_text()[-6000:], file=sys.stderr)
            raise
        finally:
            if window.process.poll() is None:
                window.kill()
            replay.stdin.close()
            replay.wait(5)
    print("all steps went well")


if __name__ == "__main__":
    main()
